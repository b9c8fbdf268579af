// Form factors against the older fit by four Gaussians.

#include "engine/diffraction/form_factor.h"
#include "tests/support/error_of.h"

#include <QTest>

#include <array>
#include <cmath>
#include <numbers>

using namespace vitrine;
using diffraction::formFactor;

namespace {

/// D. T. Cromer, J. B. Mann, Acta Crystallogr. A 24, 321 (1968), as in International Tables for
/// X-ray Crystallography IV, table 2.2B: a1, b1, … a4, b4, c; up to sin(theta) / lambda = 2 1/Å.
struct CromerMann {
  int atomicNumber;
  std::array<double, 9> terms;
};
constexpr std::array kFits{
    CromerMann{13, {6.4202, 3.0387, 1.9002, 0.7426, 1.5936, 31.5472, 1.9646, 85.0886, 1.1151}},
    CromerMann{29, {13.338, 3.5828, 7.1676, 0.247, 5.6158, 11.3966, 1.6735, 64.8126, 1.191}},
    CromerMann{40,
               {17.8765, 1.27618, 10.948, 11.916, 5.41732, 0.117622, 3.65721, 87.6627, 2.06929}}};

}  // namespace

class TestFormFactor : public QObject {
  Q_OBJECT

 private slots:
  void asCromerAndMann() {
    for (const auto& fit : kFits) {
      for (double s = 0.0; s <= 1.5; s += 0.05) {
        double f = fit.terms[8];
        for (std::size_t i = 0; i < 4; ++i)
          f += fit.terms[2 * i] * std::exp(-fit.terms[2 * i + 1] * s * s);
        QVERIFY(std::abs(formFactor(fit.atomicNumber, 4.0 * std::numbers::pi * s) - f) < 0.1);
      }
    }
  }
  void allElectronsScatterForwards() {
    for (int z = 1; z <= diffraction::kFormFactors; ++z) {
      QVERIFY2(std::abs(formFactor(z, 0.0) - z) < 0.05, qPrintable(QString::number(z)));
      for (double q = 1.0; q < 75.0; q += 1.0)
        QVERIFY(formFactor(z, q) < formFactor(z, q - 1.0) + 0.05);
    }
  }
  void refusals() {
    const auto reason = [](int z, double q) {
      const auto error = test::errorOf([&] { formFactor(z, q); });
      return error ? std::string(error->what()) : std::string();
    };
    QVERIFY(reason(99, 1.0).find("Einsteinium") != std::string::npos);
    QVERIFY(!reason(0, 1.0).empty() && !reason(29, -1.0).empty() && !reason(29, 76.0).empty());
  }
};

QTEST_APPLESS_MAIN(TestFormFactor)
#include "tst_form_factor.moc"

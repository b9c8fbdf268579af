// The mean intensity of a pattern: what a field of logits says about it, and which landscape
// left-out patterns choose.

#include "engine/generation/scale_field.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace vitrine;
using namespace vitrine::generation;

#define NEAR(actual, expected, tolerance)                  \
  QVERIFY2(std::abs((actual) - (expected)) <= (tolerance), \
           qPrintable(QString("%1 is not %2").arg(actual, 0, 'g', 12).arg(expected, 0, 'g', 12)))

namespace {

FieldSettings settings() {
  return {{Covariance::Matern32}, {0.1, 0.3, 0.9}, {0.01, 0.1}, false, false, true, false};
}

/// Alloys of three elements all over the triangle.
Matrix alloys() {
  Matrix x(60, 3);
  for (std::size_t i = 0; i < x.rows(); ++i) {
    const double u = std::fmod(0.754877666 * static_cast<double>(i), 1.0);
    const double v = std::fmod(0.569840291 * static_cast<double>(i), 1.0);
    x(i, 0) = std::min(u, v);
    x(i, 1) = std::abs(u - v);
    x(i, 2) = 1.0 - x(i, 0) - x(i, 1);
  }
  return x;
}

}  // namespace

class TestScaleField : public QObject {
  Q_OBJECT

 private slots:
  // Against the trapezoidal rule with 40 000 steps.
  void meanOverALogit() {
    const ScaleField field({}, 10.0);
    NEAR(field.at(0.0), 5.0, 1e-12);
    NEAR(field.mean({1.0, 0.0}), 10.0 / (1.0 + std::exp(-1.0)), 1e-9);
    NEAR(field.mean({0.0, 2.0}), 5.0, 1e-9);
    NEAR(field.mean({1.0, 1.0}), 6.9673467, 1e-2);
    NEAR(field.mean({-2.0, 4.0}), 2.2479975, 1e-2);
  }

  void reachesDownFurtherThanUpNearTheCeiling() {
    const ScaleField field({}, 10.0);
    const auto [below, above] = field.reach({3.0, 1.0}, 2.0);
    const double expected = std::log(field.mean({3.0, 1.0}));
    NEAR(below, expected - std::log(field.at(1.0)), 1e-12);
    NEAR(above, std::log(field.at(5.0)) - expected, 1e-12);
    QVERIFY(below > 2.0 * above);
  }

  // A plateau of 60 with a hole of 20 on one side: nothing lies above the plateau by much, and the
  // hole is found.
  void findsAHoleInAPlateau() {
    const Matrix x = alloys();
    const auto truth = [](std::span<const double> a) {
      return 60.0 - 40.0 / (1.0 + std::exp(40.0 * (0.6 - a[0])));
    };
    std::vector<double> scales;
    for (std::size_t i = 0; i < x.rows(); ++i)
      scales.push_back(truth(x.row(i)));
    const auto fit = ScaleField::fit(x, scales, 100.0, settings(), {});
    QVERIFY(fit.field.ceiling() > 60.0 && fit.field.ceiling() <= 100.1);
    const auto at = [&](double a) {
      const double alloy[] = {a, 0.5 * (1.0 - a), 0.5 * (1.0 - a)};
      return fit.field.mean(fit.field.logitAt(alloy));
    };
    NEAR(at(0.2), 60.0, 2.0);
    NEAR(at(0.45), 60.0, 4.0);
    NEAR(at(0.8), 20.0, 4.0);
  }
};

QTEST_GUILESS_MAIN(TestScaleField)
#include "tst_scale_field.moc"

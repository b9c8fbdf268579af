// Kriging against values computed another way: with numpy, from the full system of equations that
// carries the trend as Lagrange multipliers, and by really leaving alloys out.

#include "engine/core/cholesky.h"
#include "engine/core/error.h"
#include "engine/files/safetensors.h"
#include "engine/generation/gaussian_field.h"
#include "engine/generation/pattern_basis.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

using namespace vitrine;
using namespace vitrine::generation;

namespace {

constexpr std::array kFirst{0.1, 0.25, 0.4, 0.55, 0.7, 0.9};
constexpr std::array kValues{1.0, 2.0, 1.5, 3.0, 2.5, 4.0};

Matrix alloys() {
  Matrix x(kFirst.size(), 2);
  for (std::size_t i = 0; i < kFirst.size(); ++i) {
    x(i, 0) = kFirst[i];
    x(i, 1) = 1.0 - kFirst[i];
  }
  return x;
}

Matrix values() {
  Matrix y(kValues.size(), 1);
  for (std::size_t i = 0; i < kValues.size(); ++i)
    y(i, 0) = kValues[i];
  return y;
}

FieldSettings one(Covariance covariance, double length, double noise, bool entropy = false) {
  return {{covariance}, {length}, {noise}, entropy, false, true, false};
}

double meanAt(const GaussianField& field, double first) {
  const std::array x{first, 1.0 - first};
  double mean = 0.0;
  field.mean(x, {&mean, 1});
  return mean;
}

double varianceAt(const GaussianField& field, double first) {
  const std::array x{first, 1.0 - first};
  double variance = 0.0;
  field.variance(x, {&variance, 1});
  return variance;
}

#define NEAR(actual, expected, tolerance)                  \
  QVERIFY2(std::abs((actual) - (expected)) <= (tolerance), \
           qPrintable(QString("%1 is not %2").arg(actual, 0, 'g', 12).arg(expected, 0, 'g', 12)))

}  // namespace

class TestGaussianField : public QObject {
  Q_OBJECT

 private slots:
  void krigingWithAConstant() {
    const auto fit =
        GaussianField::fit(alloys(), values(), one(Covariance::Matern32, 0.3, 0.05), {});
    NEAR(meanAt(fit.field, 0.5), 2.50340439, 1e-8);
    NEAR(meanAt(fit.field, 0.05), 1.09446207, 1e-8);
    NEAR(varianceAt(fit.field, 0.5), 0.26412488, 1e-8);
    NEAR(varianceAt(fit.field, 0.05), 0.41673429, 1e-8);
    const std::array left{2.4688763339095954, 1.1422565555742608, 2.700623137102183,
                          1.8281621432586792, 3.517823470542095,  2.0289228444582754};
    for (std::size_t i = 0; i < left.size(); ++i)
      NEAR(fit.leftOut.means(i, 0), left[i], 1e-10);
  }

  void krigingWithTheEntropyOfMixing() {
    const auto fit =
        GaussianField::fit(alloys(), values(), one(Covariance::Matern32, 0.3, 0.05, true), {});
    NEAR(meanAt(fit.field, 0.5), 2.49996537, 1e-8);
    NEAR(meanAt(fit.field, 0.05), 1.15546287, 1e-8);
    NEAR(varianceAt(fit.field, 0.5), 0.32960499, 1e-8);
    NEAR(varianceAt(fit.field, 0.05), 0.75430384, 1e-8);
    NEAR(fit.leftOut.means(0, 0), 3.4840532096466514, 1e-10);
    NEAR(fit.leftOut.means(5, 0), 1.0869233007236332, 1e-10);
  }

  void averagesByLikelihood() {
    FieldSettings settings = one(Covariance::Matern32, 0.3, 0.05);
    settings.lengths = {0.1, 0.3, 1.0};
    const auto fit = GaussianField::fit(alloys(), values(), settings, {});
    const std::array shares{0.22033506, 0.244547, 0.53511793};
    QCOMPARE(fit.field.members().size(), shares.size());
    for (std::size_t h = 0; h < shares.size(); ++h)
      NEAR(fit.field.members()[h].shares[0], shares[h], 1e-7);
    NEAR(meanAt(fit.field, 0.5), 2.42445483, 1e-7);

    settings.averages = false;
    const auto best = GaussianField::fit(alloys(), values(), settings, {});
    QCOMPARE(best.field.members().size(), std::size_t{1});
    QCOMPARE(best.field.members()[0].model.kernel.length, 1.0);
  }

  void linearCovarianceIsLinearRadialBasisFunctions() {
    const auto fit = GaussianField::fit(alloys(), values(), one(Covariance::Linear, 1.0, 1e-8), {});
    // In one dimension they join the points by straight lines.
    NEAR(meanAt(fit.field, 0.5), 2.5, 1e-5);
    NEAR(meanAt(fit.field, 0.05), 1.0, 1e-5);
    for (std::size_t i = 0; i < kFirst.size(); ++i)
      NEAR(meanAt(fit.field, kFirst[i]), kValues[i], 1e-5);
  }

  void aPatternThatAgreesWithNobodyIsTrustedLess() {
    Matrix x(21, 2);
    Matrix y(21, 1);
    for (std::size_t i = 0; i < x.rows(); ++i) {
      x(i, 0) = 0.05 + 0.045 * static_cast<double>(i);
      x(i, 1) = 1.0 - x(i, 0);
      y(i, 0) = std::sin(3.0 * x(i, 0)) + 0.01 * (i % 2 == 0 ? 1.0 : -1.0);
    }
    y(10, 0) -= 3.0;
    FieldSettings settings{
        {Covariance::Matern32}, {0.2, 0.4, 0.8}, {0.01, 0.1}, false, false, true, false};
    const auto trusting = GaussianField::fit(x, y, settings, {});
    settings.robust = true;
    const auto robust = GaussianField::fit(x, y, settings, {});
    const double truth = std::sin(3.0 * x(9, 0));
    const double trustingError = std::abs(meanAt(trusting.field, x(9, 0)) - truth);
    const double robustError = std::abs(meanAt(robust.field, x(9, 0)) - truth);
    QVERIFY(robustError < 0.5 * trustingError);
  }

  void aKernelTowardsAnElementReachesTwiceAsFar() {
    // From the middle of the triangle 0.3 towards the third element, and as far across.
    const std::array middle{1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0};
    const std::array towards{1.0 / 3.0 - 0.15, 1.0 / 3.0 - 0.15, 1.0 / 3.0 + 0.3};
    const std::array across{1.0 / 3.0 + 0.2, 1.0 / 3.0 - 0.2, 1.0 / 3.0};
    const Kernel even{Covariance::Exponential, 0.5};
    const Kernel along{Covariance::Exponential, 0.5, 2};
    const double step = std::sqrt(0.135);
    NEAR(even.at(middle, towards), std::exp(-step / 0.5), 1e-12);
    NEAR(along.at(middle, towards), std::exp(-0.5 * step / 0.5), 1e-12);
    NEAR(along.at(middle, across), even.at(middle, across), 1e-12);
    QCOMPARE(along.top(), 1.0);
  }

  void boundariesThatRunTowardsAnElementAreFound() {
    // A steep step across lines that run towards the third element: x₀ − x₁ alone matters.
    Matrix x(60, 3);
    Matrix y(60, 1);
    const auto truth = [](std::span<const double> a) { return std::tanh(12.0 * (a[0] - a[1])); };
    for (std::size_t i = 0; i < x.rows(); ++i) {
      const double u = std::fmod(0.754877666 * static_cast<double>(i), 1.0);
      const double v = std::fmod(0.569840291 * static_cast<double>(i), 1.0);
      x(i, 0) = std::min(u, v);
      x(i, 1) = std::abs(u - v);
      x(i, 2) = 1.0 - x(i, 0) - x(i, 1);
      y(i, 0) = truth(x.row(i));
    }
    FieldSettings settings = one(Covariance::Matern32, 0.1, 0.01);
    settings.lengths = {0.1, 0.2, 0.4};
    const auto even = GaussianField::fit(x, y, settings, {});
    settings.directional = true;
    const auto directed = GaussianField::fit(x, y, settings, {});
    double share = 0.0;
    for (const auto& member : directed.field.members())
      share += member.model.kernel.along == 2 ? member.shares[0] : 0.0;
    QVERIFY2(share > 0.9, qPrintable(QString::number(share)));
    const auto error = [&](const GaussianField::Fit& fit) {
      double sum = 0.0;
      for (std::size_t i = 0; i < x.rows(); ++i)
        sum += std::pow(fit.leftOut.means(i, 0) - y(i, 0), 2);
      return sum;
    };
    QVERIFY(error(directed) < 0.8 * error(even));
  }

  void variancesOfManyRowsScreenTheRest() {
    // Against the same field with no more rows than are looked at: never below it by much, and
    // about the noise where the rows are dense.
    Matrix x(120, 2);
    Matrix y(120, 1);
    for (std::size_t i = 0; i < x.rows(); ++i) {
      x(i, 0) = 0.2 + 0.005 * static_cast<double>(i);
      x(i, 1) = 1.0 - x(i, 0);
      y(i, 0) = std::sin(9.0 * x(i, 0));
    }
    const auto fit = GaussianField::fit(x, y, one(Covariance::Exponential, 0.3, 0.01), {});
    const double scale = fit.field.members()[0].scales[0];
    QVERIFY(varianceAt(fit.field, 0.5) > 0.01 * scale);
    QVERIFY(varianceAt(fit.field, 0.5) < 0.03 * scale);
    QVERIFY(varianceAt(fit.field, 0.01) > 0.2 * scale);
  }

  void choleskySolvesAndInverts() {
    // Three blocks and a bit of the second difference, 2 with −1 beside it, whose inverse is known:
    // (K⁻¹)_ii = i (n + 1 − i) / (n + 1) for i from 1, determinant n + 1.
    constexpr std::size_t n = 150;
    Matrix a(n, n);
    for (std::size_t i = 0; i < n; ++i) {
      a(i, i) = 2.0;
      if (i > 0)
        a(i, i - 1) = a(i - 1, i) = -1.0;
    }
    const auto factor = CholeskyFactor::of(a, {});
    NEAR(factor.logDeterminant(), std::log(n + 1.0), 1e-9);
    const auto diagonal = factor.inverseDiagonal({});
    const auto at = [](std::size_t i) { return static_cast<double>(i); };
    for (std::size_t i = 0; i < n; ++i)
      NEAR(diagonal[i], (at(i) + 1.0) * (at(n) - at(i)) / (at(n) + 1.0), 1e-8);
    Matrix right(n, 1);
    right(0, 0) = 1.0;
    const auto solved = factor.solve(right, {});
    for (std::size_t i = 0; i < n; ++i)
      NEAR(solved(i, 0), (at(n) - at(i)) / (at(n) + 1.0), 1e-9);
  }

  void choleskyRefusesAMatrixThatIsNotPositive() {
    Matrix a(2, 2);
    a(0, 0) = 1.0;
    a(1, 0) = a(0, 1) = 2.0;
    a(1, 1) = 1.0;
    QVERIFY_EXCEPTION_THROWN(CholeskyFactor::of(a, {}), Error);
  }

  void componentsFindWhatPatternsAreMadeOf() {
    // Patterns out of two known directions of different weight.
    constexpr std::size_t points = 300;
    Matrix patterns(40, points);
    for (std::size_t i = 0; i < patterns.rows(); ++i) {
      const double a = std::sin(1.7 * static_cast<double>(i));
      const double b = 0.1 * std::cos(0.9 * static_cast<double>(i));
      for (std::size_t p = 0; p < points; ++p) {
        const double phase = 2.0 * M_PI * static_cast<double>(p) / points;
        patterns(i, p) = 5.0 + a * std::sin(phase) + b * std::cos(3.0 * phase);
      }
    }
    const auto fit = PatternBasis::fit(patterns, 2, {});
    std::vector<double> again(points);
    for (std::size_t i = 0; i < patterns.rows(); ++i) {
      fit.basis.compose(fit.scores.row(i), again);
      for (std::size_t p = 0; p < points; ++p)
        NEAR(again[p], patterns(i, p), 1e-5);
    }
    QVERIFY(*std::ranges::max_element(fit.basis.residual()) < 1e-5);
  }

  void goesThroughAFile() {
    FieldSettings settings{{Covariance::Exponential, Covariance::Matern32},
                           {0.1, 0.3},
                           {0.01, 0.1},
                           true,
                           true,
                           true,
                           true};
    const auto fit = GaussianField::fit(alloys(), values(), settings, {});
    files::TensorFile file;
    fit.field.store(file, "f");
    const auto again = GaussianField::restore(file, "f", alloys());
    QCOMPARE(meanAt(again, 0.33), meanAt(fit.field, 0.33));
    QCOMPARE(varianceAt(again, 0.33), varianceAt(fit.field, 0.33));

    auto damaged = file;
    damaged.tensors["f.trust"] = files::Tensor::of(std::vector<double>{1.0});
    QVERIFY_EXCEPTION_THROWN(GaussianField::restore(damaged, "f", alloys()), Error);
    damaged = file;
    damaged.tensors.erase("f.coefficients.0");
    QVERIFY_EXCEPTION_THROWN(GaussianField::restore(damaged, "f", alloys()), Error);
  }
};

QTEST_GUILESS_MAIN(TestGaussianField)
#include "tst_gaussian_field.moc"

// SOAP against vectors of DScribe 2.1, an independent implementation, and against what must hold
// for any: rotation, quadrature, orthonormality.

#include "engine/atomistic/extended_xyz.h"
#include "engine/atomistic/soap.h"
#include "engine/atomistic/soap_basis.h"
#include "engine/core/random.h"
#include "tests/support/error_of.h"
#include "tests/support/paths.h"

#include <QTest>

#include <cmath>
#include <fstream>
#include <numbers>
#include <numeric>
#include <sstream>

using namespace vitrine;
using namespace vitrine::atomistic;

namespace {

std::string textOf(const std::filesystem::path& file) {
  std::ifstream stream(file);
  std::stringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::vector<std::vector<double>> numbersOf(const std::filesystem::path& file) {
  std::ifstream stream(file);
  std::vector<std::vector<double>> rows;
  for (std::string line; std::getline(stream, line);) {
    auto& row = rows.emplace_back();
    std::stringstream cells(line);
    for (std::string cell; std::getline(cells, cell, ',');)
      row.push_back(std::stod(cell));
  }
  return rows;
}

Matrix describeEach(const SoapDescriptor& descriptor, const Structure& structure, int threads = 0) {
  Matrix all(structure.size(), descriptor.length());
  describeAll(descriptor, structure, RunContext().withThreads(threads),
              [&](std::size_t first, const Matrix& rows) {
                for (std::size_t i = 0; i < rows.rows(); ++i)
                  std::copy(rows.row(i).begin(), rows.row(i).end(), all.row(first + i).begin());
              });
  return all;
}

/// Forty atoms without order, no two of them close.
Structure madeUp() {
  Structure structure{
      Cell({Vector3{9, 0, 0}, Vector3{1, 8, 0}, Vector3{0, 1, 10}}), {}, {}, {}, {}};
  Random random(3);
  while (structure.size() < 40) {
    structure.positions.push_back(
        structure.cell.toPlace({random.uniform(), random.uniform(), random.uniform()}));
    structure.species.push_back(structure.size() % 3 == 0 ? 40 : 29);
  }
  return structure;
}

double distanceOf(std::span<const double> a, std::span<const double> b) {
  double square = 0.0;
  double norm = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    square += (a[i] - b[i]) * (a[i] - b[i]);
    norm += b[i] * b[i];
  }
  return std::sqrt(square / norm);
}

}  // namespace

class TestSoap : public QObject {
  Q_OBJECT

 private slots:
  void againstReference();
  void harmonicsAreOrthonormal();
  void polynomialsAreOrthonormal();
  void radialIntegrals_data();
  void radialIntegrals();
  void rotationChangesNothing_data();
  void rotationChangesNothing();
  void sameForAnyThreads();
  void refusals();
};

void TestSoap::againstReference() {
  const auto folder = test::sharedDir() / "data" / "soap-reference";
  if (!std::filesystem::exists(folder))
    QSKIP("../shared is not here");
  const Structure structure = parseExtendedXyz(textOf(folder / "A_b2_rattled54.xyz"));
  QCOMPARE(structure.size(), std::size_t{54});
  const SoapDescriptor descriptor({40, 29}, SoapSettings());
  QCOMPARE(descriptor.length(), std::size_t{3289});
  const Matrix vectors = describeEach(descriptor, structure);
  const auto raw = numbersOf(folder / "A_b2_rattled54_gto_soap_raw_first4rows.csv");
  QCOMPARE(raw.size(), std::size_t{4});
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const double off = distanceOf(vectors.row(i), raw[i]);
    QVERIFY2(off < 1e-6, qPrintable(QString::number(off)));
  }
  const auto similarities = numbersOf(folder / "A_b2_rattled54_gto_Ms.csv");
  QCOMPARE(similarities.size(), structure.size());
  double worst = 0.0;
  for (std::size_t i = 0; i < structure.size(); ++i)
    for (std::size_t j = 0; j < structure.size(); ++j)
      worst = std::max(
          worst, std::abs(soapSimilarity(vectors.row(i), vectors.row(j)) - similarities[i][j]));
  QVERIFY2(worst < 1e-6, qPrintable(QString::number(worst)));
}

/// The sum over a product grid that is exact for these degrees.
void TestSoap::harmonicsAreOrthonormal() {
  constexpr int kDegree = 6;
  const RealHarmonics harmonics(kDegree);
  const std::size_t size = harmonics.size();
  std::vector<double> values(size);
  std::vector<double> overlap(size * size);
  // Simpson's rule in cos(theta) and the trapezoidal rule in phi.
  constexpr int kSteps = 2000;
  constexpr int kAngles = 16;
  for (int i = 0; i <= kSteps; ++i) {
    const double z = -1.0 + 2.0 * i / kSteps;
    const double weight = (i == 0 || i == kSteps ? 1.0
                           : i % 2 == 1          ? 4.0
                                                 : 2.0) *
                          2.0 / (3.0 * kSteps);
    for (int k = 0; k < kAngles; ++k) {
      const double phi = 2.0 * std::numbers::pi * k / kAngles;
      const double s = std::sqrt(1.0 - z * z);
      harmonics.at({s * std::cos(phi), s * std::sin(phi), z}, values.data());
      for (std::size_t a = 0; a < size; ++a)
        for (std::size_t b = 0; b < size; ++b)
          overlap[a * size + b] +=
              weight * 2.0 * std::numbers::pi / kAngles * values[a] * values[b];
    }
  }
  for (std::size_t a = 0; a < size; ++a)
    for (std::size_t b = 0; b < size; ++b)
      QVERIFY(std::abs(overlap[a * size + b] - (a == b ? 1.0 : 0.0)) < 1e-7);
}

/// A Gaussian sharp enough is a probe: R_n0(d) / (its weight) is g_n(d), and the functions found
/// like this are orthonormal for the weight r^2.
void TestSoap::polynomialsAreOrthonormal() {
  SoapSettings settings;
  settings.basis = SoapBasis::Polynomial;
  settings.radial = 3;
  settings.angular = 0;
  settings.sigmaA = 0.05;
  const SoapExpansion expansion(settings);
  // 4 pi exp(..) i_0 r^2 is, for a sharp Gaussian, (2 pi)^(3/2) sigma^3 delta(r - d).
  const double weight = std::pow(2.0 * std::numbers::pi, 1.5) * std::pow(settings.sigmaA, 3);
  constexpr int kSteps = 1000;
  std::vector<double> overlap(9);
  for (int i = 1; i < kSteps; ++i) {
    const double r = settings.cutoffA * i / kSteps;
    const auto values = expansion.at(r).values;
    for (std::size_t a = 0; a < 3; ++a)
      for (std::size_t b = 0; b < 3; ++b)
        overlap[a * 3 + b] +=
            settings.cutoffA / kSteps * r * r * values[a] * values[b] / (weight * weight);
  }
  for (std::size_t a = 0; a < 3; ++a)
    for (std::size_t b = 0; b < 3; ++b)
      QVERIFY2(std::abs(overlap[a * 3 + b] - (a == b ? 1.0 : 0.0)) < 0.02,
               qPrintable(QString::number(overlap[a * 3 + b])));
}

void TestSoap::radialIntegrals_data() {
  QTest::addColumn<bool>("polynomial");
  QTest::newRow("gto") << false;
  QTest::newRow("polynomial") << true;
}

/// The table and the slopes against values and differences of the exact expansion.
void TestSoap::radialIntegrals() {
  QFETCH(bool, polynomial);
  SoapSettings settings;
  settings.basis = polynomial ? SoapBasis::Polynomial : SoapBasis::Gto;
  const SoapRadial table(settings);
  const SoapExpansion exact(settings);
  std::vector<double> values(table.size());
  double largest = 0.0;
  double worst = 0.0;
  double worstSlope = 0.0;
  for (double d = 0.00317; d < table.reachA(); d += 0.0831) {
    table.at(d, values.data());
    const RadialValues here = exact.at(d);
    const RadialValues before = exact.at(d - 1e-4);
    const RadialValues behind = exact.at(d + 1e-4);
    for (std::size_t i = 0; i < here.values.size(); ++i) {
      largest = std::max(largest, std::abs(here.values[i]));
      worst = std::max(worst, std::abs(values[i / 11 * table.stride() + i % 11] - here.values[i]));
      worstSlope = std::max(
          worstSlope, std::abs((behind.values[i] - before.values[i]) / 2e-4 - here.slopes[i]));
    }
  }
  QVERIFY2(worst < 1e-8 * largest, qPrintable(QString::number(worst / largest)));
  QVERIFY2(worstSlope < 1e-5 * largest, qPrintable(QString::number(worstSlope / largest)));
}

void TestSoap::rotationChangesNothing_data() {
  radialIntegrals_data();
}

void TestSoap::rotationChangesNothing() {
  QFETCH(bool, polynomial);
  SoapSettings settings;
  settings.radial = 4;
  settings.angular = 6;
  settings.basis = polynomial ? SoapBasis::Polynomial : SoapBasis::Gto;
  const SoapDescriptor descriptor({29, 40}, settings);
  const Structure structure = madeUp();
  // About (1, 2, 3) by 40 degrees (Rodrigues), and moved by half the cell.
  const Vector3 axis = 1.0 / std::sqrt(14.0) * Vector3{1, 2, 3};
  const auto turned = [&](const Vector3& v) {
    const double c = std::cos(0.7);
    const double s = std::sin(0.7);
    return c * v + s * cross(axis, v) + (1.0 - c) * dot(axis, v) * axis;
  };
  const auto& edges = structure.cell.edges();
  Structure rotated{
      Cell({turned(edges[0]), turned(edges[1]), turned(edges[2])}), structure.species, {}, {}, {}};
  for (const Vector3& place : structure.positions)
    rotated.positions.push_back(turned(place + 0.5 * edges[0]));
  const Matrix one = describeEach(descriptor, structure);
  const Matrix other = describeEach(descriptor, rotated);
  for (std::size_t i = 0; i < structure.size(); ++i) {
    QVERIFY(distanceOf(one.row(i), other.row(i)) < 1e-9);
    QVERIFY(soapSimilarity(one.row(i), other.row(i)) > 1.0 - 1e-4);
  }
  QVERIFY(soapSimilarity(one.row(0), one.row(1)) < 0.99);
}

void TestSoap::sameForAnyThreads() {
  const SoapDescriptor descriptor({29, 40}, SoapSettings());
  const Structure structure = madeUp();
  const Matrix one = describeEach(descriptor, structure, 1);
  const Matrix two = describeEach(descriptor, structure, 2);
  QVERIFY(std::equal(one.values().begin(), one.values().end(), two.values().begin()));
}

void TestSoap::refusals() {
  const Structure structure = madeUp();
  const SoapDescriptor copper({29}, SoapSettings());
  const auto unknown = test::errorOf(
      [&] { describeAll(copper, structure, RunContext(), [](std::size_t, const Matrix&) {}); });
  QVERIFY(unknown && std::string(unknown->what()).find("Zr") != std::string::npos);
  Structure twice = structure;
  twice.positions[7] = twice.positions[3];
  const SoapDescriptor both({29, 40}, SoapSettings());
  const auto coinciding = test::errorOf([&] { describeEach(both, twice); });
  QVERIFY(coinciding && std::string(coinciding->what()).find("same place") != std::string::npos);
  SoapSettings wide;
  wide.sigmaA = 5.0;
  QVERIFY(test::errorOf([&] { SoapDescriptor({29}, wide); }).has_value());
  QVERIFY(test::errorOf([&] { SoapDescriptor({}, SoapSettings()); }).has_value());
}

QTEST_APPLESS_MAIN(TestSoap)
#include "tst_soap.moc"

// Neighbours against the plain search through all atoms and images.

#include "engine/atomistic/neighbours.h"
#include "engine/core/random.h"
#include "tests/support/error_of.h"

#include <QTest>

#include <algorithm>
#include <tuple>

using namespace vitrine;
using namespace vitrine::atomistic;

namespace {

Structure madeUp(const Cell& cell, std::size_t atoms) {
  Structure structure{cell, {}, {}, {}, {}};
  Random random(11);
  for (std::size_t i = 0; i < atoms; ++i) {
    // Some outside the cell: they are the same as their image inside.
    const auto along = [&] { return 3.0 * random.uniform() - 1.0; };
    structure.positions.push_back(cell.toPlace({along(), along(), along()}));
    structure.species.push_back(29);
  }
  return structure;
}

using Found = std::vector<std::tuple<std::size_t, double>>;

Found plainly(const Structure& structure, std::size_t centre, double cutoff) {
  constexpr int kImages = 6;
  Found found;
  const auto& periodic = structure.cell.periodic();
  const Vector3 from = structure.cell.wrapped(structure.positions[centre]);
  std::array<int, 3> image{};
  const auto reach = [&](std::size_t i) { return periodic[i] ? kImages : 0; };
  for (std::size_t j = 0; j < structure.size(); ++j)
    for (image[0] = -reach(0); image[0] <= reach(0); ++image[0])
      for (image[1] = -reach(1); image[1] <= reach(1); ++image[1])
        for (image[2] = -reach(2); image[2] <= reach(2); ++image[2]) {
          const Vector3 to =
              structure.cell.wrapped(structure.positions[j]) + structure.cell.shift(image) - from;
          if (length(to) < cutoff && !(j == centre && image == std::array<int, 3>{}))
            found.emplace_back(j, length(to));
        }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

class TestNeighbours : public QObject {
  Q_OBJECT

 private slots:
  void asThePlainSearch_data() {
    QTest::addColumn<int>("cell");
    QTest::addColumn<double>("cutoff");
    QTest::newRow("cube") << 0 << 4.0;
    QTest::newRow("tilted") << 1 << 4.0;
    QTest::newRow("small: images of its own") << 2 << 7.0;
    QTest::newRow("slab") << 3 << 4.0;
    QTest::newRow("cluster") << 4 << 4.0;
  }
  void asThePlainSearch() {
    QFETCH(int, cell);
    QFETCH(double, cutoff);
    const std::array<Vector3, 3> cube{Vector3{15, 0, 0}, Vector3{0, 15, 0}, Vector3{0, 0, 15}};
    const std::array<Vector3, 3> tilted{Vector3{14, 1, 0}, Vector3{-6, 13, 2}, Vector3{3, -4, 12}};
    const std::array<Vector3, 3> small{Vector3{3, 0, 0}, Vector3{1, 4, 0}, Vector3{0, 1, 5}};
    const Cell cells[] = {Cell(cube), Cell(tilted, {1, 2, 3}), Cell(small),
                          Cell(cube, {}, {true, true, false}),
                          Cell(tilted, {}, {false, false, false})};
    const Structure structure = madeUp(cells[cell], cell == 2 ? 5 : 120);
    const NeighbourSearch search(structure, cutoff);
    std::vector<Neighbour> neighbours;
    std::size_t all = 0;
    for (std::size_t i = 0; i < structure.size(); ++i) {
      search.neighboursOf(i, neighbours);
      Found found;
      for (const Neighbour& each : neighbours) {
        QVERIFY(std::abs(length(each.to) - each.distance) < 1e-12);
        found.emplace_back(each.atom, each.distance);
      }
      std::sort(found.begin(), found.end());
      const Found expected = plainly(structure, i, cutoff);
      QCOMPARE(found.size(), expected.size());
      for (std::size_t k = 0; k < found.size(); ++k) {
        QCOMPARE(std::get<0>(found[k]), std::get<0>(expected[k]));
        QVERIFY(std::abs(std::get<1>(found[k]) - std::get<1>(expected[k])) < 1e-9);
      }
      all += found.size();
    }
    QVERIFY(all > 0);
  }
  void refusals() {
    const Structure structure =
        madeUp(Cell({Vector3{3, 0, 0}, Vector3{0, 3, 0}, Vector3{0, 0, 3}}), 2);
    QVERIFY(test::errorOf([&] { NeighbourSearch(structure, 0.0); }).has_value());
    QVERIFY(test::errorOf([&] { NeighbourSearch(structure, 100.0); }).has_value());
  }
  /// 1e308 is a number, but not the number of cells of 0.5 Å that it makes.
  void farAtom() {
    Structure structure{
        Cell({Vector3{0.5, 0, 0}, Vector3{0, 0.5, 0}, Vector3{0, 0, 0.5}}), {}, {}, {}, {}};
    structure.positions = {{0.1, 0.1, 0.1}, {1e308, 0, 0}};
    structure.species = {29, 29};
    const auto error = test::errorOf([&] { NeighbourSearch(structure, 1.0); });
    QVERIFY(error && QString::fromUtf8(error->what()).startsWith(u"Atom 2 has no place"));
  }
  void tinyCell() {
    constexpr double kEdge = 1e-103;
    const Structure structure =
        madeUp(Cell({Vector3{kEdge, 0, 0}, Vector3{0, kEdge, 0}, Vector3{0, 0, kEdge}}), 1);
    QVERIFY(test::errorOf([&] { NeighbourSearch(structure, kEdge); }).has_value());
  }
  /// Across the border of the cell, too.
  void atOnePlace() {
    Structure structure{
        Cell({Vector3{9, 0, 0}, Vector3{0, 9, 0}, Vector3{0, 0, 9}}), {}, {}, {}, {}};
    structure.positions = {{4, 4, 4}, {0, 1, 1}, {9, 1, 1.0005}};
    structure.species = {29, 29, 29};
    const NeighbourSearch search(structure, 4.0);
    std::vector<Neighbour> found;
    const auto error = test::errorOf([&] { search.neighboursOf(1, found); });
    QVERIFY(error &&
            QString::fromUtf8(error->what()).startsWith(u"Atoms 2 and 3 are at the same place"));
  }
};

QTEST_APPLESS_MAIN(TestNeighbours)
#include "tst_neighbours.moc"

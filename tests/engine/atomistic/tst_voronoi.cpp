// Voronoi cells against crystals, independent geometry and published counts of measured glasses.

#include "engine/atomistic/icosahedral_network.h"
#include "engine/atomistic/neighbours.h"
#include "engine/atomistic/polyhedra.h"
#include "engine/atomistic/structure_file.h"
#include "engine/atomistic/voronoi.h"
#include "engine/core/random.h"
#include "tests/engine/atomistic/crystals.h"
#include "tests/support/error_of.h"
#include "tests/support/paths.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace vitrine;
using namespace vitrine::atomistic;

namespace {

double volumeOf(const std::vector<VoronoiCell>& cells) {
  return std::accumulate(cells.begin(), cells.end(), 0.0,
                         [](double sum, const VoronoiCell& cell) { return sum + cell.volumeA3; });
}

bool fills(const Structure& structure, const std::vector<VoronoiCell>& cells) {
  return std::abs(volumeOf(cells) - structure.cell.volume()) < 1e-9 * structure.cell.volume();
}

Structure scattered(const Cell& cell, std::size_t atoms, std::uint64_t seed) {
  Structure structure{cell, {}, {}, {}, {}};
  Random random(seed);
  for (std::size_t i = 0; i < atoms; ++i) {
    structure.positions.push_back(
        cell.toPlace({3.0 * random.uniform() - 1.0, random.uniform(), random.uniform()}));
    structure.species.push_back(random.uniform() < 0.5 ? 29 : 40);
  }
  return structure;
}

/// 4 % of the edge: enough that no four faces meet in a corner.
Structure shaken(Structure structure) {
  Random random(3);
  for (Vector3& at : structure.positions)
    for (double& x : at)
      x += 0.02 * (random.uniform() - 0.5);
  return structure;
}

double shareOf(const VoronoiStatistics& statistics, std::size_t atoms, const VoronoiIndex& index) {
  for (const IndexCount& each : statistics.indices)
    if (each.index == index)
      return static_cast<double>(each.atoms) / static_cast<double>(atoms);
  return 0.0;
}

}  // namespace

class TestVoronoi : public QObject {
  Q_OBJECT

 private slots:
  void bodyCentredCells() {
    const Structure structure = shaken(test::bcc(3.2, 5, 40, 40));
    const auto cells = voronoiCells(structure, {});
    QVERIFY(fills(structure, cells));
    for (const auto& cell : cells) {
      QCOMPARE(cell.index(), (VoronoiIndex{0, 6, 0, 8}));
      QCOMPARE(cell.coordination(), 14);
    }
    QCOMPARE(polyhedronName(cells[0].index()), std::string_view("bcc"));
  }

  /// The truncated octahedron of edge s = a / sqrt(8): 6 squares and 8 hexagons.
  void areasOfATruncatedOctahedron() {
    const double a = 3.2;
    const double s = a / std::sqrt(8.0);
    const auto cells = voronoiCells(test::bcc(a, 4, 40, 40), {});
    for (const auto& cell : cells) {
      QVERIFY(std::abs(cell.volumeA3 - 0.5 * a * a * a) < 1e-10);
      for (const auto& face : cell.faces) {
        const double area = face.edges == 4 ? s * s : 1.5 * std::sqrt(3.0) * s * s;
        QVERIFY(face.edges == 4 || face.edges == 6);
        QVERIFY(std::abs(face.areaA2 - area) < 1e-9);
      }
    }
  }

  /// In a perfect fcc crystal four faces meet in six of the corners; what shaking makes of them are
  /// tiny faces, which the threshold takes away again, and tiny edges.
  void thresholdsUndoTheShaking() {
    const Structure structure = shaken(test::fcc(3.6, 4, 29));
    const auto all = voronoiCells(structure, {});
    const auto large = voronoiCells(structure, {false, 0.05, 0.3});
    QVERIFY(fills(structure, all));
    int tiny = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      tiny += all[i].coordination() - 12;
      QCOMPARE(large[i].coordination(), 12);
      QCOMPARE(large[i].index(), (VoronoiIndex{0, 12, 0, 0}));
      QCOMPARE(large[i].volumeA3, all[i].volumeA3);
    }
    QVERIFY(tiny > 0);
  }

  void lavesPhase() {
    const Structure structure = test::lavesC15(7.2, 3, 29, 12);
    for (const bool radical : {false, true}) {
      const auto cells = voronoiCells(structure, {radical, 0.0, 0.0});
      QVERIFY(fills(structure, cells));
      for (std::size_t i = 0; i < cells.size(); ++i)
        QCOMPARE(cells[i].index(),
                 (structure.species[i] == 29 ? kIcosahedron : VoronoiIndex{0, 0, 12, 4}));
    }
  }

  /// Every icosahedron of a Laves phase stands inside the six others around it (the Cu atoms are
  /// corners of tetrahedra that share corners).
  void networkOfALavesPhase() {
    const Structure structure = test::lavesC15(7.2, 3, 29, 12);
    const auto network = networkOf(voronoiCells(structure, {}), kIcosahedron);
    QCOMPARE(network.centres.size(), std::size_t(27 * 16));
    QCOMPARE(network.clusters.size(), std::size_t(1));
    QCOMPARE(network.linksPerPolyhedron, 6.0);
    QCOMPARE(network.atomsInLargest, structure.size());
    std::map<int, std::size_t> shared;
    for (const auto& link : network.links)
      if (link.kind == Linkage::Interpenetrating)
        ++shared[link.shared];
    // Two centres and the ring of five around their bond.
    QCOMPARE(shared.size(), std::size_t(1));
    QCOMPARE(shared.begin()->first, 7);
  }

  /// Centres found by hand in a made-up list of cells.
  void linkages() {
    const auto around = [](std::vector<std::uint32_t> atoms) {
      VoronoiCell cell;
      for (const auto atom : atoms)
        cell.faces.push_back({atom, 5, 1.0});
      return cell;
    };
    std::vector<VoronoiCell> cells(80);
    cells[0] = around({1, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20});
    cells[1] = around({0, 10, 11, 12, 13, 14, 21, 22, 23, 24, 25, 26});   // inside 0, five more
    cells[2] = around({20, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40});  // a corner of 0
    cells[3] = around({39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50});  // an edge of 2
    cells[4] = around({48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59});  // a face of 3
    cells[5] = around({56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67});  // four of 4
    cells[6] = around({68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79});  // alone
    const auto network = networkOf(cells, kIcosahedron);
    QCOMPARE(network.linkages, (std::array<std::size_t, kLinkages>{1, 1, 1, 1, 1}));
    QCOMPARE(network.links[0].shared, 7);
    QCOMPARE(network.clusters.size(), std::size_t(6));
    QCOMPARE(network.clusters[0], (std::vector<std::uint32_t>{0, 1}));
    QCOMPARE(network.atomsInLargest, std::size_t(19));
  }

  void anyCellIsFilled_data() {
    QTest::addColumn<int>("cell");
    QTest::addColumn<int>("atoms");
    QTest::newRow("cube") << 0 << 400;
    QTest::newRow("tilted") << 1 << 400;
    QTest::newRow("one atom and its images") << 1 << 1;
    QTest::newRow("flat") << 2 << 7;
  }
  void anyCellIsFilled() {
    QFETCH(int, cell);
    QFETCH(int, atoms);
    const Cell kinds[] = {
        Cell({Vector3{19, 0, 0}, Vector3{0, 19, 0}, Vector3{0, 0, 19}}),
        Cell({Vector3{18, 1, 0}, Vector3{-9, 17, 2}, Vector3{3, -4, 16}}, {1, 2, 3}),
        Cell({Vector3{30, 0, 0}, Vector3{12, 25, 0}, Vector3{0, 3, 4}})};
    const Structure structure = scattered(kinds[cell], static_cast<std::size_t>(atoms), 17);
    for (const bool radical : {false, true}) {
      std::vector<VoronoiCell> cells;
      const auto error = test::errorOf([&] {
        cells = voronoiCells(structure, {radical, 0.0, 0.0});
      });
      // Atoms thrown at random come so close that a small one can vanish.
      if (radical && error)
        continue;
      QVERIFY2(!error, error ? error->what() : "");
      QVERIFY(fills(structure, cells));
      if (atoms < 100)
        continue;
      // Neighbourhood goes both ways, with one area.
      std::map<std::pair<std::uint32_t, std::uint32_t>, double> areas;
      for (std::uint32_t i = 0; i < cells.size(); ++i)
        for (const auto& face : cells[i].faces)
          areas[{i, face.neighbour}] += face.areaA2;
      for (const auto& [pair, area] : areas)
        QVERIFY(std::abs(area - areas[{pair.second, pair.first}]) < 1e-8);
    }
  }

  /// The share of points nearest to an atom estimates its volume.
  void volumesByThrowingPoints() {
    const Cell cell({Vector3{9, 1, 0}, Vector3{-2, 8, 1}, Vector3{1, -2, 9}});
    const Structure structure = scattered(cell, 12, 5);
    for (const bool radical : {false, true}) {
      const auto cells = voronoiCells(structure, {radical, 0.0, 0.0});
      constexpr int kPoints = 40000;
      std::vector<double> hits(structure.size(), 0.0);
      Random random(9);
      for (int k = 0; k < kPoints; ++k) {
        const Vector3 point = cell.toPlace({random.uniform(), random.uniform(), random.uniform()});
        std::size_t nearest = 0;
        double least = 1e300;
        for (std::size_t i = 0; i < structure.size(); ++i)
          for (int a = -3; a <= 3; ++a)
            for (int b = -2; b <= 2; ++b)
              for (int c = -2; c <= 2; ++c) {
                const Vector3 to = structure.positions[i] + cell.shift({a, b, c}) - point;
                const double radius = structure.species[i] == 29 ? 1.26 : 1.58;
                const double power = dot(to, to) - (radical ? radius * radius : 0.0);
                if (power < least) {
                  least = power;
                  nearest = i;
                }
              }
        ++hits[nearest];
      }
      for (std::size_t i = 0; i < structure.size(); ++i) {
        const double share = cells[i].volumeA3 / cell.volume();
        const double sigma = std::sqrt(share * (1.0 - share) / kPoints);
        QVERIFY(std::abs(hits[i] / kPoints - share) < 4.5 * sigma);
      }
    }
  }

  void sameForAnyNumberOfThreads() {
    const Structure structure =
        scattered(Cell({Vector3{20, 0, 0}, Vector3{4, 19, 0}, Vector3{1, 2, 18}}), 500, 2);
    const auto one = voronoiCells(structure, {}, RunContext().withThreads(1));
    const auto four = voronoiCells(structure, {}, RunContext().withThreads(4));
    for (std::size_t i = 0; i < one.size(); ++i) {
      QCOMPARE(one[i].volumeA3, four[i].volumeA3);
      QCOMPARE(one[i].index(), four[i].index());
    }
  }

  /// 13.1 % and 17.7 % icosahedra in plain cells, mean coordination 13.81 and 13.76: measured by
  /// others on these files, as 13.0 % and 17.2 % in radical cells with radii that are not told. A
  /// plain program around Voro++'s own container counts 12.92 % and 17.20 % with radii of 1.26 and
  /// 1.58 Å, and 12.96 % and 17.24 % with 1.27 and 1.58 Å.
  void slowGlasses_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<double>("plain");
    QTest::addColumn<double>("radical");
    QTest::addColumn<double>("coordination");
    QTest::newRow("1e10 K/s") << "init_config_Cu64.5Zr35.5_1.0e+10.lammps" << 0.131 << 0.1292
                              << 13.81;
    QTest::newRow("2.8e7 K/s") << "init_config_Cu64.5Zr35.5_2.8e+07.lammps" << 0.177 << 0.1720
                               << 13.76;
  }
  void slowGlasses() {
    QFETCH(QString, file);
    QFETCH(double, plain);
    QFETCH(double, radical);
    QFETCH(double, coordination);
    const auto path = test::sharedDir() / "data" / "md-glass-configs" / file.toStdString();
    if (!std::filesystem::exists(path))
      QSKIP("the shared data set md-glass-configs is not here");
    const Structure structure = withElements(readStructure(path), {29, 40});
    const auto cells = voronoiCells(structure, {});
    QVERIFY(fills(structure, cells));
    const auto statistics = statisticsOf(structure, cells);
    QVERIFY(std::abs(shareOf(statistics, cells.size(), kIcosahedron) - plain) < 0.0005);
    QVERIFY(std::abs(statistics.meanCoordination - coordination) < 0.005);
    const auto divided = voronoiCells(structure, {true, 0.0, 0.0});
    QVERIFY(fills(structure, divided));
    const double share = shareOf(statisticsOf(structure, divided), divided.size(), kIcosahedron);
    QVERIFY2(std::abs(share - radical) < 1e-9, qPrintable(QString::number(share)));
  }

  void statistics() {
    const Structure structure = test::lavesC15(7.2, 2, 29, 12);
    const auto found = statisticsOf(structure, voronoiCells(structure, {}));
    QCOMPARE(found.coordination.at(29), 12.0);
    QCOMPARE(found.coordination.at(12), 16.0);
    QVERIFY(std::abs(found.meanCoordination - 40.0 / 3.0) < 1e-12);
    // 12 of 12 faces for two atoms, 12 of 16 for the third.
    QVERIFY(std::abs(found.symmetry[2] - (2.0 + 0.75) / 3.0) < 1e-12);
    QVERIFY(std::abs(found.symmetry[3] - 0.25 / 3.0) < 1e-12);
    QCOMPARE(found.kasperShare, 1.0);
    QCOMPARE(found.indices.size(), std::size_t(2));
    QCOMPARE(found.indices[0].index, kIcosahedron);
    QCOMPARE(found.indices[0].ofSpecies.at(29), std::size_t(8 * 16));
    QCOMPARE(indexText(found.indices[1].index), std::string("<0,0,12,4>"));
    QVERIFY(isKasper({0, 3, 6, 3}) && isKasper({0, 6, 0, 8}) && !isKasper({1, 0, 12, 0}));
  }

  void refusals() {
    const Cell cube({Vector3{9, 0, 0}, Vector3{0, 9, 0}, Vector3{0, 0, 9}});
    const Cell open({Vector3{9, 0, 0}, Vector3{0, 9, 0}, Vector3{0, 0, 9}}, {},
                    {true, true, false});
    const auto reason = [](const Structure& structure, const VoronoiSettings& settings) {
      const auto error = test::errorOf([&] { voronoiCells(structure, settings); });
      return error ? std::string(error->what()) : std::string();
    };
    QVERIFY(reason(scattered(open, 20, 1), {}).find("periodic") != std::string::npos);
    Structure twice = scattered(cube, 20, 1);
    twice.positions[19] = twice.positions[4] + Vector3{9, -9, 0};
    QVERIFY(reason(twice, {}).find("Atoms 5 and 20") != std::string::npos);
    Structure swallowed = scattered(cube, 3, 1);
    swallowed.positions = {{1, 1, 1}, {1, 1, 1.2}, {1, 1, 0.8}};
    swallowed.species = {29, 40, 40};
    QVERIFY(reason(swallowed, {true, 0.0, 0.0}).find("Atom 1") != std::string::npos);
    QVERIFY(reason({cube, {}, {}, {}, {}}, {}).find("no atoms") != std::string::npos);
    Structure lost = scattered(cube, 20, 1);
    lost.positions[3][1] = std::nan("");
    QVERIFY(reason(lost, {}).find("Atom 4") != std::string::npos);
    QVERIFY(!reason(scattered(cube, 20, 1), {false, 1.0, 0.0}).empty());
    QVERIFY(!reason(scattered(cube, 20, 1), {false, 0.0, -1.0}).empty());
  }

  void stopsOnTheWay() {
    const Structure structure = shaken(test::fcc(3.6, 12, 29));
    std::stop_source source;
    double reached = 0.0;
    const auto sink = [&](double fraction) {
      reached = fraction;
      if (fraction > 0.1)
        source.request_stop();
    };
    const RunContext context(RunContext::Options{source.get_token(), sink, 1, 0});
    QVERIFY_THROWS_EXCEPTION(Cancelled, for (;;) voronoiCells(structure, {}, context));
    QVERIFY(reached > 0.1);
  }
};

QTEST_APPLESS_MAIN(TestVoronoi)
#include "tst_voronoi.moc"

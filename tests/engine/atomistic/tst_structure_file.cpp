// Files of atoms: what is written reads back, real files of LAMMPS give what is known of them, and
// broken ones are refused in a sentence that names the line.

#include "engine/atomistic/extended_xyz.h"
#include "engine/atomistic/lammps_data.h"
#include "engine/atomistic/lammps_dump.h"
#include "engine/atomistic/poscar.h"
#include "engine/atomistic/structure_file.h"
#include "tests/support/error_of.h"
#include "tests/support/paths.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <functional>

using namespace vitrine;
using namespace vitrine::atomistic;

namespace {

bool refuses(const std::function<void()>& work, std::string_view words) {
  const auto error = test::errorOf(work);
  if (error)
    qInfo("%s", error->what());
  return error && std::string_view(error->what()).find(words) != std::string_view::npos;
}

/// Three atoms in a tilted cell whose a lies along x and b in the xy plane, as LAMMPS has it.
Structure sample() {
  return {Cell({Vector3{10, 0, 0}, Vector3{1.5, 9, 0}, Vector3{-0.5, 2, 11}}),
          {40, 29, 40},
          {Vector3{1, 2, 3}, Vector3{4.25, 5.5, 6}, Vector3{-1, 0.125, 10}},
          {Vector3{0.5, -0.25, 0}, Vector3{0, 0, 1}, Vector3{1, 2, 3}},
          {}};
}

bool near(const Vector3& a, const Vector3& b) {
  return length(a - b) < 1e-9;
}

void compare(const Structure& read, const Structure& written, bool velocities) {
  QCOMPARE(read.size(), written.size());
  QVERIFY(read.species == written.species);
  for (std::size_t i = 0; i < 3; ++i)
    QVERIFY(near(read.cell.edges()[i], written.cell.edges()[i]));
  for (std::size_t i = 0; i < read.size(); ++i)
    QVERIFY(near(read.positions[i], written.positions[i]));
  QCOMPARE(read.velocities.size(), velocities ? written.size() : std::size_t{0});
  for (std::size_t i = 0; i < read.velocities.size(); ++i)
    QVERIFY(near(read.velocities[i], written.velocities[i]));
}

constexpr const char* kDump =
    "ITEM: TIMESTEP\n0\nITEM: NUMBER OF ATOMS\n2\nITEM: BOX BOUNDS pp pp ff\n0 10\n0 10\n-5 5\n"
    "ITEM: ATOMS id type xs ys zs c_pe\n2 1 0.5 0.5 0.5 -3.5\n1 2 0 0.25 1 -4\n"
    "ITEM: TIMESTEP\n100\nITEM: NUMBER OF ATOMS\n2\nITEM: BOX BOUNDS pp pp ff\n0 12\n0 10\n-5 5\n"
    "ITEM: ATOMS id element x y z vx vy vz\n2 Cu 1 2 3 0.1 0 0\n1 Zr 4 5 0 0 0 0.2\n";

}  // namespace

class TestStructureFile : public QObject {
  Q_OBJECT

 private slots:
  void writtenReadsBack();
  void numbersAreKept();
  void dump();
  void tiltedDump();
  void data();
  void poscarScales();
  void realFiles();
  void packed();
  void refusals_data();
  void refusals();
};

void TestStructureFile::writtenReadsBack() {
  const Structure written = sample();
  compare(withElements(parseLammpsData(lammpsDataOf(written))), written, true);
  compare(parseExtendedXyz(extendedXyzOf(written)), written, true);
  // POSCAR puts equal elements together.
  Structure sorted = written;
  std::swap(sorted.species[0], sorted.species[1]);
  std::swap(sorted.positions[0], sorted.positions[1]);
  compare(parsePoscar(poscarOf(sorted)), sorted, false);
}

void TestStructureFile::numbersAreKept() {
  Structure written = sample();
  written.numbers["volume"] = {17.5, 18.0, 16.25};
  const Structure read = parseExtendedXyz(extendedXyzOf(written));
  QVERIFY(read.numbers == written.numbers);
}

void TestStructureFile::dump() {
  std::vector<DumpFrame> frames;
  eachDumpFrame(kDump, [&](DumpFrame frame) { frames.push_back(std::move(frame)); });
  QCOMPARE(frames.size(), std::size_t{2});
  const TypedStructure& first = frames[0].atoms;
  QCOMPARE(first.types, (std::vector<int>{2, 1}));
  QVERIFY(!first.knowsElements());
  QVERIFY(near(first.structure.positions[0], {0, 2.5, 5}));
  QVERIFY(near(first.structure.positions[1], {5, 5, 0}));
  QCOMPARE(first.structure.numbers.at("c_pe"), (std::vector<double>{-4, -3.5}));
  QVERIFY(!first.structure.cell.periodic()[2] && first.structure.cell.periodic()[0]);
  QVERIFY(refuses([&] { withElements(first); }, "type 2"));
  QCOMPARE(withElements(first, {29, 40}).species, (std::vector<int>{40, 29}));
  const TypedStructure second = parseStructure(kDump);
  QCOMPARE(withElements(second).species, (std::vector<int>{40, 29}));
  QVERIFY(near(second.structure.velocities[1], {0.1, 0, 0}));
  QCOMPARE(second.structure.cell.volume(), 1200.0);
  QVERIFY(near(frames[1].atoms.structure.velocities[1], {0.1, 0, 0}));
  QVERIFY(refuses([&] { eachDumpFrame("", [](const DumpFrame&) {}); }, "no frame"));
  // Errors count the lines of the whole file.
  std::string damaged(kDump);
  const auto lines = std::count(damaged.begin(), damaged.end(), '\n');
  damaged += "ITEM: TIMESTEP\n7\nITEM: NUMBER OF ATOMS\nmany\n";
  QVERIFY(refuses([&] { parseStructure(damaged); }, "Line " + std::to_string(lines + 4) + ":"));
}

/// The bounds of a tilted box as the manual of LAMMPS gives them: xlo_bound = xlo + min(0, xy, xz,
/// xy + xz) and so on.
void TestStructureFile::tiltedDump() {
  const std::string text =
      "ITEM: TIMESTEP\n0\nITEM: NUMBER OF ATOMS\n1\nITEM: BOX BOUNDS xy xz yz pp pp pp\n"
      "-0.5 11.5 1.5\n0 11 -0.5\n0 11 2\nITEM: ATOMS id type x y z\n1 1 1 2 3\n";
  const Structure expected = sample();
  const TypedStructure read = parseLastDumpFrame(text);
  for (std::size_t i = 0; i < 3; ++i)
    QVERIFY(near(read.structure.cell.edges()[i], expected.cell.edges()[i]));
}

void TestStructureFile::data() {
  const TypedStructure full = parseLammpsData(
      "title\n\n1 atoms\n2 atom types\n0 5 xlo xhi\n0 6 ylo yhi\n0 7 zlo zhi\n\nMasses\n\n"
      "1 63.5\n2 12.3 # Zr\n\nPair Coeffs # eam\n\n1 2 3\n\nAtoms # full\n\n7 1 2 0.5 1 2 3 0 0 "
      "0\n");
  QCOMPARE(full.elements, (std::vector<int>{29, 40}));
  QCOMPARE(full.types, std::vector<int>{2});
  QVERIFY(near(full.structure.positions[0], {1, 2, 3}));
  // 55.845 is iron; 57 is between iron and cobalt and none of them.
  QCOMPARE(elementOfMass(55.845), 26);
  QCOMPARE(elementOfMass(57.5), 0);
}

void TestStructureFile::poscarScales() {
  const std::string rest =
      "1 0 0\n0 2 0\n0 0 1\nZr_sv Cu\n1 1\nSelective dynamics\nCartesian\n0.5 1 0.5 T T F\n0 0 0 T "
      "T T\n";
  const Structure scaled = parsePoscar("a title\n3\n" + rest);
  QCOMPARE(scaled.cell.volume(), 54.0);
  QVERIFY(near(scaled.positions[0], {1.5, 3, 1.5}));
  // A volume of 16: twice as long in each direction.
  const Structure byVolume = parsePoscar("a title\n-16\n" + rest);
  QVERIFY(std::abs(byVolume.cell.volume() - 16.0) < 1e-9);
  QVERIFY(near(byVolume.positions[0], {1, 2, 1}));
  QCOMPARE(byVolume.species, (std::vector<int>{40, 29}));
}

/// Volume and density of the inherent structures as measured: science/atomistic.md 2.4.
void TestStructureFile::realFiles() {
  const auto folder = test::sharedDir() / "data";
  if (!std::filesystem::exists(folder / "md-quench-zr44cu56"))
    QSKIP("../shared is not here");
  const Structure glass =
      withElements(readStructure(folder / "md-quench-zr44cu56" / "zr44cu56_1e13_inherent.data"));
  QCOMPARE(glass.size(), std::size_t{2000});
  QVERIFY(std::abs(glass.cell.volume() / 2000.0 - 17.137) < 0.001);
  QVERIFY(std::abs(densityOf(glass) - 7.337) < 0.001);
  QVERIFY(std::abs(compositionOf(glass).percent(40) - 44.0) < 1e-9);
  const TypedStructure unnamed =
      readStructure(folder / "md-glass-configs" / "init_config_Cu64.5Zr35.5_1.0e+10.lammps");
  QVERIFY(!unnamed.knowsElements());
  QVERIFY(std::abs(compositionOf(withElements(unnamed, {29, 40})).percent(29) - 64.5) < 0.1);
}

void TestStructureFile::packed() {
  const QTemporaryDir folder;
  const std::filesystem::path plain = folder.filePath(QStringLiteral("glass.xyz")).toStdString();
  writeStructure(sample(), plain);
  QCOMPARE(std::system(("gzip -k " + plain.string()).c_str()), 0);
  const std::filesystem::path gz = plain.string() + ".gz";
  compare(withElements(readStructure(gz)), sample(), true);
  std::filesystem::resize_file(gz, std::filesystem::file_size(gz) - 12);
  QVERIFY(refuses([&] { readStructure(gz); }, "not whole"));
  QVERIFY(refuses([&] { writeStructure(sample(), "glass.pdb"); }, ".data"));
}

void TestStructureFile::refusals_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("words");
  const QString xyz = QStringLiteral("2\nLattice=\"5 0 0 0 5 0 0 0 5\"\nZr 0 0 0\n");
  QTest::newRow("xyz ends") << xyz << "ends after line 3";
  QTest::newRow("xyz element") << xyz + QStringLiteral("Zq 1 1 1\n") << "Line 4: \"Zq\"";
  QTest::newRow("xyz number") << xyz + QStringLiteral("Cu 1 x 1\n") << "Line 4: \"x\"";
  QTest::newRow("xyz short") << xyz + QStringLiteral("Cu 1 1\n") << "Line 4: the line is too short";
  QTest::newRow("flat cell") << QStringLiteral("1\nLattice=\"5 0 0 5 0 0 0 0 5\"\nZr 0 0 0\n")
                             << "no volume";
  QTest::newRow("many atoms") << QStringLiteral("99999999999\nLattice=\"5 0 0 0 5 0 0 0 5\"\n")
                              << "Line 1";
  QTest::newRow("poscar: many atoms of few lines")
      << QStringLiteral("t\n1\n5 0 0\n0 5 0\n0 0 5\nZr Cu\n20 20\nDirect\n0 0 0\n.5 .5 .5\n")
      << "Line 7: there are more atoms";
  QTest::newRow("data type") << QStringLiteral(
                                    "t\n1 atoms\n1 atom types\n0 5 xlo xhi\n0 6 ylo yhi\n0 7 zlo "
                                    "zhi\nAtoms # atomic\n\n1 2 0 0 0\n")
                             << "Line 9: there is no atom type 2";
  QTest::newRow("data twice") << QStringLiteral(
                                     "t\n2 atoms\n1 atom types\n0 5 xlo xhi\n0 6 ylo yhi\n0 7 zlo "
                                     "zhi\nAtoms # atomic\n\n1 1 0 0 0\n1 1 1 1 1\n")
                              << "Line 10: there is another atom";
  QTest::newRow("no atoms") << QStringLiteral(
                                   "t\n2 atoms\n1 atom types\n0 5 xlo xhi\n0 6 ylo yhi\n0 7 zlo "
                                   "zhi\n")
                            << "no section Atoms";
  QTest::newRow("dump columns")
      << QStringLiteral(
             "ITEM: TIMESTEP\n0\nITEM: NUMBER OF ATOMS\n1\nITEM: BOX BOUNDS pp pp pp\n0 1\n0 1\n0 "
             "1\nITEM: ATOMS id type q\n1 1 0\n")
      << "Line 9";
  QTest::newRow("not a structure") << QStringLiteral("hello\nworld\n") << "\"world\" is no number";
  QTest::newRow("empty") << QString() << "ends";
}

void TestStructureFile::refusals() {
  QFETCH(QString, text);
  QFETCH(QString, words);
  const std::string content = text.toStdString();
  QVERIFY(refuses([&] { parseStructure(content); }, words.toStdString()));
}

QTEST_APPLESS_MAIN(TestStructureFile)
#include "tst_structure_file.moc"

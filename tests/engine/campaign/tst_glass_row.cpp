// What is kept of a glass: g(r) of states whose neighbours are known.

#include "engine/atomistic/structure_file.h"
#include "engine/campaign/glass_row.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <filesystem>
#include <numbers>
#include <string>
#include <vector>

using namespace vitrine;
using atomistic::Vector3;

namespace {

/// Atoms on a simple cubic lattice of 2.62 Å that was stretched.
atomistic::Structure cubic(int cells, double stretched = 1.0) {
  const double a = 2.62 * stretched;
  const double edge = a * cells;
  atomistic::Structure structure{
      atomistic::Cell({Vector3{edge, 0, 0}, Vector3{0, edge, 0}, Vector3{0, 0, edge}}),
      {},
      {},
      {},
      {}};
  for (int i = 0; i < cells * cells * cells; ++i)
    structure.positions.push_back(
        {a * (i % cells), a * (i / cells % cells), a * (i / cells / cells)});
  structure.species.assign(structure.positions.size(), 29);
  return structure;
}

}  // namespace

class TestGlassRow : public QObject {
  Q_OBJECT

 private slots:
  void pairsGoTo16A() {
    const auto row = averaged({cubic(13)});  // 2197 atoms, 34.1 Å
    QCOMPARE(row.pairs.stepA, 0.05);
    QCOMPARE(row.pairs.partials.at(0).g.size(), std::size_t{320});
  }

  /// At 10.48 Å each of the 64 atoms would meet the images of itself.
  void noAtomMeetsItsOwnImage() {
    const auto row = averaged({cubic(4)});
    const auto& g = row.pairs.partials.at(0).g;
    QCOMPARE(g.size(), std::size_t{209});
    // Six neighbours between 2.60 and 2.65 Å: 6 / (rho V).
    const double shell = 4.0 / 3.0 * std::numbers::pi * (std::pow(2.65, 3) - std::pow(2.6, 3));
    QVERIFY(std::abs(g.at(52) - 6.0 * std::pow(2.62, 3) / shell) < 1e-3);
  }

  /// The cell breathes: the mean goes as far as the smallest of them.
  void aMeanGoesAsFarAsAllStates() {
    for (const bool smallestFirst : {false, true}) {
      const std::vector states{cubic(4, smallestFirst ? 1.0 : 1.1),
                               cubic(4, smallestFirst ? 1.1 : 1.0)};
      const auto row = averaged(states);
      QCOMPARE(row.pairs.states, std::size_t{2});
      QCOMPARE(row.pairs.partials.at(0).g.size(), std::size_t{209});
    }
  }

 private:
  campaign::GlassRow averaged(const std::vector<atomistic::Structure>& states) const {
    std::vector<std::filesystem::path> files;
    for (const auto& state : states) {
      files.emplace_back(m_folder.filePath(QString::number(files.size()) + ".data").toStdString());
      atomistic::writeStructure(state, files.back());
    }
    campaign::GlassRow row;
    campaign::averagePairs(row, files, RunContext());
    return row;
  }

  QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(TestGlassRow)
#include "tst_glass_row.moc"

#include "engine/alloy/element.h"
#include "engine/atomistic/lammps_data.h"
#include "engine/atomistic/neighbours.h"
#include "engine/core/error.h"
#include "engine/process/child.h"
#include "engine/simulation/eam_file.h"
#include "engine/simulation/zhou2004.h"
#include "tests/support/error_of.h"

#include <QTemporaryDir>
#include <QTest>

#include <charconv>
#include <cmath>
#include <fstream>
#include <sstream>

using namespace vitrine;
using namespace vitrine::simulation;
using atomistic::Vector3;

namespace {

enum class Lattice { Fcc, Bcc, Hcp };

struct Metal {
  const char* symbol;
  Lattice lattice;
  double cohesiveEV;  ///< the experimental one, which the model was fitted to
};

/// The energies stand for lattice constants of four decimals; re has six.
constexpr double kFourDigitsEV = 2.5e-4;

/// Cohesive energies that the model was fitted to, as an independent program found them.
constexpr std::array kMetals{
    Metal{"Cu", Lattice::Fcc, -3.5400}, Metal{"Ag", Lattice::Fcc, -2.8500},
    Metal{"Au", Lattice::Fcc, -3.9300}, Metal{"Ni", Lattice::Fcc, -4.4500},
    Metal{"Pd", Lattice::Fcc, -3.9100}, Metal{"Pt", Lattice::Fcc, -5.7700},
    Metal{"Al", Lattice::Fcc, -3.5800}, Metal{"Pb", Lattice::Fcc, -2.0200},
    Metal{"Fe", Lattice::Bcc, -4.2900}, Metal{"Mo", Lattice::Bcc, -6.8100},
    Metal{"Ta", Lattice::Bcc, -8.0900}, Metal{"W", Lattice::Bcc, -8.7600},
    Metal{"Mg", Lattice::Hcp, -1.5500}, Metal{"Co", Lattice::Hcp, -4.4098},
    Metal{"Ti", Lattice::Hcp, -4.8698}, Metal{"Zr", Lattice::Hcp, -6.3598}};

int numberOf(const Metal& metal) {
  return alloy::findElement(metal.symbol)->atomicNumber;
}

/// The unit cell (of hcp an orthogonal one) whose nearest neighbours are `re` apart.
atomistic::Structure crystal(const Metal& metal) {
  const double re = zhouMetal(numberOf(metal)).re;
  const double fcc = std::sqrt(2.0) * re;
  const double bcc = 2.0 / std::sqrt(3.0) * re;
  Vector3 edges{fcc, fcc, fcc};
  std::vector<Vector3> sites{{0, 0, 0}, {.5, .5, 0}, {.5, 0, .5}, {0, .5, .5}};
  if (metal.lattice == Lattice::Bcc) {
    edges = {bcc, bcc, bcc};
    sites = {{0, 0, 0}, {.5, .5, .5}};
  } else if (metal.lattice == Lattice::Hcp) {
    edges = {re, std::sqrt(3.0) * re, std::sqrt(8.0 / 3.0) * re};
    sites = {{0, 0, 0}, {.5, .5, 0}, {.5, 5.0 / 6.0, .5}, {0, 1.0 / 3.0, .5}};
  }
  atomistic::Structure structure{
      atomistic::Cell({Vector3{edges[0], 0, 0}, Vector3{0, edges[1], 0}, Vector3{0, 0, edges[2]}}),
      std::vector<int>(sites.size(), numberOf(metal)),
      {},
      {},
      {}};
  for (const auto& site : sites)
    structure.positions.push_back(structure.cell.toPlace(site));
  return structure;
}

/// A setfl table read anew, with straight lines between its rows.
class Table {
 public:
  explicit Table(const std::string& text) {
    std::istringstream in(text);
    std::string line;
    for (int i = 0; i < 4; ++i)
      std::getline(in, line);
    m_elements = std::stoi(line);
    std::size_t densities = 0;
    std::size_t distances = 0;
    in >> densities >> m_densityStep >> distances >> m_distanceStep >> m_cutoff;
    for (int i = 0; i < m_elements; ++i) {
      std::string head;
      for (int k = 0; k < 4; ++k)
        in >> head;
      m_embedding.push_back(values(in, densities));
      m_density.push_back(values(in, distances));
    }
    for (int i = 0; i < m_elements * (m_elements + 1) / 2; ++i)
      m_pair.push_back(values(in, distances));
    m_good = !in.fail();
  }

  [[nodiscard]] bool good() const { return m_good; }
  [[nodiscard]] double cutoff() const { return m_cutoff; }
  /// Of an atom of a pure metal among neighbours at these distances.
  [[nodiscard]] double energy(std::size_t metal, const std::vector<double>& distances) const {
    double density = 0.0;
    double pairs = 0.0;
    for (const double r : distances) {
      density += at(m_density[metal], r / m_distanceStep);
      pairs += 0.5 * at(m_pair[metal * (metal + 3) / 2], r / m_distanceStep) / r;
    }
    return pairs + at(m_embedding[metal], density / m_densityStep);
  }

 private:
  static std::vector<double> values(std::istringstream& in, std::size_t count) {
    std::vector<double> read(count);
    for (double& value : read)
      in >> value;
    return read;
  }
  /// The parabola through the three nearest rows.
  static double at(const std::vector<double>& rows, double place) {
    const auto i =
        std::clamp<std::size_t>(static_cast<std::size_t>(std::lround(place)), 1, rows.size() - 2);
    const double t = place - static_cast<double>(i);
    return rows[i] + 0.5 * t * (rows[i + 1] - rows[i - 1]) +
           0.5 * t * t * (rows[i + 1] - 2.0 * rows[i] + rows[i - 1]);
  }

  int m_elements = 0;
  double m_densityStep = 0.0;
  double m_distanceStep = 0.0;
  double m_cutoff = 0.0;
  std::vector<std::vector<double>> m_embedding;
  std::vector<std::vector<double>> m_density;
  std::vector<std::vector<double>> m_pair;
  bool m_good = false;
};

}  // namespace

class TestZhou2004 : public QObject {
  Q_OBJECT

 private slots:
  void describesSixteenMetals() {
    QCOMPARE(zhouElements().size(), kMetals.size());
    const auto error = test::errorOf([] { zhouMetal(13 + 1); });
    QVERIFY(error);
    QCOMPARE(std::string(error->what()),
             std::string("The potential zhou2004 does not describe Si."));
  }

  /// From one table of all metals, as it is used for mixtures. Its cutoff is that of lead.
  void cohesiveEnergiesFromTheTable() {
    for (const auto& metal : kMetals) {
      const Table table(zhouTable({numberOf(metal)}));
      QVERIFY(table.good());
      const auto structure = crystal(metal);
      std::vector<atomistic::Neighbour> neighbours;
      atomistic::NeighbourSearch(structure, table.cutoff()).neighboursOf(0, neighbours);
      std::vector<double> distances;
      for (const auto& neighbour : neighbours)
        distances.push_back(neighbour.distance);
      const double energy = table.energy(0, distances);
      QVERIFY2(std::abs(energy - metal.cohesiveEV) < kFourDigitsEV,
               qPrintable(QStringLiteral("%1: %2").arg(metal.symbol).arg(energy, 0, 'f', 5)));
    }
  }

  void cohesiveEnergiesByLammps() {
    const auto lmp = process::findProgram("lmp");
    if (!lmp)
      QSKIP("lmp is not installed");
    QTemporaryDir parent;
    const std::filesystem::path folder = parent.path().toStdString();
    std::ofstream input(folder / "in.lammps");
    for (const auto& metal : kMetals) {
      const std::string name = metal.symbol;
      std::ofstream(folder / (name + ".data")) << atomistic::lammpsDataOf(crystal(metal));
      std::ofstream(folder / (name + ".eam.alloy")) << zhouTable({numberOf(metal)});
      input << "clear\nunits metal\natom_style atomic\nread_data " << name << ".data\n"
            << "replicate 4 4 4\npair_style eam/alloy\npair_coeff * * " << name << ".eam.alloy "
            << name << "\nthermo_style custom step pe atoms\nrun 0\nprint \"result " << name
            << " $(pe/atoms:%.6f)\"\n";
    }
    input.close();
    std::map<std::string, double> energies;
    const auto ending = process::runChild(
        {*lmp, {"-in", "in.lammps", "-log", "none", "-nocite"}, folder},
        [&](std::string_view line) {
          std::istringstream words{std::string(line)};
          std::string word;
          std::string name;
          double energy = 0.0;
          if (words >> word >> name >> energy && word == "result")
            energies[name] = energy;
        },
        {}, RunContext());
    QVERIFY(ending.good());
    QCOMPARE(energies.size(), kMetals.size());
    for (const auto& metal : kMetals)
      QVERIFY2(std::abs(energies[metal.symbol] - metal.cohesiveEV) < kFourDigitsEV,
               qPrintable(QStringLiteral("%1: %2").arg(metal.symbol).arg(energies[metal.symbol])));
  }

  /// Wherever a branch of the embedding energy begins, it goes on from the one before: within what
  /// the printed digits give.
  void embeddingHasNoSteps() {
    for (const int element : zhouElements()) {
      const auto& metal = zhouMetal(element);
      for (const double end : {metal.rhol * metal.rhoe, metal.rhoe, metal.rhoh * metal.rhoe}) {
        const double step =
            zhouEmbedding(metal, end * (1.0 + 1e-12)) - zhouEmbedding(metal, end * (1.0 - 1e-12));
        QVERIFY2(std::abs(step) < 2e-4, metal.symbol.data());
      }
    }
  }

  /// phi_ab = 1/2 (f_b/f_a phi_aa + f_a/f_b phi_bb) at one distance, with the numbers of the
  /// paper's table put in by hand (Python).
  void pairsOfDifferentMetals() {
    const auto& cu = zhouMetal(29);
    const auto& zr = zhouMetal(40);
    QCOMPARE(zhouPair(cu, zr, 2.8), zhouPair(zr, cu, 2.8));
    QVERIFY(std::abs(zhouPair(cu, zr, 2.8) - (-0.334303050718)) < 1e-9);
    QVERIFY(std::abs(zhouDensity(cu, 2.8) - 1.028030291429) < 1e-9);
  }

  void aMixtureIsATableThatCanBeRead() {
    const auto file = parseEamFile(zhouTable({13, 29, 40}), "zhou2004.eam.alloy");
    QCOMPARE(file.style, std::string("eam/alloy"));
    QCOMPARE(file.elements, (std::vector<int>{13, 29, 40}));
    QVERIFY(std::abs(file.cutoffA - std::sqrt(5.0) * 3.199978) < 1e-9);
  }
};

QTEST_GUILESS_MAIN(TestZhou2004)
#include "tst_zhou2004.moc"

#include "app/cli/analysis.h"
#include "engine/atomistic/structure_file.h"
#include "engine/files/atomic_file.h"
#include "engine/files/csv.h"
#include "engine/files/folder.h"
#include "engine/files/number_text.h"

namespace vitrine::cli {

namespace {

using namespace atomistic;
using files::formatNumber;

/// A table of columns of numbers.
std::string tableOf(const std::vector<std::string>& names,
                    const std::vector<const std::vector<double>*>& columns) {
  std::string text;
  files::appendCsvRow(text, names);
  std::vector<std::string> cells(columns.size());
  for (std::size_t row = 0; row < columns.front()->size(); ++row) {
    for (std::size_t i = 0; i < columns.size(); ++i)
      cells[i] = row < columns[i]->size() ? formatNumber((*columns[i])[row]) : "";
    files::appendCsvRow(text, cells);
  }
  return text;
}

std::string pairTable(const PairDistribution& pairs) {
  std::vector<std::string> names{"r_A", "g_total", "n_total"};
  std::vector<const std::vector<double>*> columns{&pairs.r, &pairs.total, &pairs.running};
  for (const auto& partial : pairs.partials) {
    const std::string name = pairName(partial.first, partial.second);
    names.insert(names.end(), {"g_" + name, "n_" + name});
    columns.insert(columns.end(), {&partial.g, &partial.running});
  }
  return tableOf(names, columns);
}

std::string factorTable(const StructureFactor& factor) {
  const auto xray = xrayStructureFactor(factor);
  std::vector<std::string> names{"q_1/A", "S_total", "S_xray"};
  std::vector<const std::vector<double>*> columns{&factor.q, &factor.total, &xray};
  for (const auto& partial : factor.partials) {
    names.push_back("S_" + pairName(partial.first, partial.second));
    columns.push_back(&partial.values);
  }
  return tableOf(names, columns);
}

std::string patternTable(const Analysis& analysis) {
  const auto& pattern = analysis.report.pattern;
  const std::vector<double> q(pattern.positions().begin(), pattern.positions().end());
  const std::vector<double> intensity(pattern.intensities().begin(), pattern.intensities().end());
  if (!analysis.wavelengthA)
    return tableOf({"q_1/A", "intensity_e2"}, {&q, &intensity});
  const auto angles = diffraction::toTwoTheta(pattern, *analysis.wavelengthA);
  const std::vector<double> twoTheta(angles.positions().begin(), angles.positions().end());
  return tableOf({"q_1/A", "intensity_e2", "two_theta_deg"}, {&q, &intensity, &twoTheta});
}

std::string voronoiTable(const Analysis& analysis) {
  const auto species = speciesOf(analysis.structure);
  std::vector<std::string> cells{"index", "name", "share", "atoms"};
  for (const int each : species)
    cells.push_back("atoms_" + symbol(each));
  std::string text;
  files::appendCsvRow(text, cells);
  for (const IndexCount& each : analysis.report.voronoi.indices) {
    const double share =
        static_cast<double>(each.atoms) / static_cast<double>(analysis.structure.size());
    cells = {indexText(each.index), std::string(polyhedronName(each.index)), formatNumber(share),
             std::to_string(each.atoms)};
    for (const int one : species) {
      const auto found = each.ofSpecies.find(one);
      cells.push_back(std::to_string(found == each.ofSpecies.end() ? 0 : found->second));
    }
    files::appendCsvRow(text, cells);
  }
  return text;
}

std::string displacementTable(const Analysis& analysis) {
  const auto species = speciesOf(analysis.structure);
  std::vector<std::string> cells{"step", "msd_A2"};
  for (const int each : species)
    cells.push_back("msd_" + symbol(each) + "_A2");
  std::string text;
  files::appendCsvRow(text, cells);
  for (const Displacement& each : analysis.displacements) {
    cells = {std::to_string(each.step), formatNumber(each.meanSquareA2)};
    for (const int one : species)
      cells.push_back(formatNumber(each.species.at(one)));
    files::appendCsvRow(text, cells);
  }
  return text;
}

/// The structure with what each atom's cell is like.
Structure withNumbers(const Analysis& analysis) {
  Structure structure = analysis.structure;
  const auto& cells = analysis.report.cells;
  const std::size_t size = cells.size();
  std::array<std::vector<double>*, 4> faces{};
  for (std::size_t k = 0; k < faces.size(); ++k)
    faces[k] = &structure.numbers["voronoi_n" + std::to_string(k + 3)];
  auto& volume = structure.numbers["voronoi_volume_A3"];
  auto& coordination = structure.numbers["voronoi_coordination"];
  for (const VoronoiCell& cell : cells) {
    const VoronoiIndex index = cell.index();
    for (std::size_t k = 0; k < faces.size(); ++k)
      faces[k]->push_back(index[k]);
    volume.push_back(cell.volumeA3);
    coordination.push_back(cell.coordination());
  }
  auto& cluster = structure.numbers["icosahedra_in_cluster"];
  cluster.assign(size, 0.0);
  for (const auto& centres : analysis.report.icosahedra.clusters)
    for (const std::uint32_t centre : centres)
      cluster[centre] = static_cast<double>(centres.size());
  return structure;
}

}  // namespace

std::vector<std::string> writeAnalysis(const Analysis& analysis,
                                       const std::filesystem::path& folder,
                                       const std::string& name) {
  files::makeFolder(folder);
  std::vector<std::string> written;
  const auto save = [&](const char* suffix, const std::string& text) {
    const auto file = folder / (name + suffix);
    files::writeAtomically(file, text);
    written.push_back(file.string());
  };
  save(".g.csv", pairTable(analysis.report.pairs));
  save(".s.csv", factorTable(analysis.report.factor));
  save(".xray.csv", patternTable(analysis));
  save(".voronoi.csv", voronoiTable(analysis));
  if (analysis.displacements.size() > 1)
    save(".msd.csv", displacementTable(analysis));
  const auto atoms = folder / (name + ".atoms.xyz");
  writeStructure(withNumbers(analysis), atoms);
  written.push_back(atoms.string());
  return written;
}

}  // namespace vitrine::cli

#include "engine/campaign/curve_table.h"

#include "engine/alloy/element.h"
#include "engine/alloy/formula.h"
#include "engine/atomistic/structure_factor.h"
#include "engine/core/error.h"
#include "engine/core/units.h"
#include "engine/files/csv.h"
#include "engine/files/number_text.h"
#include "engine/simulation/pair_lines.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>
#include <set>
#include <string_view>

namespace vitrine::campaign {

namespace {

using files::formatNumber;

std::string rounded(double value, double scale) {
  return formatNumber(std::round(value * scale) / scale);
}

[[noreturn]] void damaged(const GlassRow& row, const std::string& what) {
  throw Error(ErrorCode::Damaged, "The row of the glass " + row.id + " is damaged: " + what + ".");
}

/// Steps of g(r) that every glass has. @throws Error (InvalidInput)
std::size_t commonSteps(const std::vector<GlassRow>& rows) {
  if (rows.empty())
    throw Error(ErrorCode::InvalidInput, "No glass of the campaign is finished yet.");
  auto steps = std::numeric_limits<std::size_t>::max();
  for (const GlassRow& row : rows) {
    if (row.pairs.partials.empty())
      damaged(row, "it has no pairs of atoms");
    if (row.pairs.stepA != rows.front().pairs.stepA)
      throw Error(ErrorCode::InvalidInput,
                  "The glasses " + rows.front().id + " and " + row.id +
                      " know g(r) in steps of different size: collect them apart.");
    for (const auto& partial : row.pairs.partials)
      steps = std::min(steps, partial.g.size());
  }
  return steps;
}

template <class Part>
std::string listOf(const std::vector<GlassRow>& rows, Part part) {
  std::set<std::string> words;
  for (const GlassRow& row : rows)
    words.insert(part(row));
  std::string list;
  for (const std::string& word : words)
    list.append(list.empty() ? "" : ", ").append(word);
  return list;
}

/// In one line, for a remark: the name of a file without its folder, or what its user wrote.
std::string potentialText(const GlassRow& row) {
  std::string_view rest = row.potential;
  if (!simulation::arePairLines(rest))
    return std::filesystem::path(rest).filename().string();
  std::string text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of("\n;"), rest.size());
    if (const auto line = files::trimmed(rest.substr(0, end)); !line.empty())
      text.append(text.empty() ? "" : "; ").append(line);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return text;
}

std::string headOf(const std::vector<GlassRow>& rows, const std::string& what) {
  std::string head = "# origin: simulated\n# Computed from simulated glasses: potential ";
  head.append(listOf(rows, potentialText))
      .append(", cooled at ")
      .append(listOf(rows, [](const GlassRow& row) { return formatNumber(row.rateKPerS); }))
      .append(" K/s, ")
      .append(listOf(rows, [](const GlassRow& row) { return std::to_string(row.atoms); }))
      .append(" atoms, LAMMPS ")
      .append(listOf(rows, [](const GlassRow& row) { return row.lammps; }))
      .append(".\n# ")
      .append(what)
      .append("\n");
  return head;
}

/// "g(r) ..., to 16 Å in steps of 0.05 Å"
std::string pairsText(const std::vector<GlassRow>& rows, std::size_t steps) {
  const double stepA = rows.front().pairs.stepA;
  const bool single =
      std::ranges::all_of(rows, [](const GlassRow& row) { return row.pairs.states == 1; });
  std::string text = "g(r)";
  if (single)
    text.append(" of the one structure at the end of the quench (no average over time)");
  else
    text.append(", the mean over ")
        .append(listOf(rows, [](const GlassRow& row) { return std::to_string(row.pairs.states); }))
        .append(" states of each glass after the quench");
  return text.append(", to ")
      .append(rounded(stepA * static_cast<double>(steps), 1e6))
      .append(" Å in steps of ")
      .append(formatNumber(stepA))
      .append(" Å");
}

atomistic::PairDistribution pairsUpTo(const GlassRow& row, std::size_t steps) {
  auto pairs = pairsOf(row);
  pairs.r.resize(steps);
  pairs.total.resize(steps);
  for (auto& partial : pairs.partials)
    partial.g.resize(steps);
  return pairs;
}

}  // namespace

atomistic::PairDistribution pairsOf(const GlassRow& row) {
  const auto alloy = alloy::compositionOf(row.formula);
  atomistic::PairDistribution pairs;
  pairs.stepA = row.pairs.stepA;
  double massU = 0.0;
  std::vector<alloy::Share> shares(alloy.shares().begin(), alloy.shares().end());
  std::ranges::sort(shares, {}, &alloy::Share::atomicNumber);
  for (const auto& share : shares) {
    pairs.species.push_back(share.atomicNumber);
    pairs.shares.push_back(alloy.fraction(share.atomicNumber));
    massU += pairs.shares.back() * alloy::element(share.atomicNumber).massU;
  }
  pairs.densityPerA3 = row.densityGPerCm3 / (kGPerCm3OfUPerA3 * massU);
  if (!(pairs.densityPerA3 > 0.0) || !(pairs.stepA > 0.0) || row.pairs.partials.empty())
    damaged(row, "it has no density or no pairs of atoms");
  const std::size_t steps = row.pairs.partials.front().g.size();
  for (std::size_t k = 0; k < steps; ++k)
    pairs.r.push_back(pairs.stepA * (static_cast<double>(k) + 0.5));
  pairs.total.assign(steps, 0.0);
  for (std::size_t a = 0; a < shares.size(); ++a)
    for (std::size_t b = a; b < shares.size(); ++b) {
      std::string elements(alloy::element(pairs.species[a]).symbol);
      elements.append("-").append(alloy::element(pairs.species[b]).symbol);
      const auto kept =
          std::ranges::find(row.pairs.partials, elements, &GlassRow::Pairs::Partial::elements);
      if (kept == row.pairs.partials.end() || kept->g.size() != steps)
        damaged(row, "it has not the pairs of " + row.formula + " over one axis");
      const double weight = (a == b ? 1.0 : 2.0) * pairs.shares[a] * pairs.shares[b];
      for (std::size_t k = 0; k < steps; ++k)
        pairs.total[k] += weight * kept->g[k];
      pairs.partials.push_back({pairs.species[a], pairs.species[b], kept->g, {}});
    }
  return pairs;
}

std::string radialTable(const std::vector<GlassRow>& rows, const RunContext& context) {
  const std::size_t steps = commonSteps(rows);
  std::string table = headOf(rows, "Total " + pairsText(rows, steps) +
                                       ", the sum of the partial ones weighted by concentrations.");
  std::vector<std::string> cells{"g(r)", "formula"};
  for (std::size_t k = 0; k < steps; ++k)
    cells.push_back(rounded(rows.front().pairs.stepA * (static_cast<double>(k) + 0.5), 1e9));
  files::appendCsvRow(table, cells);
  for (const GlassRow& row : rows) {
    context.tick();
    cells = {row.id, row.formula};
    for (const double g : pairsUpTo(row, steps).total)
      cells.push_back(rounded(g, 1e5));
    files::appendCsvRow(table, cells);
  }
  return table;
}

std::string xrayTable(const std::vector<GlassRow>& rows, std::optional<double> wavelengthA,
                      const RunContext& context) {
  const std::size_t steps = commonSteps(rows);
  std::string table = headOf(
      rows,
      "X-ray pattern after Faber and Ziman with the form factors of Waasmaier and Kirfel, in "
      "electron units for each atom, without polarisation, absorption and Compton "
      "scattering; from the partial " +
          pairsText(rows, steps) + ", tapered over the last third.");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto factor = atomistic::structureFactor(
        pairsUpTo(rows[i], steps), {.axis = kXrayAxis, .window = atomistic::Window::Taper},
        context.slice(static_cast<double>(i) / static_cast<double>(rows.size()),
                      static_cast<double>(i + 1) / static_cast<double>(rows.size())));
    auto pattern = atomistic::xrayPattern(factor);
    if (wavelengthA)
      pattern = diffraction::toTwoTheta(pattern, *wavelengthA);
    std::vector<std::string> cells;
    if (i == 0) {
      // Above the names of the glasses, and without blanks, which would separate cells.
      cells = {wavelengthA ? "2theta_deg_wavelength_" + formatNumber(*wavelengthA) + "_A" : "q_1/A",
               "formula"};
      for (const double position : pattern.positions())
        cells.push_back(rounded(position, 1e5));
      files::appendCsvRow(table, cells);
    }
    cells = {rows[i].id, rows[i].formula};
    for (const double intensity : pattern.intensities())
      cells.push_back(rounded(intensity, 1e3));
    files::appendCsvRow(table, cells);
  }
  return table;
}

}  // namespace vitrine::campaign

#include "app/quantities/melting_data.h"

#include "engine/alloy/element.h"
#include "engine/files/number_text.h"

#include <cmath>

namespace vitrine::app {

namespace {

/// Without what rounding adds to a percentage.
double clean(double percent) {
  return std::round(percent * 1e8) / 1e8;
}

alloy::Composition compositionOf(const std::vector<std::string>& symbols,
                                 const calphad::MeltingRow& row) {
  std::vector<alloy::Share> shares;
  for (std::size_t i = 0; i < symbols.size(); ++i)
    shares.push_back({alloy::findElement(symbols[i])->atomicNumber, row.composition[i]});
  return alloy::Composition::fromAmounts(shares);
}

}  // namespace

std::string formulaOf(const std::vector<std::string>& symbols, const calphad::MeltingRow& row) {
  std::string formula;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    if (row.composition[i] > 0.0)
      formula += symbols[i] + files::formatNumber(clean(100.0 * row.composition[i]));
  }
  return formula;
}

double roundedK(double temperatureK) {
  return std::round(temperatureK * 100.0) / 100.0;
}

dataset::Table meltingData(const std::vector<calphad::MeltingSystem>& systems,
                           const std::string& name, const std::string& source) {
  dataset::Table table;
  table.name = name;
  table.columns = {{"Ts", "K"}, {"Tl", "K"}};
  for (const auto& [symbols, rows] : systems) {
    for (const auto& row : rows) {
      auto formula = formulaOf(symbols, row);
      if (!row.melting) {
        table.findings.push_back(
            {Finding::Severity::Note, formula + " has no melting range: " + row.reason + ".", 0});
        continue;
      }
      table.rows.push_back({std::move(formula),
                            compositionOf(symbols, row),
                            {roundedK(row.melting->solidusK), roundedK(row.melting->liquidusK)},
                            source,
                            0,
                            100.0});
    }
  }
  return table;
}

}  // namespace vitrine::app

#include "app/correlations/correlations.h"

#include "engine/core/units.h"
#include "engine/dataset/column_meaning.h"
#include "engine/thermo/mean_melting.h"
#include "engine/thermo/transition_relations.h"

#include <map>
#include <span>

namespace vitrine::app {

namespace {

using dataset::Row;
using dataset::Table;
using dataset::Transition;

/// A temperature of a row in K; empty where the row has none.
class Temperature {
 public:
  Temperature(const Table& table, Transition transition)
      : m_column(dataset::columnOf(table, transition)) {
    if (!m_column)
      return;
    const auto& column = table.columns[*m_column];
    if (dataset::isCelsius(column))
      m_offset = kZeroCelsiusK;
    else if (!dataset::isKelvin(column))
      m_column.reset();
  }

  [[nodiscard]] bool isKnown() const { return m_column.has_value(); }
  [[nodiscard]] std::optional<double> operator()(const Row& row) const {
    if (!m_column || !row.values[*m_column])
      return std::nullopt;
    return *row.values[*m_column] + m_offset;
  }

 private:
  std::optional<std::size_t> m_column;
  double m_offset = 0.0;
};

void addLine(CorrelationSet& set, ComparedLine line) {
  line.agreement = thermo::agreementOf(line.slope, line.interceptK, set.xK, set.yK);
  line.residualK = thermo::residualsOf(line.slope, line.interceptK, set.xK, set.yK);
  line.outliers = thermo::outliersOf(line.residualK);
  set.lines.push_back(std::move(line));
}

void addLines(CorrelationSet& set, std::span<const thermo::LinearRelation> published) {
  if (set.xK.empty())
    return;
  const auto addFit = [&](const char* key, const std::optional<thermo::LineFit>& fit) {
    if (fit)
      addLine(set, {key, fit->slope, fit->intercept, fit, {}, {}, {}, {}});
  };
  addFit(kThroughOrigin, thermo::fitThroughOrigin(set.xK, set.yK));
  addFit(kWithIntercept, thermo::fitLine(set.xK, set.yK));
  for (const auto& relation : published) {
    if (!relation.reference.empty())
      addLine(set, {std::string(relation.key),
                    relation.slope,
                    relation.interceptK,
                    std::nullopt,
                    std::string(relation.reference),
                    {},
                    {},
                    {}});
  }
}

void add(CorrelationSet& set, std::size_t row, std::optional<double> xK, std::optional<double> yK) {
  if (!xK || !yK)
    return;
  set.rows.push_back(row);
  set.xK.push_back(*xK);
  set.yK.push_back(*yK);
}

}  // namespace

Correlations correlationsOf(std::shared_ptr<const Table> table, std::optional<int> element,
                            const RunContext& context) {
  Correlations result;
  const Temperature tg(*table, Transition::Glass);
  const Temperature liquidus(*table, Transition::Liquidus);
  const Temperature solidus(*table, Transition::Solidus);
  result.tgOverMean.hasColumns = tg.isKnown();
  result.liquidusOverTg.hasColumns = tg.isKnown() && liquidus.isKnown();
  result.solidusOverTg.hasColumns = tg.isKnown() && solidus.isKnown();
  std::map<int, std::size_t> elements;
  const auto& rows = table->rows;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    context.tick(static_cast<double>(i) / static_cast<double>(rows.size()));
    for (const auto& share : rows[i].composition.shares())
      ++elements[share.atomicNumber];
    if (element && rows[i].composition.fraction(*element) <= 0.0)
      continue;
    const auto tgK = tg(rows[i]);
    add(result.tgOverMean, i, thermo::meanMeltingTemperatureK(rows[i].composition), tgK);
    add(result.liquidusOverTg, i, tgK, liquidus(rows[i]));
    add(result.solidusOverTg, i, tgK, solidus(rows[i]));
  }
  addLines(result.tgOverMean, thermo::kTgFromMeanMelting);
  addLines(result.liquidusOverTg, thermo::kMeltingFromTg);
  addLines(result.solidusOverTg, thermo::kMeltingFromTg);
  result.elements.assign(elements.begin(), elements.end());
  result.table = std::move(table);
  return result;
}

}  // namespace vitrine::app

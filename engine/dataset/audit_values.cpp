#include "engine/core/parallel.h"
#include "engine/dataset/audit_checks.h"
#include "engine/dataset/audit_text.h"
#include "engine/dataset/column_meaning.h"
#include "engine/dataset/transition_order.h"
#include "engine/dataset/value_slips.h"
#include "engine/dataset/weight_reading.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace vitrine::dataset {

namespace {

using Values = std::vector<std::optional<double>>;

/// How much likelier wt.% must be than at.% (natural logarithm): one row in a hundred or fewer is
/// such a mistake, and in alloys of like atoms nothing tells the two apart.
constexpr double kLeastWeightEvidence = 6.0;
/// Whoever wrote several alloys by weight wrote more of them so: beside as many as this, less is
/// enough.
constexpr std::ptrdiff_t kSeveralByWeight = 5;
constexpr double kLeastWeightEvidenceBeside = 5.0;

/// Looks at the rows of one table, each by itself.
class RowAuditor {
 public:
  RowAuditor(const AuditedTable& audited, const ExpectedValues& expected,
             double leastWeightEvidence)
      : m_table(audited.table),
        m_expected(expected),
        m_leastWeightEvidence(leastWeightEvidence),
        m_order(audited.table),
        m_weight(audited.table, audited.index, expected) {}

  [[nodiscard]] std::vector<Flaw> flawsOf(std::size_t row) const {
    std::vector<Flaw> flaws;
    const Row& read = m_table.rows[row];
    const auto slip = slipOf(m_table, m_expected, row);
    const auto violations = m_order.violations(read.values);
    if (!violations.empty())
      flaws.push_back(orderFlaw(row, violations, slip));
    const double weight = m_weight.evidence(row).total();
    if (slip && slip->gain >= weight)
      flaws.push_back(slipFlaw(row, *slip));
    else if (weight >= m_leastWeightEvidence && violations.empty())
      flaws.push_back(weightFlaw(row));
    else if (const auto column = outlierOf(m_table, m_expected, row); column && violations.empty())
      flaws.push_back(outlierFlaw(row, *column));
    return flaws;
  }

  [[nodiscard]] bool isSurelyByWeight(std::size_t row) const {
    return m_weight.evidence(row).total() >= kLeastWeightEvidence;
  }

 private:
  [[nodiscard]] Flaw flawOf(FlawKind kind, FlawSeverity severity, std::size_t row) const {
    Flaw flaw;
    flaw.kind = kind;
    flaw.severity = severity;
    flaw.row = row;
    flaw.line = m_table.rows[row].line;
    return flaw;
  }

  [[nodiscard]] std::string cellText(std::size_t row, std::size_t column) const {
    return headerOf(m_table.columns[column]) + " " + numberText(*m_table.rows[row].values[column]);
  }

  [[nodiscard]] std::vector<Fix::CellValue> cellsOf(std::size_t row, const ValueSlip& slip) const {
    std::vector<Fix::CellValue> cells;
    for (const std::size_t c : slip.columns) {
      const double mended = slip.factor * *m_table.rows[row].values[c] + slip.offset;
      // Without the noise of binary fractions.
      cells.push_back({row, c, std::round(mended * 1e6) / 1e6});
    }
    return cells;
  }

  [[nodiscard]] Flaw orderFlaw(std::size_t row,
                               const std::vector<TransitionOrder::Violation>& violations,
                               const std::optional<ValueSlip>& slip) const {
    Flaw flaw = flawOf(FlawKind::ImpossibleOrder, FlawSeverity::Error, row);
    const Values& values = m_table.rows[row].values;
    for (const auto& [lower, upper] : violations) {
      flaw.message += flaw.message.empty() ? "" : "; ";
      if (lower == upper)
        flaw.message += cellText(row, lower) + " is below absolute zero";
      else if (*values[lower] == *values[upper])
        flaw.message += cellText(row, lower) + " equals " + cellText(row, upper) +
                        ", as if one was copied from the other";
      else
        flaw.message += cellText(row, lower) + " is not below " + cellText(row, upper);
    }
    flaw.message += '.';
    flaw.fix.action = Fix::Action::SetValues;
    const std::size_t culprit = culpritOf(row, violations);
    flaw.column = culprit;
    const auto [lower, upper] = violations.front();
    Values swapped = values;
    std::swap(swapped[lower], swapped[upper]);
    Values cleared = values;
    cleared[culprit].reset();
    if (slip)
      flaw.fix.values = cellsOf(row, *slip);
    else if (*values[lower] != *values[upper] && m_order.violations(swapped).empty() &&
             fits(row, swapped))
      flaw.fix.values = {{row, lower, swapped[lower]}, {row, upper, swapped[upper]}};
    else
      flaw.fix.values = {{row, culprit, std::nullopt}};
    return flaw;
  }

  /// Whether the values are no further off than those of most rows.
  [[nodiscard]] bool fits(std::size_t row, const Values& values) const {
    constexpr double kUsual = 20.0;
    return m_expected.fit(row, values).misfit < kUsual;
  }

  /// The temperature without which the rest is in order; of several, the one whose loss leaves the
  /// best fit.
  [[nodiscard]] std::size_t culpritOf(
      std::size_t row, const std::vector<TransitionOrder::Violation>& violations) const {
    std::size_t culprit = violations.front().lower;
    std::pair<std::size_t, double> least(violations.size() + 1, 0.0);
    for (const auto& violation : violations) {
      for (const std::size_t c : {violation.lower, violation.upper}) {
        Values rest = m_table.rows[row].values;
        rest[c].reset();
        const std::pair left(m_order.violations(rest).size(), m_expected.fit(row, rest).misfit);
        if (left < least) {
          least = left;
          culprit = c;
        }
      }
    }
    return culprit;
  }

  [[nodiscard]] Flaw slipFlaw(std::size_t row, const ValueSlip& slip) const {
    const bool isUnit = slip.offset != 0.0;
    Flaw flaw =
        flawOf(isUnit ? FlawKind::UnitSlip : FlawKind::DecimalPoint, FlawSeverity::Error, row);
    flaw.column = slip.columns.front();
    flaw.fix.action = Fix::Action::SetValues;
    flaw.fix.values = cellsOf(row, slip);
    std::string mended;
    for (const Fix::CellValue& cell : flaw.fix.values) {
      flaw.message += (flaw.message.empty() ? "" : ", ") + cellText(row, cell.column);
      mended += (mended.empty() ? "" : ", ") + numberText(*cell.value);
    }
    flaw.message += std::string(slip.columns.size() > 1 ? " do" : " does") +
                    " not fit like alloys, but " + mended + " would: " +
                    (!isUnit             ? "the decimal point is lost or misplaced"
                     : slip.offset > 0.0 ? "it looks like °C among K"
                                         : "273.15 seems to be added once too often") +
                    ".";
    return flaw;
  }

  [[nodiscard]] Flaw weightFlaw(std::size_t row) const {
    Flaw flaw = flawOf(FlawKind::MassAtomic, FlawSeverity::Warning, row);
    flaw.fix.action = Fix::Action::SetFormula;
    flaw.fix.rows = {row};
    flaw.fix.formula = WeightReading::reread(m_table.rows[row].composition).formula();
    flaw.message = "The amounts look like wt.%: in at.% that is " + flaw.fix.formula +
                   ", which fits the other alloys far better.";
    return flaw;
  }

  [[nodiscard]] Flaw outlierFlaw(std::size_t row, std::size_t column) const {
    Flaw flaw = flawOf(FlawKind::Outlier, FlawSeverity::Warning, row);
    flaw.column = column;
    flaw.fix.action = Fix::Action::SetValues;
    flaw.fix.values = {{row, column, std::nullopt}};
    flaw.message =
        cellText(row, column) + " fits neither like alloys nor the other values of its row.";
    return flaw;
  }

  const Table& m_table;
  const ExpectedValues& m_expected;
  double m_leastWeightEvidence;
  TransitionOrder m_order;
  WeightReading m_weight;
};

bool isMassAtomic(const Flaw& flaw) {
  return flaw.kind == FlawKind::MassAtomic;
}

/// Where most rows look like wt.%, the whole table is.
void joinWeightFlaws(const Table& table, std::vector<Flaw>& flaws) {
  const auto count =
      static_cast<std::size_t>(std::count_if(flaws.begin(), flaws.end(), isMassAtomic));
  if (2 * count <= table.rows.size())
    return;
  std::erase_if(flaws, isMassAtomic);
  Flaw flaw;
  flaw.kind = FlawKind::MassAtomic;
  flaw.severity = FlawSeverity::Error;
  flaw.message = "The amounts were read as at.%, but most of them are round only in wt.%.";
  flaw.fix.action = Fix::Action::ReadByWeight;
  flaws.push_back(std::move(flaw));
}

/// Values of a kind that spreads over decades (saturation near the Curie point, diameters) differ
/// wildly between like alloys without being wrong: where more than a few do, none is a slip.
/// Temperatures never do.
void forgiveWildColumns(const Table& table, std::vector<Flaw>& flaws) {
  constexpr double kMostWild = 0.01;
  constexpr double kAnyway = 5.0;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (isKelvin(table.columns[c]) || isCelsius(table.columns[c]))
      continue;
    const auto isWild = [&](const Flaw& flaw) {
      return flaw.column == c &&
             (flaw.kind == FlawKind::DecimalPoint || flaw.kind == FlawKind::Outlier);
    };
    const auto wild = std::count_if(flaws.begin(), flaws.end(), isWild);
    const auto given = std::count_if(table.rows.begin(), table.rows.end(),
                                     [&](const Row& row) { return row.values[c].has_value(); });
    if (static_cast<double>(wild) > std::max(kAnyway, kMostWild * static_cast<double>(given)))
      std::erase_if(flaws, isWild);
  }
}

}  // namespace

std::vector<Flaw> findValueFlaws(const AuditedTable& audited, const RunContext& context) {
  std::vector<std::vector<Flaw>> found(audited.table.rows.size());
  const RowAuditor first(audited, audited.expected, kLeastWeightEvidenceBeside);
  parallelFor(context.slice(0.0, 0.8), found.size(),
              [&](std::size_t row) { found[row] = first.flawsOf(row); });

  std::ptrdiff_t byWeight = 0;
  for (std::size_t row = 0; row < found.size(); ++row) {
    context.tick();
    if (std::any_of(found[row].begin(), found[row].end(), isMassAtomic) &&
        first.isSurelyByWeight(row))
      ++byWeight;
  }

  // A wrong value makes its neighbours look wrong: those under suspicion are looked at again
  // without each other's suspicious values.
  ExpectedValues trusted = audited.expected;
  for (const auto& ofRow : found)
    for (const Flaw& flaw : ofRow)
      for (const Fix::CellValue& cell : flaw.fix.values)
        trusted.forget(cell.row, cell.column);
  const RowAuditor second(
      audited, trusted,
      byWeight >= kSeveralByWeight ? kLeastWeightEvidenceBeside : kLeastWeightEvidence);
  parallelFor(context.slice(0.8, 1.0), found.size(), [&](std::size_t row) {
    if (!found[row].empty())
      found[row] = second.flawsOf(row);
  });

  std::vector<Flaw> flaws;
  for (auto& ofRow : found)
    std::move(ofRow.begin(), ofRow.end(), std::back_inserter(flaws));
  joinWeightFlaws(audited.table, flaws);
  forgiveWildColumns(audited.table, flaws);
  return flaws;
}

}  // namespace vitrine::dataset

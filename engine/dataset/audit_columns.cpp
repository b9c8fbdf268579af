#include "engine/alloy/element.h"
#include "engine/core/robust.h"
#include "engine/core/units.h"
#include "engine/dataset/audit_checks.h"
#include "engine/dataset/audit_text.h"
#include "engine/dataset/column_meaning.h"

#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace vitrine::dataset {

namespace {

/// With fewer rows in common two columns may agree by chance.
constexpr std::size_t kLeastRows = 10;

/// How a copy may have been changed on the way, with what people say of it.
struct Change {
  double factor;
  double offset;
  std::string_view words;
};
constexpr std::array kChanges{
    Change{1.0, 0.0, "is a copy of"},
    Change{1.0, -kZeroCelsiusK, "is, but for K and °C, a copy of"},
    Change{1.0, kZeroCelsiusK, "is, but for K and °C, a copy of"},
    Change{10.0, 0.0, "is ten times"},
    Change{0.1, 0.0, "is a tenth of"},
    Change{1000.0, 0.0, "is a thousand times"},
    Change{0.001, 0.0, "is a thousandth of"},
};

std::optional<Flaw> copyOf(const Table& table, std::size_t column, std::size_t original,
                           const RunContext& context) {
  // A few rows may have been mended afterwards, or agree by chance in a eutectic.
  constexpr double kLeastShare = 0.9;
  std::array<std::size_t, kChanges.size()> equal{};
  std::size_t both = 0;
  for (const Row& row : table.rows) {
    context.tick();
    if (!row.values[column] || !row.values[original])
      continue;
    ++both;
    for (std::size_t i = 0; i < kChanges.size(); ++i) {
      const double expected = kChanges[i].factor * *row.values[original] + kChanges[i].offset;
      equal[i] += std::abs(*row.values[column] - expected) <= 1e-3 + 1e-9 * std::abs(expected);
    }
  }
  if (both < kLeastRows)
    return std::nullopt;
  for (std::size_t i = 0; i < kChanges.size(); ++i) {
    if (static_cast<double>(equal[i]) < kLeastShare * static_cast<double>(both))
      continue;
    Flaw flaw;
    flaw.kind = FlawKind::CopiedColumn;
    flaw.severity = FlawSeverity::Error;
    flaw.column = column;
    flaw.fix.action = Fix::Action::RemoveColumn;
    flaw.fix.column = column;
    flaw.message = headerOf(table.columns[column]) + " " + std::string(kChanges[i].words) + " " +
                   headerOf(table.columns[original]) + " in " + std::to_string(equal[i]) + " of " +
                   std::to_string(both) + " rows.";
    return flaw;
  }
  return std::nullopt;
}

/// Transition temperatures by the mean melting temperature of the elements: Tg / <Tm> = 0.394 and
/// Tl / <Tm> = 0.68 over 1437 and 1172 glasses (0.385 in Lu & Li, 2009), Tx in between.
double usualShareOfMean(Transition transition) {
  switch (transition) {
    case Transition::Glass:
      return 0.394;
    case Transition::Crystallization:
      return 0.43;
    case Transition::Solidus:
      return 0.64;
    case Transition::Liquidus:
      return 0.68;
  }
  return 1.0;
}

std::optional<double> meanMeltingPointK(const alloy::Composition& alloy) {
  double mean = 0.0;
  for (const alloy::Share& share : alloy.shares()) {
    const auto melting = alloy::element(share.atomicNumber).meltingPointK;
    if (!melting)
      return std::nullopt;
    mean += share.amount * *melting;
  }
  return mean;
}

/// A whole column in another unit than it says.
std::optional<Flaw> wrongUnit(const Table& table, std::size_t column, const RunContext& context) {
  const auto transition = transitionOf(table.columns[column]);
  if (!transition)
    return std::nullopt;
  const bool celsius = isCelsius(table.columns[column]);
  struct Slip {
    double factor;
    double offset;
    std::string_view words;
  };
  const std::array slips{
      Slip{1.0, 0.0, ""},
      Slip{1.0, celsius ? -kZeroCelsiusK : kZeroCelsiusK,
           celsius ? "look like K and not °C" : "look like °C and not K"},
      Slip{1.0, celsius ? kZeroCelsiusK : -kZeroCelsiusK, "have 273.15 added once too often"},
      Slip{0.1, 0.0, "are ten times too large"},
      Slip{10.0, 0.0, "are ten times too small"},
  };
  std::array<std::vector<double>, slips.size()> deviations;
  for (const Row& row : table.rows) {
    context.tick();
    const auto mean = meanMeltingPointK(row.composition);
    if (!row.values[column] || !mean)
      continue;
    for (std::size_t i = 0; i < slips.size(); ++i) {
      const double mended = slips[i].factor * *row.values[column] + slips[i].offset;
      const double kelvin = celsius ? kelvinFromCelsius(mended) : mended;
      deviations[i].push_back(
          std::log(std::max(kelvin, 1.0) / *mean / usualShareOfMean(*transition)));
    }
  }
  if (deviations[0].size() < kLeastRows)
    return std::nullopt;
  // A collection may be unusual (pure metals, nearly pure metals): only what lies far off and would
  // be usual otherwise is said to be a slip.
  constexpr double kFar = 0.3;
  constexpr double kUsual = 0.15;
  if (std::abs(medianOf(deviations[0])) < kFar)
    return std::nullopt;
  for (std::size_t i = 1; i < slips.size(); ++i) {
    if (std::abs(medianOf(deviations[i])) > kUsual)
      continue;
    Flaw flaw;
    flaw.kind = i < 3 ? FlawKind::UnitSlip : FlawKind::DecimalPoint;
    flaw.severity = FlawSeverity::Error;
    flaw.column = column;
    flaw.fix.action = Fix::Action::RescaleColumn;
    flaw.fix.column = column;
    flaw.fix.factor = slips[i].factor;
    flaw.fix.offset = slips[i].offset;
    flaw.message = "The values of " + headerOf(table.columns[column]) + " " +
                   std::string(slips[i].words) +
                   ", by the melting points of the elements in the alloys.";
    return flaw;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Flaw> findColumnFlaws(const Table& table, const RunContext& context) {
  std::vector<Flaw> flaws;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    context.tick(static_cast<double>(column) / static_cast<double>(table.columns.size()));
    if (auto flaw = wrongUnit(table, column, context.silent()))
      flaws.push_back(*std::move(flaw));
    for (std::size_t original = 0; original < column; ++original) {
      if (auto flaw = copyOf(table, column, original, context.silent())) {
        flaws.push_back(*std::move(flaw));
        break;
      }
    }
  }
  return flaws;
}

}  // namespace vitrine::dataset

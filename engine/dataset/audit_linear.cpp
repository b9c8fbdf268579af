#include "engine/core/units.h"
#include "engine/dataset/audit_checks.h"
#include "engine/dataset/audit_text.h"
#include "engine/dataset/linear_form.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace vitrine::dataset {

namespace {

using alloy::Element;

/// Measured glass-transition temperatures reach 0.9, computed averages 1 but for rounding.
constexpr double kLeastR2 = 0.999;
/// A form may be broken by a tenth of the rows, e.g. typing errors.
constexpr double kLeastFollowed = 0.9;
/// With fewer rows for each element almost anything is a linear form.
constexpr std::size_t kRowsPerElement = 3;
constexpr std::size_t kLeastRows = 20;
/// An implied end member this close to a fact is that fact.
constexpr double kAgreement = 0.02;

/// How the numbers in the file may have been meant.
struct Reading {
  bool byWeight = false;       ///< the amounts read as at.% were wt.%
  bool weightAverage = false;  ///< the property is averaged over the mass and not over the atoms
  std::string_view words;
};
constexpr std::array<Reading, 3> kReadings{
    Reading{false, false, "the atomic fractions"},
    Reading{false, true, "the mass fractions"},
    Reading{true, false, "the atomic fractions, if the amounts in the file are taken as wt.%"},
};

Amounts amountsOf(const alloy::Composition& alloy, const Reading& reading) {
  const auto shares = alloy.shares();
  if (reading.byWeight) {
    const auto reread = alloy::Composition::fromAmounts(shares, alloy::Basis::WeightPercent);
    return {reread.shares().begin(), reread.shares().end()};
  }
  Amounts amounts(shares.begin(), shares.end());
  if (reading.weightAverage) {
    const std::vector<double> percent = alloy.weightPercent();
    for (std::size_t i = 0; i < amounts.size(); ++i)
      amounts[i].amount = percent[i] / 100.0;
  }
  return amounts;
}

/// A fact of the elements that a column may be an average of, in one of its usual units.
struct Fact {
  std::string_view words;
  std::string_view unit;
  std::optional<double> (*value)(const Element&);
};

constexpr double kKJPerMolOfEV = 96.48533212331;  // elementary charge times Avogadro's number

template <std::optional<double> Element::*Field, int Factor = 1>
std::optional<double> field(const Element& element) {
  const auto& value = element.*Field;
  return value ? std::optional(*value * Factor) : std::nullopt;
}

constexpr std::array kFacts{
    Fact{"melting point is", "K", field<&Element::meltingPointK>},
    Fact{"melting point is", "°C",
         [](const Element& e) -> std::optional<double> {
           if (!e.meltingPointK)
             return std::nullopt;
           return celsiusFromKelvin(*e.meltingPointK);
         }},
    Fact{"boiling point is", "K", field<&Element::boilingPointK>},
    Fact{"density is", "g/cm3", field<&Element::densityGPerCm3>},
    Fact{"density is", "kg/m3", field<&Element::densityGPerCm3, 1000>},
    Fact{"electronegativity is", "", field<&Element::electronegativityPauling>},
    Fact{"ionization energy is", "eV", field<&Element::ionizationEnergyEV>},
    Fact{"ionization energy is", "kJ/mol",
         [](const Element& e) -> std::optional<double> {
           if (!e.ionizationEnergyEV)
             return std::nullopt;
           return *e.ionizationEnergyEV * kKJPerMolOfEV;
         }},
    Fact{"atomic radius is", "pm", field<&Element::atomicRadiusPm>},
    Fact{"metallic radius is", "pm", field<&Element::metallicRadiusPm>},
    Fact{"atomic mass is", "u", [](const Element& e) -> std::optional<double> { return e.massU; }},
    Fact{"number of valence electrons is", "",
         [](const Element& e) -> std::optional<double> {
           if (!e.valenceElectrons)
             return std::nullopt;
           return *e.valenceElectrons;
         }},
};

bool agrees(double implied, double known, double standardError) {
  return std::abs(implied - known) <= kAgreement * std::abs(known) + 5.0 * standardError;
}

/// The fact that most end members agree with, where that is at least half of them.
const Fact* factBehind(const LinearForm& form) {
  const Fact* best = nullptr;
  std::size_t most = std::max<std::size_t>(form.elements.size() / 2, 1);
  for (const Fact& fact : kFacts) {
    std::size_t agreeing = 0;
    for (std::size_t i = 0; i < form.elements.size(); ++i) {
      const auto known = fact.value(alloy::element(form.elements[i]));
      agreeing += known && agrees(form.endMembers[i], *known, form.standardErrors[i]) ? 1 : 0;
    }
    if (agreeing > most) {
      most = agreeing;
      best = &fact;
    }
  }
  return best;
}

/// The rows of one column that have a value.
struct Target {
  std::vector<const Row*> rows;
  std::vector<double> y;
};

Target targetOf(const Table& table, std::size_t column) {
  Target target;
  for (const Row& row : table.rows)
    if (const auto& value = row.values[column]) {
      target.rows.push_back(&row);
      target.y.push_back(*value);
    }
  return target;
}

bool canBeJudged(const Target& target, const RunContext& context) {
  std::set<int> elements;
  for (const Row* row : target.rows) {
    context.tick();
    for (const alloy::Share& share : row->composition.shares())
      elements.insert(share.atomicNumber);
  }
  return target.rows.size() >= std::max(kLeastRows, kRowsPerElement * elements.size()) &&
         hasSeveralValues(target.y);
}

LinearForm formOf(const Target& target, const Reading& reading, const RunContext& context) {
  std::vector<Amounts> rows;
  rows.reserve(target.rows.size());
  for (const Row* row : target.rows) {
    context.tick();
    rows.push_back(amountsOf(row->composition, reading));
  }
  return fitLinearForm(rows, target.y, context);
}

std::string inUnit(double value, std::string_view unit) {
  std::string text = numberText(value, 4);
  return unit.empty() ? text : text.append(" ").append(unit);
}

Flaw flawOf(const Table& table, std::size_t column, const LinearForm& form,
            const Reading& reading) {
  Flaw flaw;
  flaw.kind = FlawKind::LinearTarget;
  flaw.severity = FlawSeverity::Warning;
  flaw.column = column;
  flaw.fix.action = Fix::Action::RemoveColumn;
  flaw.fix.column = column;
  const Fact* fact = factBehind(form);
  const std::string header = headerOf(table.columns[column]);
  flaw.message = header + " is a linear form of " + std::string(reading.words) + " (R2 = 1 - " +
                 numberText(1.0 - form.r2, 2) +
                 "): it was computed from the elements, not measured.";
  std::string contradictions;
  for (std::size_t i = 0; i < form.elements.size(); ++i) {
    const Element& element = alloy::element(form.elements[i]);
    const double implied = form.endMembers[i];
    const auto known = fact != nullptr ? fact->value(element) : std::nullopt;
    flaw.endMembers.push_back({element.atomicNumber, implied, known});
    if (!known || agrees(implied, *known, form.standardErrors[i]))
      continue;
    contradictions += " It implies " + inUnit(implied, fact->unit) + " for " +
                      std::string(element.symbol) + ", whose " + std::string(fact->words) + " " +
                      inUnit(*known, fact->unit) + ".";
  }
  if (!contradictions.empty())
    flaw.severity = FlawSeverity::Error;
  flaw.message += contradictions;
  return flaw;
}

}  // namespace

std::vector<Flaw> findLinearTargets(const Table& table, const RunContext& context) {
  std::vector<Flaw> flaws;
  std::string byWeight;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    context.tick(static_cast<double>(column) / static_cast<double>(table.columns.size()));
    const Target target = targetOf(table, column);
    if (!canBeJudged(target, context))
      continue;
    const Reading* best = nullptr;
    LinearForm form;
    for (const Reading& reading : kReadings) {
      LinearForm other = formOf(target, reading, context.silent());
      const bool follows = static_cast<double>(other.followed) >=
                               kLeastFollowed * static_cast<double>(target.rows.size()) &&
                           other.r2 >= kLeastR2;
      // Another reading than the plain one must be clearly better, not by chance.
      constexpr double kClearlyBetter = 0.25;
      if (follows && (best == nullptr || 1.0 - other.r2 < kClearlyBetter * (1.0 - form.r2))) {
        best = &reading;
        form = std::move(other);
      }
    }
    if (best == nullptr)
      continue;
    flaws.push_back(flawOf(table, column, form, *best));
    if (best->byWeight)
      byWeight += (byWeight.empty() ? "" : ", ") + headerOf(table.columns[column]);
  }
  if (!byWeight.empty()) {
    Flaw flaw;
    flaw.kind = FlawKind::MassAtomic;
    flaw.severity = FlawSeverity::Error;
    flaw.message =
        "The amounts were read as at.%, but they look like wt.%: only then do the computed "
        "columns follow from them (" +
        byWeight + ").";
    flaw.fix.action = Fix::Action::ReadByWeight;
    flaws.push_back(std::move(flaw));
  }
  return flaws;
}

}  // namespace vitrine::dataset

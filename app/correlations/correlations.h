#pragma once

#include "engine/core/run_context.h"
#include "engine/dataset/table.h"
#include "engine/thermo/line_fit.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vitrine::app {

inline constexpr const char* kThroughOrigin = "origin";
inline constexpr const char* kWithIntercept = "intercept";

/// A line through the alloys of a table: fitted to them, or published and held against them.
struct ComparedLine {
  std::string key;  ///< kThroughOrigin, kWithIntercept, or that of the published relation
  double slope = 0.0;
  double interceptK = 0.0;
  std::optional<thermo::LineFit> fit;  ///< empty for a published line
  std::string reference;               ///< key in references.json; empty for a fit
  thermo::LineAgreement agreement;     ///< with these alloys
  std::vector<double> residualK;       ///< of each alloy
  std::vector<char> outliers;          ///< of each alloy
};

/// One temperature against another, in K, for the alloys of a table that have both.
struct CorrelationSet {
  bool hasColumns = true;         ///< the table knows both temperatures
  std::vector<std::size_t> rows;  ///< of the table
  std::vector<double> xK;
  std::vector<double> yK;
  /// Through the origin, with intercept, then published ones; the fits only where there are alloys
  /// enough.
  std::vector<ComparedLine> lines;
};

struct Correlations {
  std::shared_ptr<const dataset::Table> table;
  /// Atomic numbers of the elements of its alloys, and how many alloys hold each.
  std::vector<std::pair<int, std::size_t>> elements;
  CorrelationSet tgOverMean;      ///< Tg against the mean melting point of the elements
  CorrelationSet liquidusOverTg;  ///< Tl against Tg
  CorrelationSet solidusOverTg;   ///< Ts against Tg
};

/// Columns in °C count as well. @param element  only alloys that hold it, where given
Correlations correlationsOf(std::shared_ptr<const dataset::Table> table, std::optional<int> element,
                            const RunContext& context);

}  // namespace vitrine::app

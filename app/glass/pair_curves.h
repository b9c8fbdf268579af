#pragma once

#include "app/glass/glass_analysis.h"
#include "widgets/glass/curves_plot.h"

#include <QString>

#include <vector>

namespace vitrine::app {

/// A glass in a picture of several.
struct NamedPairs {
  QString name;                            ///< empty where there is only one
  const PairAnalysis* analysis = nullptr;  ///< not null
};

/// g(r), the total in one plot and the partial ones in another, and S(q); the second glass dashed.
std::vector<widgets::CurvesPanel> pairPanels(const std::vector<NamedPairs>& glasses);

}  // namespace vitrine::app

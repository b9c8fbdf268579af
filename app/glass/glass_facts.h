#pragma once

#include "app/glass/glass_analysis.h"
#include "app/glass/glass_desk.h"

#include <QString>

namespace vitrine::app {

/// What a glass is, in lines: atoms, composition, density, cell; first peak, coordination and
/// icosahedra where they are known. The analyses may be null.
QString factsText(const Glass& glass, const PairAnalysis* pairs,
                  const atomistic::CellReport* cells);

}  // namespace vitrine::app

#pragma once

#include "engine/alloy/domain.h"
#include "widgets/ternary/triangle_geometry.h"

#include <QString>

namespace vitrine::widgets {

enum class MarkerKind;
struct TernaryMapModel;

/// "Zr 50  Cu 40  Al 10 at.%": the corner elements of the alloy at `weights`.
QString contentText(const TernaryMapModel& model, const Weights& weights);
/// "690 K", the name of a category, or "no value".
QString valueText(const TernaryMapModel& model, double value);
/// "inside the data", "edge of the data", "outside the data".
QString placeText(alloy::Domain domain);
/// The same for a place of the map; empty where the model says nothing.
QString placeText(const TernaryMapModel& model, const Weights& weights);
/// "measured pattern", "measure next".
QString markerText(MarkerKind kind);

}  // namespace vitrine::widgets

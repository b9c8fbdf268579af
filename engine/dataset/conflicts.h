#pragma once

#include "engine/dataset/column_meaning.h"
#include "engine/dataset/table.h"

namespace vitrine::dataset {

/// How far two measurements of one property of one alloy lie apart: |a - b| by their mean;
/// temperatures in °C count from absolute zero.
double relativeDifference(const PropertyColumn& column, double a, double b);

/// What reports of one alloy may differ by, relative: temperatures 4 % (25 K in Tg, 50 K in a
/// liquidus, about what laboratories differ by), critical diameters a factor of two (they depend on
/// the casting), anything else 10 %.
double usualDifference(const PropertyColumn& column);

/// Whether two measurements of one alloy contradict each other.
bool inConflict(const PropertyColumn& column, double a, double b);

}  // namespace vitrine::dataset

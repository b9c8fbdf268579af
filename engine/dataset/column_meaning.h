#pragma once

#include "engine/dataset/table.h"

#include <cstddef>
#include <optional>

namespace vitrine::dataset {

/// Temperatures that lie in a fixed order in every glass, lowest first.
enum class Transition {
  Glass,            ///< Tg
  Crystallization,  ///< Tx, its onset; Tx1 where there are several
  Solidus,          ///< Ts, Tsol, Tm: the onset of melting
  Liquidus,         ///< Tl, Tliq
};

/// By the name of the column, whatever its case; empty for any other property.
std::optional<Transition> transitionOf(const PropertyColumn& column);

/// The first column of a transition.
std::optional<std::size_t> columnOf(const Table& table, Transition transition);

bool isKelvin(const PropertyColumn& column);
bool isCelsius(const PropertyColumn& column);
/// Lengths, e.g. a critical diameter in mm: they depend on the casting and spread over decades.
bool isLength(const PropertyColumn& column);

}  // namespace vitrine::dataset

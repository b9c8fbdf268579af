#pragma once

#include "app/quantities/section_map.h"
#include "engine/alloy/balance.h"
#include "engine/alloy/composition.h"
#include "engine/alloy/grid.h"
#include "engine/diffraction/spectrum.h"
#include "widgets/parity/parity_model.h"
#include "widgets/relaxation/relaxation_model.h"
#include "widgets/ternary/ternary_model.h"
#include "widgets/theme/colour_map.h"
#include "widgets/theme/units.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace vitrine::app {

/// The composition triangle: which plane of compositions, which quantity, how it is drawn.
struct MapSection {
  std::array<int, 3> corners{40, 29, 13};
  /// The remainder is what the alloy holds besides the corners, rather than `fixedPercent`.
  bool followsAlloy = true;
  std::vector<alloy::Share> fixedPercent;
  MapQuantity quantity = MapQuantity::Tg;
  std::optional<widgets::ValueRange> lockedRange;  ///< colour range; in the unit of `quantity`, K
  widgets::ColourMap colourMap{};
  bool clockwise = false;
  bool contours = true;
  bool operator==(const MapSection&) const = default;
};

/// What undo brings back: the alloy and the section. A plain value.
struct WorkbenchState {
  std::vector<alloy::EditRow> rows;  ///< in the order on screen; at.%, sum 100
  MapSection section;
  bool operator==(const WorkbenchState&) const = default;
};

/// What the workbench opens with the first time: Zr50Cu40Al10, an alloy of Que et al. 2025.
WorkbenchState firstState();

/// How things are shown. Remembered between sessions, but no step of undo.
struct ViewChoices {
  widgets::ContentUnit contentUnit = widgets::ContentUnit::AtomicPercent;
  widgets::TemperatureUnit temperatureUnit = widgets::TemperatureUnit::Kelvin;
  widgets::TemperatureAxis temperatureAxis = widgets::TemperatureAxis::Inverse;
  bool paperBand = false;  ///< band of Tg ± the paper's RMSE instead of our 90 % interval
  bool overlays = true;    ///< curves of known alloys over the theory
  /// Which generator of the alloy's system to show, see generation::GeneratorEntry; the one of
  /// measured patterns where empty, and where the alloy has none of this name another.
  QString patternVariant;
  diffraction::AxisKind patternAxis = diffraction::AxisKind::Q;
  double wavelengthA = diffraction::kCopperKAlphaA;  ///< of the angles of patterns
  bool patternDraws = false;
  bool nearestPatterns = true;  ///< imported patterns near the alloy, over the generated one
  QString parityProperty = QStringLiteral("Tg");  ///< "Tg" or "Tm"
  widgets::ParitySplit paritySplit = widgets::ParitySplit::Random;
  QString paritySeries = QString::fromLatin1(widgets::kAllParitySeries);
  bool operator==(const ViewChoices&) const = default;
};

/// The alloy of the rows. @throws Error (InvalidInput) where all are zero
alloy::Composition alloyOf(const std::vector<alloy::EditRow>& rows);
/// Rows for an alloy, largest content first; locks of elements that stay are kept from `before`.
std::vector<alloy::EditRow> rowsFor(const alloy::Composition& alloy,
                                    const std::vector<alloy::EditRow>& before);
/// Rows for a place of a section, at.% rounded to 0.1. Rows that were there keep their place and
/// their lock; only those that the section knows nothing of go.
std::vector<alloy::EditRow> rowsAtPlace(const std::vector<alloy::EditRow>& before,
                                        const alloy::TernarySection& section,
                                        const std::array<double, 3>& weights);

/// The plane of compositions that the map shows.
SectionPlane sectionPlane(const WorkbenchState& state);

/// Corners for an alloy: those of `before` while the alloy contains them all; else its three most
/// abundant elements, filled up from `before` and from common glass formers.
std::array<int, 3> cornersFor(const std::vector<alloy::EditRow>& rows, std::array<int, 3> before);

}  // namespace vitrine::app

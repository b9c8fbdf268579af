#pragma once

#include "engine/atomistic/structure.h"
#include "widgets/theme/colour_map.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace vitrine::widgets {

/// By what the atoms are coloured.
struct AtomColours {
  enum class Kind { Species, Values, Classes };

  Kind kind = Kind::Species;
  QString quantity;  ///< with unit, for the legend: "coordination", "volume (Å³)"

  // Of kind Values: a number for each atom; NaN where there is none.
  std::shared_ptr<const std::vector<double>> values;
  double low = 0.0;  ///< where the colours begin and end; low < high
  double high = 1.0;
  ColourMap map = ColourMap::Viridis;

  // Of kind Classes: the class of each atom, from 0; -1 for none of them.
  std::shared_ptr<const std::vector<int>> classes;
  QStringList classNames;
};

/// Everything a picture of atoms shows.
struct StructureViewModel {
  QString name;  ///< of the structure, e.g. "Zr44Cu56"
  /// Null for nothing. Every atom has its species.
  std::shared_ptr<const atomistic::Structure> structure;
  AtomColours colours;
  std::vector<std::uint32_t> highlighted;  ///< atoms with a rim
  bool fadesOthers = false;                ///< what is not highlighted steps back
  std::optional<std::uint32_t> selected;   ///< the atom with a ring around it
  double radiusScale = 0.9;                ///< of the radii in metals
  bool showsCell = true;                   ///< its edges; the view makes room for them
  QString message;                         ///< shown in the middle, e.g. why there is nothing
};

}  // namespace vitrine::widgets

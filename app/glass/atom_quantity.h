#pragma once

#include "app/glass/barcode_readings.h"
#include "app/glass/glass_analysis.h"
#include "widgets/structure/structure_model.h"

#include <QString>

#include <optional>
#include <vector>

namespace vitrine::app {

/// What the atoms of a glass can be coloured by.
struct AtomQuantity {
  enum class Kind {
    Species,
    Neighbours,      ///< up to the first minimum of g(r)
    CellNeighbours,  ///< faces of the Voronoi cell
    Volume,          ///< of the Voronoi cell
    FiveFold,        ///< share of faces with five edges
    CellClass,       ///< the most frequent Voronoi indices
    Icosahedra,      ///< centres, shells, others
    BarcodeBar,      ///< the bars with the most atoms
    Number,          ///< of the file
  };

  Kind kind = Kind::Species;
  std::string number = {};  ///< its name, of kind Number
  bool operator==(const AtomQuantity&) const = default;
};

/// Everything there is for this structure.
std::vector<AtomQuantity> quantitiesOf(const atomistic::Structure& structure);
QString quantityName(const AtomQuantity& quantity);
/// Whether it must be computed first by an analysis.
bool needsAnalysis(const AtomQuantity& quantity);

/// Nothing where it is not computed yet, or cannot be. Analyses and barcode may be null.
std::optional<widgets::AtomColours> coloursOf(const AtomQuantity& quantity,
                                              const atomistic::Structure& structure,
                                              const PairAnalysis* pairs,
                                              const atomistic::CellReport* cells,
                                              const GlassBarcode* barcode = nullptr);

}  // namespace vitrine::app

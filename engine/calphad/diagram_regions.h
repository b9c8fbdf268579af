#pragma once

#include "engine/calphad/phase_diagram.h"

#include <string>
#include <vector>

namespace vitrine::calphad {

/// A field of a phase diagram in which the same phases are stable.
struct DiagramRegion {
  /// Its extent at one temperature, in mole fractions of the second component; both the same in a
  /// compound of fixed composition.
  struct Span {
    double temperatureK = 0.0;
    double left = 0.0;
    double right = 0.0;
  };
  std::vector<std::string> phases;  ///< one, or two in equilibrium: the one poorer in it first
  std::vector<Span> spans;          ///< by rising temperature
};

/// The fields that the levels of a diagram show. Together they cover it. Two fields of one phase
/// side by side are its ordered and its disordered form.
std::vector<DiagramRegion> diagramRegions(const PhaseDiagram& diagram);

/// Names of the stable phases at a place of the diagram, by the nearest level; empty outside.
std::vector<std::string> phasesAt(const PhaseDiagram& diagram, double x, double temperatureK);

}  // namespace vitrine::calphad

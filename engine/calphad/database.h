#pragma once

#include "engine/calphad/expression.h"
#include "engine/core/finding.h"

#include <cstddef>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace vitrine::calphad {

/// What can stand on a sublattice: an element, a molecule or the vacancy.
struct Species {
  std::string name;                                   ///< upper case, as in the file
  std::vector<std::pair<std::size_t, double>> atoms;  ///< element and count; none for VA
  double charge = 0.0;                                ///< in elementary charges
};

/// A FUNCTION statement.
struct Function {
  std::string name;
  PiecewiseExpression value;
  std::size_t line = 0;  ///< where it is defined, or first used
};

/// A PHASE with its CONSTITUENTs and what TYPE_DEFINITIONs say of it.
struct Phase {
  std::string name;
  char option = '\0';         ///< of "LIQUID:L": G gas, L liquid, Y ionic liquid, F and B below
  std::vector<double> sites;  ///< of each sublattice, per formula unit
  std::vector<std::vector<std::size_t>> constituents;  ///< species of each sublattice
  double antiferromagneticFactor = 0.0;                ///< -1 (bcc) or -3; 0 for no magnetic part
  double structureFactor = 0.0;                        ///< Inden's p: 0.4 (bcc) or 0.28
  std::string disorderedPart;  ///< name of the phase of DIS_PART; empty without
  bool rejected = false;       ///< by DEFAULT_COMMAND REJECT_PHASE; may be a disordered part
};

enum class ParameterKind { Gibbs, CurieTemperature, MagneticMoment };

/// A PARAMETER statement.
struct Parameter {
  /// Stands for `*`, any constituent.
  static constexpr std::size_t kAny = std::numeric_limits<std::size_t>::max();

  ParameterKind kind = ParameterKind::Gibbs;
  std::size_t phase = 0;
  /// Of each sublattice, by name; several interact with each other.
  std::vector<std::vector<std::size_t>> constituents;
  int order = 0;              ///< what follows the semicolon: power of Redlich and Kister
  PiecewiseExpression value;  ///< J per mole of formula units; K; Bohr magnetons
};

/// What a TDB file says. Energies are in J per mole of formula units.
struct Database {
  std::vector<std::string> elements;  ///< symbols in upper case, without VA and the electron
  std::vector<Species> species;       ///< the elements are species too
  std::vector<Function> functions;
  /// Order in which functions can be computed: each after those it uses.
  std::vector<std::size_t> evaluationOrder;
  std::vector<Phase> phases;
  std::vector<Parameter> parameters;
  /// The comments at the head of the file, in which databases name their makers and licence.
  std::vector<std::string> header;
  std::vector<Finding> notes;  ///< what was left out and why; `position` is the line

  /// Takes phases out of every calculation, as DEFAULT_COMMAND REJECT_PHASE does.
  /// @throws Error (InvalidInput) naming what is no phase of the database
  void reject(const std::vector<std::string>& phaseNames);

  /// Values of all functions at a temperature, by index.
  [[nodiscard]] std::vector<double> functionValues(double temperatureK) const;
};

}  // namespace vitrine::calphad

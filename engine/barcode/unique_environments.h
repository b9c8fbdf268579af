#pragma once

#include "engine/atomistic/soap_radial.h"
#include "engine/atomistic/structure.h"
#include "engine/barcode/environment_index.h"
#include "engine/barcode/unit_rows.h"
#include "engine/core/run_context.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace vitrine::barcode {

/// How environments are described, and when two of them count as one.
struct EnvironmentSettings {
  std::vector<int> species;  ///< atomic numbers, rising
  atomistic::SoapSettings soap;
  double threshold = 0.84;  ///< of M_s
  double width = 0.22;      ///< over which an atom counts, see EnvironmentWeights
  bool operator==(const EnvironmentSettings&) const = default;
};

/// @throws Error (InvalidInput) for a threshold that is not between 0 and 1
void checkThreshold(double threshold);

/// Where an environment was first met.
struct EnvironmentSource {
  std::size_t structure = 0;  ///< number of the structure, from 0, in the order they came
  std::size_t atom = 0;       ///< from 0, as in the structure
  int species = 0;            ///< atomic number of the centre
  bool operator==(const EnvironmentSource&) const = default;
};

/// Unique local environments, "ULEs", in the order they were met.
struct UniqueEnvironments {
  EnvironmentSettings settings;
  EnvironmentIndex index;
  std::vector<EnvironmentSource> sources;  ///< one for each
  std::size_t environmentsSeen = 0;        ///< atoms of all structures together
  std::size_t structuresSeen = 0;

  [[nodiscard]] std::size_t size() const noexcept { return index.size(); }
};

/// Collects unique environments, greedy and first come: an environment joins the set where its
/// similarity to every one before it is below the threshold (C. Liu et al., Acta Mater. 259,
/// 119281 (2023), section 2.2). The set depends on the order of structures and of their atoms and
/// on nothing else.
class EnvironmentCollector {
 public:
  /// @throws Error (InvalidInput) as checkThreshold
  explicit EnvironmentCollector(EnvironmentSettings settings);

  /// Rows of the structure that is being read, atoms `first`, first + 1, …
  /// @param species  atomic numbers of all its atoms
  void add(const UnitRows& rows, std::size_t first, const std::vector<int>& species,
           const RunContext& context);
  /// The next rows come from another structure.
  void endStructure() { ++m_found.structuresSeen; }

  [[nodiscard]] const UniqueEnvironments& found() const noexcept { return m_found; }
  [[nodiscard]] UniqueEnvironments take() { return std::move(m_found); }

 private:
  UniqueEnvironments m_found;
};

}  // namespace vitrine::barcode

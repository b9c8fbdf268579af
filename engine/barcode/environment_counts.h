#pragma once

#include "engine/atomistic/soap.h"
#include "engine/barcode/unique_environments.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace vitrine::barcode {

/// How often the unique environments of a set occur in a structure.
struct EnvironmentCounts {
  static constexpr std::int32_t kUnknown = -1;

  std::vector<std::size_t> counts;   ///< of each unique environment
  std::vector<std::int32_t> ofAtom;  ///< number of the environment, or kUnknown
  std::size_t unknown = 0;           ///< atoms similar to none: below the threshold to every one

  [[nodiscard]] std::size_t atoms() const noexcept { return ofAtom.size(); }
  /// Parts of all atoms, the unknown ones among them: the sum is 1 - unknown / atoms.
  [[nodiscard]] std::vector<double> shares() const;
};

/// Registers each atom at the environment it is most similar to; of equally similar ones at the
/// first.
/// @param descriptor  made with the settings of the set
/// @throws Error (InvalidInput) for a species that the set does not describe; Cancelled
EnvironmentCounts countEnvironments(const UniqueEnvironments& set,
                                    const atomistic::SoapDescriptor& descriptor,
                                    const atomistic::Structure& structure,
                                    const RunContext& context);

}  // namespace vitrine::barcode

#pragma once

#include "engine/alloy/composition.h"
#include "engine/core/run_context.h"

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace vitrine::dataset {

/// Finds the alloys nearest to an alloy among many, without looking at all of them: a vantage-point
/// tree over alloy::distancePercent (P. N. Yianilos, SODA 1993).
class CompositionIndex {
 public:
  struct Neighbour {
    std::size_t index = 0;  ///< of the alloy in the list
    double distance = 0.0;  ///< at.%
    bool operator<(const Neighbour& other) const {
      return distance != other.distance ? distance < other.distance : index < other.index;
    }
  };
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

  /// @throws Cancelled
  CompositionIndex(std::vector<alloy::Composition> alloys, const RunContext& context);

  /// At most `count` alloys within `radius` at.%, nearest first, equal distances by index; the one
  /// with the index `except` is left out.
  [[nodiscard]] std::vector<Neighbour> nearest(const alloy::Composition& alloy, std::size_t count,
                                               double radius, std::size_t except = kNone) const;

 private:
  struct Search;

  /// A node is a part of m_order whose first alloy is the vantage point; the first half of the
  /// others lie within its radius, the second half not closer than that.

  void visit(std::size_t begin, std::size_t end, Search& search) const;

  std::vector<alloy::Composition> m_alloys;
  std::vector<std::size_t> m_order;
  std::vector<double> m_radius;  ///< of the node whose vantage point stands at this place
};

}  // namespace vitrine::dataset

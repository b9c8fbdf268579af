#pragma once

#include "engine/alloy/composition.h"
#include "engine/diffraction/spectrum_set.h"

#include <QObject>

#include <cstddef>
#include <memory>
#include <vector>

namespace vitrine::app {

/// The measured patterns that were imported last, prepared as generators want them.
class MeasuredPatterns : public QObject {
  Q_OBJECT

 public:
  using Patterns = std::shared_ptr<const diffraction::SpectrumSet>;

  using QObject::QObject;

  /// Null before the first import.
  [[nodiscard]] const Patterns& patterns() const noexcept { return m_patterns; }
  void setPatterns(Patterns patterns);

  struct Neighbour {
    std::size_t pattern = 0;  ///< index into `patterns()->patterns`
    double distancePercent = 0.0;
  };
  /// At most `count` patterns of alloys within `reachPercent` at.% (see alloy::distancePercent),
  /// the nearest first.
  [[nodiscard]] std::vector<Neighbour> nearest(const alloy::Composition& alloy, std::size_t count,
                                               double reachPercent) const;

 signals:
  void changed();

 private:
  Patterns m_patterns;
};

}  // namespace vitrine::app

#pragma once

#include "engine/alloy/composition.h"
#include "engine/diffraction/spectrum.h"

#include <QObject>
#include <QString>

#include <optional>

namespace vitrine::app {

/// What the window of glasses hands to the views of an alloy, computed from atoms.
class ComputedStructures : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  /// Where neighbours stand: the first peak of g(r).
  struct Distance {
    QString glass;
    alloy::Composition alloy;
    double neighboursA = 0.0;
  };
  [[nodiscard]] const std::optional<Distance>& distance() const noexcept { return m_distance; }
  void setDistance(const Distance& distance);
  /// Lays a pattern over those of its alloy.
  void showPattern(const QString& glass, const diffraction::Spectrum& pattern);

 signals:
  void distanceChanged();
  void patternShown(const QString& glass, const vitrine::diffraction::Spectrum& pattern);

 private:
  std::optional<Distance> m_distance;
};

}  // namespace vitrine::app

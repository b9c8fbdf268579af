#include "app/services/computed_structures.h"

namespace vitrine::app {

void ComputedStructures::setDistance(const Distance& distance) {
  m_distance = distance;
  emit distanceChanged();
}

void ComputedStructures::showPattern(const QString& glass, const diffraction::Spectrum& pattern) {
  emit patternShown(glass, pattern);
}

}  // namespace vitrine::app

#include "widgets/ternary/ternary_ticks.h"

#include "widgets/plot/ticks.h"

#include <cmath>

namespace vitrine::widgets {

int scaleStart(int component, TernarySense sense) {
  // Corners 0 (top), 1 (lower left), 2 (lower right) follow each other counter-clockwise.
  return (component + (sense == TernarySense::CounterClockwise ? 2 : 1)) % 3;
}

std::vector<TernaryTick> ternaryTicks(double variablePercent, TernarySense sense, int wanted) {
  std::vector<TernaryTick> ticks;
  const TriangleGeometry unit({0.0, 0.0}, 1.0);
  for (int component = 0; component < 3; ++component) {
    const int start = scaleStart(component, sense);
    const int other = 3 - component - start;
    const auto from = unit.corner(other);
    const auto to = unit.corner(start);
    for (const double percent : niceTicks(0.0, variablePercent, wanted)) {
      const double share = percent / variablePercent;
      if (share < 1e-9 || share > 1.0 - 1e-9)
        continue;
      TernaryTick tick;
      tick.component = component;
      tick.percent = percent;
      tick.edge[component] = tick.across[component] = share;
      tick.edge[start] = tick.across[other] = 1.0 - share;
      // The line runs parallel to the side between the two other corners; that side has length 1.
      tick.outward = {to.x - from.x, to.y - from.y};
      ticks.push_back(tick);
    }
  }
  return ticks;
}

}  // namespace vitrine::widgets

#pragma once

#include "widgets/parity/parity_model.h"

#include <cmath>
#include <limits>

namespace vitrine::test {

/// Four alloys and two models; the second one has no value for the last alloy.
inline widgets::ParityPlotModel paritySample() {
  using widgets::ParityScore;
  using widgets::PublishedScore;
  widgets::ParityPlotModel model;
  model.formulas = {"Zr50Cu40Al10", "Pd40Ni40P20", "La60Ni15Al25", "Mg65Cu25Y10"};
  model.measuredK = {690, 575, 450, 425};
  model.series = {{"extra_trees",
                   "Extra trees",
                   "Trees",
                   {684, 580, 455, 430},
                   ParityScore{0.987, 18.7},
                   PublishedScore{{0.9879, 0.9879}, {10.66, 10.66}}},
                  {"blend",
                   "Blend of the six",
                   "Blend",
                   {695, 560, 450, std::nan("")},
                   ParityScore{0.99, 16.0},
                   {}}};
  model.paperNote = "Que et al. 2025";
  return model;
}

}  // namespace vitrine::test

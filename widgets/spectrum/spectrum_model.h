#pragma once

#include "engine/diffraction/first_peak.h"
#include "engine/diffraction/spectrum.h"

#include <QString>

#include <optional>
#include <vector>

namespace vitrine::widgets {

/// A measured pattern, or g(r), or one computed from atoms, laid over the generated one.
struct MeasuredCurve {
  QString label;
  std::vector<double> positions;  ///< 1/Å, or Å of g(r); rising
  std::vector<double> intensity;  ///< as measured
  double factor = 1.0;            ///< it is drawn times this, and the legend says so
  QString source;
  bool dropped = true;    ///< by the user, who can take it off; else a neighbour of the alloy
  bool computed = false;  ///< from atoms, not measured
  bool radial = false;    ///< g(r)
};

/// One of the generators that the alloy can be shown by.
struct GeneratorChoice {
  QString name;     ///< how the workbench calls it; comes back with generatorChosen
  QString text;     ///< in the list: "g(r), simulated"
  QString toolTip;  ///< where its curves come from
};

/// Everything the spectrum view shows. Positions are wave numbers in 1/Å whether the axis is Q or
/// TwoTheta, and the highest intensity of a generated pattern is about 100; with R they are
/// distances in Å, and the curves are g(r).
struct SpectrumPlotModel {
  QString alloy;                         ///< formula, for the file name
  QString generator;                     ///< who generated it, for the legend
  std::vector<GeneratorChoice> choices;  ///< of generators for the alloy
  QString choice;                        ///< name of the one that is shown
  std::vector<double> positions;
  std::vector<double> mean;
  std::vector<double> lower;  ///< 90 % band
  std::vector<double> upper;
  std::vector<std::vector<double>> draws;  ///< patterns as they might be measured, over `positions`
  std::optional<diffraction::FirstPeak> peak;
  QString state;  ///< what the peak says, e.g. "glass"
  std::vector<MeasuredCurve> measured;
  diffraction::AxisKind axis = diffraction::AxisKind::Q;
  double wavelengthA = diffraction::kCopperKAlphaA;  ///< of the angles
  bool showsDraws = false;
  bool offersNearest = false;  ///< there are imported patterns to choose the nearest from
  bool showsNearest = false;   ///< the nearest are among `measured`
  bool outside = false;        ///< the alloy is outside the generator's domain: drawn grey
  QString warning;             ///< why it is outside or at the edge
  bool stale = false;
  QString message;  ///< e.g. why there is no pattern
};

}  // namespace vitrine::widgets

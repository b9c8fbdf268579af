#include "app/pages/overlays.h"

#include "engine/relaxation/theory.h"
#include "engine/relaxation/vft.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace vitrine::app {

using widgets::RelaxationOverlay;

namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(vitrine::app::Overlays)
};

/// Farther away, a comparison would say more about the difference of the alloys than the theory.
constexpr double kNearPercent = 2.0;
/// Nearer, it is the alloy itself.
constexpr double kSamePercent = 0.05;
constexpr int kCurvePoints = 80;
/// The VFT form is drawn where relaxation can be measured.
constexpr double kHottestOverTg = 1.35;

RelaxationOverlay measuredTg(const KnownAlloy& known) {
  RelaxationOverlay overlay;
  overlay.kind = RelaxationOverlay::Kind::Measured;
  overlay.label =
      known.tgMethod.isEmpty() ? Texts::tr("Tg") : Texts::tr("Tg %1").arg(known.tgMethod);
  overlay.points = {{*known.tgK, std::log10(relaxation::kTauAtTgS)}};
  overlay.source = known.source;
  return overlay;
}

RelaxationOverlay derivedVft(const KnownAlloy& known, prediction::Interval theoryK) {
  const auto vft = relaxation::Vft::fromFragility(*known.tgK, *known.fragility);
  RelaxationOverlay overlay;
  overlay.kind = RelaxationOverlay::Kind::Derived;
  overlay.label = Texts::tr("VFT, m = %1").arg(widgets::numberText(*known.fragility, 0));
  overlay.source = known.source;
  const double from = std::max(theoryK.lo, *known.tgK - 20.0);
  const double to = std::min(theoryK.hi, kHottestOverTg * *known.tgK);
  for (int i = 0; i < kCurvePoints; ++i) {
    const double temperatureK = from + (to - from) * i / (kCurvePoints - 1);
    if (const auto log10TauS = vft.log10TauS(temperatureK))
      overlay.points.push_back({temperatureK, *log10TauS});
  }
  return overlay;
}

}  // namespace

std::vector<RelaxationOverlay> relaxationOverlays(const std::vector<KnownAlloy>& known,
                                                  const alloy::Composition& alloy,
                                                  prediction::Interval theoryK) {
  const KnownAlloy* nearest = nullptr;
  double least = kNearPercent;
  for (const KnownAlloy& candidate : known) {
    const double distance = alloy::distancePercent(candidate.composition, alloy);
    // Of two rows of one alloy the one with a fragility says more.
    const bool richer =
        nearest != nullptr && distance == least && candidate.fragility && !nearest->fragility;
    if (!candidate.tgK || !(distance < least || richer))
      continue;
    nearest = &candidate;
    least = distance;
  }
  if (nearest == nullptr)
    return {};
  std::vector<RelaxationOverlay> overlays{measuredTg(*nearest)};
  if (nearest->fragility)
    overlays.push_back(derivedVft(*nearest, theoryK));
  if (least > kSamePercent)
    for (RelaxationOverlay& overlay : overlays)
      overlay.alloy = nearest->formula;
  return overlays;
}

}  // namespace vitrine::app

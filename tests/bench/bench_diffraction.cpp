// Diffraction patterns: reading a measured system, preparing it, and the first peaks of a map.

#include "engine/diffraction/first_peak.h"
#include "engine/diffraction/preprocessing.h"
#include "engine/diffraction/spectrum_folder.h"
#include "tests/bench/timing.h"
#include "tests/engine/diffraction/synthetic.h"
#include "tests/support/paths.h"

#include <cstdio>
#include <filesystem>
#include <vector>

using namespace vitrine;
using namespace vitrine::diffraction;
using vitrine::bench::medianSeconds;
using vitrine::bench::report;

namespace {

void readAndPrepare() {
  const auto folder = test::sharedDir() / "data" / "ren-hitp" / "CoVZr";
  if (!std::filesystem::exists(folder)) {
    std::fprintf(stderr, "Not timed: the patterns of Co-V-Zr are not in $VITRINE_SHARED/data.\n");
    return;
  }
  SpectrumCollection collection;
  report("reading Co-V-Zr, 1937 patterns of 1000 points", "median_s",
         medianSeconds(5, [&] { collection = readSpectrumFolder(folder); }), 1.0);
  std::size_t patterns = 0;
  report("preparing them, 3743 points each", "median_s",
         medianSeconds(5, [&] { patterns += prepare(collection).patterns.size(); }), 1.0);
}

}  // namespace

int main() {
  readAndPrepare();

  test::SyntheticPeak glass;
  glass.deltaQ = 0.57;
  const std::vector<double> q = kPaperAxis.positions();
  const auto intensities = test::sampled(glass, q, 0.5, 1);
  double sink = 0.0;
  const auto analyse = [&](bool fits) {
    FirstPeakOptions options;
    options.fits = fits;
    sink += analyseFirstPeak(q, intensities, options)->direct.shape.q1;
  };
  report("first peak read off, 3743 points", "median_ms",
         1e3 * medianSeconds(501, [&] { analyse(false); }), 0.3);
  report("first peak with its fit, 3743 points", "median_ms",
         1e3 * medianSeconds(101, [&] { analyse(true); }), 3.0);
  return sink > 0.0 ? 0 : 1;
}

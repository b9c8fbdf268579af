// Any bytes as a file of diffraction patterns: no crash, only vitrine::Error; and whatever was read
// can be prepared and looked through for its first peak.

#include "engine/core/error.h"
#include "engine/diffraction/first_peak.h"
#include "engine/diffraction/preprocessing.h"
#include "engine/diffraction/spectrum_file.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

using namespace vitrine;

namespace {

void prepareAndAnalyse(const diffraction::Spectrum& spectrum) {
  diffraction::Recipe recipe;
  recipe.wavelengthA = diffraction::kCopperKAlphaA;
  recipe.axis = {1.0, 5.0, 401};
  recipe.subtractsBackground = spectrum.positions().size() % 2 == 0;
  try {
    const auto intensities = diffraction::preprocess(spectrum, recipe);
    if (intensities.size() != recipe.axis.points)
      std::abort();
    const auto peak = diffraction::analyseFirstPeak(recipe.axis.positions(), intensities);
    if (peak && !(peak->direct.shape.deltaQ > 0.0 && std::isfinite(peak->direct.shape.q1)))
      std::abort();
  } catch (const Error&) {
    // It does not cover the axis, say.
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto read = diffraction::parseSpectrumFile(std::as_bytes(std::span(data, size)), "fuzz");
    if (read.spectra.empty())
      std::abort();
    for (const auto& measured : read.spectra) {
      const auto& spectrum = measured.spectrum;
      if (spectrum.positions().size() != spectrum.intensities().size() ||
          spectrum.positions().size() < 2)
        std::abort();
      prepareAndAnalyse(spectrum);
    }
  } catch (const Error&) {
    // Refused with a word for people.
  }
  return 0;
}

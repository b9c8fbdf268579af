#include "app/cli/pattern_data.h"

#include "engine/diffraction/spectrum_folder.h"

namespace vitrine::cli {

void PatternData::addTo(Options& options) {
  options
      .text("--data", data, "DIR|FILE",
            "Folder with index.csv and tables of patterns over q in 1/A, or one table of patterns "
            "(path)")
      ->required();
  options.text("--wavelength", wavelength, "L",
               "Of the radiation, for patterns over angles whose file names none (Angstrom)");
  options.flag("--subtract-background", subtractsBackground,
               "Take the background off, as Ren et al. (2018) do");
}

diffraction::Recipe PatternData::recipe() const {
  diffraction::Recipe recipe;
  if (!wavelength.empty())
    recipe.wavelengthA = positive(wavelength, "--wavelength");
  recipe.subtractsBackground = subtractsBackground;
  return recipe;
}

generation::TrainingSet PatternData::read(const RunContext& context) const {
  const auto collection = diffraction::readSpectra(data, context.slice(0.0, 0.7));
  return generation::TrainingSet::fromSpectra(
      diffraction::prepare(collection, recipe(), context.slice(0.7, 1.0)));
}

}  // namespace vitrine::cli

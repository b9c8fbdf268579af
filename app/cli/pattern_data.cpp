#include "app/cli/pattern_data.h"

#include "engine/core/error.h"
#include "engine/diffraction/spectrum_folder.h"

#include <vector>

namespace vitrine::cli {

namespace {

/// The chosen rows of all. @throws Error (InvalidInput) where there are none
generation::TrainingSet chosen(const generation::TrainingSet& all,
                               const std::vector<std::size_t>& rows, const char* option) {
  if (rows.empty())
    throw Error(ErrorCode::InvalidInput,
                std::string(option) + " leaves no pattern of the data; choose another limit.");
  return all.select(rows);
}

}  // namespace

void PatternData::addTo(Options& options) {
  options
      .text("--data", data, "DIR|FILE",
            "Folder with index.csv and tables of patterns over q in 1/A, or one table of patterns "
            "or of g(r) over r in A (path)")
      ->required();
  auto* edge = options.text("--edges", edges, "P",
                            "Only alloys with less than P of an element: the edges of the triangle "
                            "(at.%)");
  options
      .text("--inside", inside, "P",
            "Only alloys with at least P of each element: the inside of the triangle (at.%)")
      ->excludes(edge);
  options.text("--wavelength", wavelength, "L",
               "Of the radiation, for patterns over angles whose file names none (Angstrom)");
  options.text("--substrate", substrate, "FILE",
               "Pattern of the bare substrate, to be taken off as far as it reaches (path)");
  options.flag("--subtract-background", subtractsBackground,
               "Take the background off, as Ren et al. (2018) do");
}

diffraction::Recipe PatternData::recipe(const RunContext& context) const {
  diffraction::Recipe recipe;
  if (!wavelength.empty())
    recipe.wavelengthA = positive(wavelength, "--wavelength");
  if (!substrate.empty())
    recipe.substrate = {diffraction::readOneSpectrum(substrate, context), std::nullopt};
  recipe.subtractsBackground = subtractsBackground;
  return recipe;
}

generation::TrainingSet PatternData::read(
    const RunContext& context, const std::optional<diffraction::UniformAxis>& axis) const {
  auto prepared = recipe(context.silent());
  const auto collection = diffraction::readSpectra(data, context.slice(0.0, 0.7));
  if (const auto radial = diffraction::radialRecipe(collection))
    prepared = *radial;
  if (axis)
    prepared.axis = *axis;
  const auto all = generation::TrainingSet::fromSpectra(
      diffraction::prepare(collection, prepared, context.slice(0.7, 1.0)));
  if (!edges.empty())
    return chosen(all, edgeSplit(all, positive(edges, "--edges") / 100.0).edge, "--edges");
  if (!inside.empty())
    return chosen(all, edgeSplit(all, positive(inside, "--inside") / 100.0).inside, "--inside");
  return all;
}

}  // namespace vitrine::cli

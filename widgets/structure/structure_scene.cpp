#include "widgets/structure/structure_scene.h"

#include "widgets/alloy/element_names.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <map>

namespace vitrine::widgets {

namespace {

/// How much of the ground is in atoms that step back.
constexpr double kFaded = 0.82;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(vitrine::widgets::StructureView)
};

using Kind = AtomColours::Kind;

/// The colour of each species of the structure.
std::map<int, Rgb> speciesColours(const atomistic::Structure& structure, const Theme& theme) {
  const std::vector<int> species = atomistic::speciesOf(structure);
  const std::vector<int> indices = elementColourIndices(species);
  std::map<int, Rgb> colours;
  for (std::size_t i = 0; i < species.size(); ++i)
    colours[species[i]] = rgbOf(theme.elements[static_cast<std::size_t>(indices[i])]);
  return colours;
}

std::vector<Rgb> classColours(const StructureViewModel& model, const Theme& theme) {
  std::vector<Rgb> colours;
  for (qsizetype i = 0; i < model.colours.classNames.size(); ++i)
    colours.push_back(rgbOf(theme.elements[static_cast<std::size_t>(i) % theme.elements.size()]));
  return colours;
}

std::vector<Rgb> atomColours(const StructureViewModel& model, const Theme& theme) {
  const Rgb without = rgbOf(theme.border);
  const AtomColours& chosen = model.colours;
  if (chosen.kind == Kind::Values)
    return coloursByValue(*chosen.values, chosen.low, chosen.high, chosen.map, without);
  if (chosen.kind == Kind::Classes)
    return coloursByClass(*chosen.classes, classColours(model, theme), without);
  const auto colours = speciesColours(*model.structure, theme);
  std::vector<Rgb> result;
  result.reserve(model.structure->size());
  for (const int species : model.structure->species)
    result.push_back(colours.at(species));
  return result;
}

}  // namespace

Rgb rgbOf(const QColor& colour) {
  return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
          static_cast<std::uint8_t>(colour.blue())};
}

QColor colourOf(Rgb rgb) {
  return {rgb.red, rgb.green, rgb.blue};
}

SphereLook lookOf(const Theme& theme) {
  return {rgbOf(theme.surface), rgbOf(theme.dark ? QColor(Qt::white) : QColor(Qt::black))};
}

std::shared_ptr<const SphereScene> sceneOf(const StructureViewModel& model, const Theme& theme) {
  std::vector<Rgb> colours = atomColours(model, theme);
  if (model.fadesOthers) {
    const Rgb ground = rgbOf(theme.surface);
    std::vector<bool> kept(colours.size(), false);
    for (const std::uint32_t atom : model.highlighted)
      if (atom < kept.size())
        kept[atom] = true;
    for (std::size_t i = 0; i < colours.size(); ++i)
      if (!kept[i])
        colours[i] = mixed(colours[i], ground, kFaded);
  }
  return std::make_shared<const SphereScene>(
      sceneOf(*model.structure, colours, model.highlighted, model.radiusScale, model.showsCell));
}

StructureLegend legendOf(const StructureViewModel& model, const Theme& theme) {
  const AtomColours& chosen = model.colours;
  StructureLegend legend;
  legend.title = chosen.quantity;
  if (chosen.kind == Kind::Values) {
    legend.low = chosen.low;
    legend.high = chosen.high;
    legend.map = chosen.map;
    return legend;
  }
  if (chosen.kind == Kind::Classes) {
    const auto colours = classColours(model, theme);
    for (std::size_t i = 0; i < colours.size(); ++i)
      legend.entries.push_back(
          {chosen.classNames[static_cast<qsizetype>(i)], colours[i],
           static_cast<std::size_t>(
               std::count(chosen.classes->begin(), chosen.classes->end(), static_cast<int>(i)))});
    const auto others = static_cast<std::size_t>(std::count_if(
        chosen.classes->begin(), chosen.classes->end(),
        [&](int each) { return each < 0 || static_cast<std::size_t>(each) >= colours.size(); }));
    if (others > 0)
      legend.entries.push_back({Words::tr("others"), rgbOf(theme.border), others});
    return legend;
  }
  legend.title = Words::tr("element");
  const auto& species = model.structure->species;
  for (const auto& [number, colour] : speciesColours(*model.structure, theme))
    legend.entries.push_back(
        {elementSymbol(number), colour,
         static_cast<std::size_t>(std::count(species.begin(), species.end(), number))});
  return legend;
}

QString atomText(const StructureViewModel& model, std::uint32_t atom) {
  const AtomColours& chosen = model.colours;
  QString text =
      Words::tr("%1, atom %2").arg(elementSymbol(model.structure->species[atom])).arg(atom + 1);
  QString value;
  if (chosen.kind == Kind::Values && !std::isnan((*chosen.values)[atom]))
    value = QLocale().toString((*chosen.values)[atom], 'g', 6);
  if (chosen.kind == Kind::Classes)
    value = chosen.classNames.value((*chosen.classes)[atom]);
  if (!value.isEmpty())
    text += Words::tr(" · %1: %2").arg(chosen.quantity, value);
  return text;
}

}  // namespace vitrine::widgets

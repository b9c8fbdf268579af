#pragma once

#include "widgets/structure/sphere_look.h"
#include "widgets/structure/sphere_scene.h"
#include "widgets/structure/structure_model.h"

#include <QColor>

#include <memory>
#include <vector>

namespace vitrine::widgets {

struct Theme;

/// What the colours of a picture mean: a scale, or a list of classes.
struct StructureLegend {
  struct Entry {
    QString name;
    Rgb colour;
    std::size_t atoms = 0;
  };

  QString title;
  std::vector<Entry> entries;  ///< empty for a scale
  double low = 0.0;            ///< of the scale
  double high = 1.0;
  ColourMap map = ColourMap::Viridis;
};

/// The model in the colours of a theme. @pre model.structure
std::shared_ptr<const SphereScene> sceneOf(const StructureViewModel& model, const Theme& theme);
/// @pre model.structure
StructureLegend legendOf(const StructureViewModel& model, const Theme& theme);
SphereLook lookOf(const Theme& theme);

/// "Cu, atom 17 · coordination: 12"; counted from 1.
QString atomText(const StructureViewModel& model, std::uint32_t atom);

Rgb rgbOf(const QColor& colour);
QColor colourOf(Rgb rgb);

}  // namespace vitrine::widgets

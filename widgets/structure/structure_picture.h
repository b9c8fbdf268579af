#pragma once

#include "widgets/structure/camera.h"
#include "widgets/structure/sphere_scene.h"
#include "widgets/structure/structure_scene.h"

#include <QImage>
#include <QRectF>
#include <QString>

#include <cstddef>
#include <memory>

class QPainter;

namespace vitrine::widgets {

struct Theme;

/// A model, from where it is looked at, and what of it: everything that a picture of atoms depends
/// on, whoever draws it.
class StructurePicture {
 public:
  StructurePicture();

  void setModel(const StructureViewModel& model, const Theme& theme);
  /// The same in other colours.
  void setTheme(const Theme& theme);
  /// Cheap: the ring around an atom is drawn on top.
  void setSelected(std::optional<std::uint32_t> atom) { m_model.selected = atom; }

  [[nodiscard]] const StructureViewModel& model() const { return m_model; }
  [[nodiscard]] const Theme& theme() const { return *m_theme; }
  /// Without spheres where there is nothing to show.
  [[nodiscard]] std::shared_ptr<const SphereScene> scene() const { return m_scene; }

  Camera camera;
  Slice slice;

  /// The ground and what stands behind the spheres.
  void paintBehind(QPainter& painter, const QRectF& area) const;
  /// What stands before them. @param drawn  spheres in the picture, where it is not all
  void paintBefore(QPainter& painter, const QRectF& area, std::size_t drawn) const;
  /// All of it, with the spheres as pixels, `scale` of them to a unit.
  void paint(QPainter& painter, const QRectF& area, double scale) const;

 private:
  StructureViewModel m_model;
  const Theme* m_theme;
  std::shared_ptr<const SphereScene> m_scene;
  StructureLegend m_legend;
};

class SphereRaster;
/// What the raster holds, lit.
QImage imageOf(const SphereRaster& raster, const SphereLook& look);

}  // namespace vitrine::widgets

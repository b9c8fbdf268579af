#include "widgets/structure/structure_picture.h"

#include "widgets/structure/sphere_raster.h"
#include "widgets/structure/structure_overlay.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <span>

namespace vitrine::widgets {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(vitrine::widgets::StructureView)
};

}  // namespace

QImage imageOf(const SphereRaster& raster, const SphereLook& look) {
  QImage image(raster.width(), raster.height(), QImage::Format_ARGB32_Premultiplied);
  // Rows of 32-bit pixels follow each other without gaps.
  raster.light(look, std::span(reinterpret_cast<std::uint32_t*>(image.bits()),
                               static_cast<std::size_t>(raster.width()) *
                                   static_cast<std::size_t>(raster.height())));
  return image;
}

StructurePicture::StructurePicture()
    : m_theme(&widgets::theme(false)), m_scene(std::make_shared<const SphereScene>()) {}

void StructurePicture::setModel(const StructureViewModel& model, const Theme& theme) {
  m_model = model;
  setTheme(theme);
}

void StructurePicture::setTheme(const Theme& theme) {
  m_theme = &theme;
  if (!m_model.structure) {
    m_scene = std::make_shared<const SphereScene>();
    m_legend = {};
    return;
  }
  m_scene = sceneOf(m_model, theme);
  m_legend = legendOf(m_model, theme);
}

void StructurePicture::paintBehind(QPainter& painter, const QRectF& area) const {
  painter.fillRect(area, m_theme->surface);
  if (m_model.structure && m_model.showsCell)
    structure_overlay::paintCell(painter, area, camera, m_model.structure->cell, *m_theme,
                                 CellSide::Behind);
}

void StructurePicture::paintBefore(QPainter& painter, const QRectF& area, std::size_t drawn) const {
  using namespace structure_overlay;
  if (!m_model.structure) {
    paintMessage(painter, area, m_model.message, *m_theme);
    return;
  }
  const auto& structure = *m_model.structure;
  if (m_model.showsCell)
    paintCell(painter, area, camera, structure.cell, *m_theme, CellSide::Before);
  if (m_model.selected && *m_model.selected < structure.size()) {
    const auto place = structure.cell.wrapped(structure.positions[*m_model.selected]);
    const double radius = m_model.radiusScale * drawnRadius(structure.species[*m_model.selected]);
    if (slice.shows(place))
      paintRing(painter, area, camera, place, radius, *m_theme);
  }
  paintAxes(painter, area, camera, *m_theme);
  paintLegend(painter, area, m_legend, *m_theme);
  if (drawn < m_scene->spheres.size())
    paintNote(painter, area,
              Words::tr("%1 of %2 atoms drawn")
                  .arg(QLocale().toString(static_cast<qulonglong>(drawn)),
                       QLocale().toString(static_cast<qulonglong>(m_scene->spheres.size()))),
              *m_theme);
  if (!m_model.message.isEmpty())
    paintMessage(painter, area, m_model.message, *m_theme);
}

void StructurePicture::paint(QPainter& painter, const QRectF& area, double scale) const {
  paintBehind(painter, area);
  if (!m_scene->spheres.empty()) {
    SphereRaster raster;
    raster.begin(m_scene, camera, slice, std::max(1, qRound(scale * area.width())),
                 std::max(1, qRound(scale * area.height())));
    raster.draw(0, m_scene->spheres.size());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(area, imageOf(raster, lookOf(*m_theme)));
  }
  paintBefore(painter, area, m_scene->spheres.size());
}

}  // namespace vitrine::widgets

#pragma once

#include "widgets/structure/camera.h"
#include "widgets/structure/structure_scene.h"

#include <QPointF>
#include <QRectF>
#include <QString>

class QPainter;

namespace vitrine::widgets {

struct Theme;

/// Edges of a cell on a side of its atoms. All atoms lie in the cell, so that those edges which
/// only faces away from the viewer share are behind every atom, and the others before.
enum class CellSide { Behind, Before };

/// What stands around the spheres of a picture, in the fonts of the painter.
namespace structure_overlay {

/// Where a place lies in the picture; nothing behind the viewer.
std::optional<QPointF> pixelOf(const Camera& camera, const QRectF& area,
                               const Camera::Vector3& place);

void paintCell(QPainter& painter, const QRectF& area, const Camera& camera,
               const atomistic::Cell& cell, const Theme& theme, CellSide side);
/// x, y and z as three arrows in the lower left corner.
void paintAxes(QPainter& painter, const QRectF& area, const Camera& camera, const Theme& theme);
/// In the upper right corner.
void paintLegend(QPainter& painter, const QRectF& area, const StructureLegend& legend,
                 const Theme& theme);
/// A ring around an atom.
void paintRing(QPainter& painter, const QRectF& area, const Camera& camera,
               const Camera::Vector3& place, double radius, const Theme& theme);
/// A line of words in the lower right corner.
void paintNote(QPainter& painter, const QRectF& area, const QString& note, const Theme& theme);
/// In the middle.
void paintMessage(QPainter& painter, const QRectF& area, const QString& message,
                  const Theme& theme);

}  // namespace structure_overlay

}  // namespace vitrine::widgets

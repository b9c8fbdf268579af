#pragma once

#include <QColor>
#include <QPointF>
#include <QRectF>

#include <vector>

class QPainter;

namespace vitrine::widgets {

/// Draws translucent discs of one colour inside `area`, which darken where they overlap. With
/// vectors where the painter keeps them; on pixels, where thousands of small ellipses would take
/// tens of milliseconds, the discs are added up by hand. Points that are not finite are left out.
void drawDots(QPainter& painter, const std::vector<QPointF>& centres, double radius,
              const QColor& colour, const QRectF& area);

}  // namespace vitrine::widgets

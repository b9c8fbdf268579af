#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace vitrine::widgets {

/// Black or white, whichever reads better on `ground`.
QColor inkOn(const QColor& ground);

/// The font at `factor` times its size, in points or pixels as it came.
QFont scaledFont(QFont font, double factor, bool bold = false);

/// A rounded tile with an element's symbol.
void paintChip(QPainter& painter, const QRectF& area, const QString& symbol, const QColor& colour,
               const QFont& font);

/// Writes "T<sub>g</sub>" with its subscripts; returns the width. `position` is on the base line.
double paintMarked(QPainter& painter, QPointF position, const QString& marked, const QFont& font);
double markedWidth(const QString& marked, const QFont& font);
/// The same without its marks: "Tg".
QString withoutMarks(const QString& marked);

}  // namespace vitrine::widgets

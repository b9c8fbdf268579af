#pragma once

#include <QString>

class QFont;
class QPainter;
class QPointF;

namespace vitrine::widgets {

/// Words with subscripts, written "T_{g} 690 K". Plain text stays plain.
double markedWidth(const QFont& font, const QString& text);
/// Draws with the painter's font and pen. @param baseline left end of the base line
void drawMarked(QPainter& painter, QPointF baseline, const QString& text);
/// The same words without the marks: "Tg 690 K".
QString withoutMarks(const QString& text);

}  // namespace vitrine::widgets

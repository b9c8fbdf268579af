#include "widgets/theme/paint.h"

#include "widgets/theme/colour_map.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

namespace {

Rgb toRgb(const QColor& colour) {
  return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
          static_cast<std::uint8_t>(colour.blue())};
}

const QString kOpen = QStringLiteral("<sub>");
const QString kClose = QStringLiteral("</sub>");

struct Run {
  QString text;
  bool isSub = false;
};

QList<Run> runsOf(const QString& marked) {
  QList<Run> runs;
  bool isSub = false;
  qsizetype from = 0;
  while (from <= marked.size()) {
    const QString& mark = isSub ? kClose : kOpen;
    qsizetype to = marked.indexOf(mark, from);
    if (to < 0)
      to = marked.size();
    if (to > from)
      runs.push_back({marked.mid(from, to - from), isSub});
    from = to == marked.size() ? to + 1 : to + mark.size();
    isSub = !isSub;
  }
  return runs;
}

/// Walks the runs; draws where there is a painter.
double walk(QPainter* painter, QPointF position, const QString& marked, const QFont& font) {
  const QFont small = scaledFont(font, 0.72, font.bold());
  const double down = 0.18 * QFontMetricsF(font).ascent();
  double x = position.x();
  for (const Run& run : runsOf(marked)) {
    const QFont& used = run.isSub ? small : font;
    if (painter != nullptr) {
      painter->setFont(used);
      painter->drawText(QPointF(x, position.y() + (run.isSub ? down : 0.0)), run.text);
    }
    x += QFontMetricsF(used).horizontalAdvance(run.text);
  }
  return x - position.x();
}

}  // namespace

QFont scaledFont(QFont font, double factor, bool bold) {
  if (font.pixelSize() > 0)
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(factor * font.pixelSize()))));
  else
    font.setPointSizeF(factor * font.pointSizeF());
  font.setBold(bold);
  return font;
}

QColor inkOn(const QColor& ground) {
  const Rgb rgb = toRgb(ground);
  const bool blackReads = contrast(rgb, {0, 0, 0}) >= contrast(rgb, {255, 255, 255});
  return blackReads ? QColor(Qt::black) : QColor(Qt::white);
}

void paintChip(QPainter& painter, const QRectF& area, const QString& symbol, const QColor& colour,
               const QFont& font) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  painter.drawRoundedRect(area, 0.18 * area.height(), 0.18 * area.height());
  QFont bold(font);
  bold.setBold(true);
  painter.setFont(bold);
  painter.setPen(inkOn(colour));
  painter.drawText(area, Qt::AlignCenter, symbol);
  painter.restore();
}

double paintMarked(QPainter& painter, QPointF position, const QString& marked, const QFont& font) {
  painter.save();
  const double width = walk(&painter, position, marked, font);
  painter.restore();
  return width;
}

double markedWidth(const QString& marked, const QFont& font) {
  return walk(nullptr, {}, marked, font);
}

QString withoutMarks(const QString& marked) {
  QString plain = marked;
  plain.remove(kOpen);
  plain.remove(kClose);
  return plain;
}

}  // namespace vitrine::widgets

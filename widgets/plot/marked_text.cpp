#include "widgets/plot/marked_text.h"

#include <QFont>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QPointF>

#include <algorithm>

namespace vitrine::widgets {

namespace {

constexpr double kSubscriptSize = 0.74;
constexpr double kSubscriptDrop = 0.22;  // of the font's size

QFont subscriptFont(const QFont& font) {
  QFont smaller = font;
  smaller.setPixelSize(std::max(6, qRound(QFontInfo(font).pixelSize() * kSubscriptSize)));
  return smaller;
}

/// Calls `piece(text, isSubscript)` for each stretch.
template <class Piece>
void forPieces(const QString& text, Piece piece) {
  qsizetype at = 0;
  while (at < text.size()) {
    const qsizetype open = text.indexOf(QLatin1String("_{"), at);
    const qsizetype close = open < 0 ? -1 : text.indexOf(u'}', open);
    if (close < 0) {
      piece(text.mid(at), false);
      return;
    }
    if (open > at)
      piece(text.mid(at, open - at), false);
    piece(text.mid(open + 2, close - open - 2), true);
    at = close + 1;
  }
}

}  // namespace

double markedWidth(const QFont& font, const QString& text) {
  const QFontMetricsF metrics(font);
  if (!text.contains(QLatin1String("_{")))
    return metrics.horizontalAdvance(text);
  const QFontMetricsF smaller(subscriptFont(font));
  double width = 0.0;
  forPieces(text, [&](const QString& piece, bool subscript) {
    width += (subscript ? smaller : metrics).horizontalAdvance(piece);
  });
  return width;
}

void drawMarked(QPainter& painter, QPointF baseline, const QString& text) {
  const QFont font = painter.font();
  const QFont smaller = subscriptFont(font);
  forPieces(text, [&](const QString& piece, bool subscript) {
    painter.setFont(subscript ? smaller : font);
    const double drop = subscript ? kSubscriptDrop * QFontInfo(font).pixelSize() : 0.0;
    painter.drawText(baseline + QPointF(0, drop), piece);
    baseline.rx() += QFontMetricsF(painter.font()).horizontalAdvance(piece);
  });
  painter.setFont(font);
}

QString withoutMarks(const QString& text) {
  QString plain;
  forPieces(text, [&](const QString& piece, bool) { plain += piece; });
  return plain;
}

}  // namespace vitrine::widgets

#include "widgets/parity/parity_picture.h"

#include "widgets/parity/parity_drawing.h"
#include "widgets/parity/parity_scores.h"
#include "widgets/parity/parity_text.h"
#include "widgets/plot/plot.h"
#include "widgets/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

namespace vitrine::widgets {

namespace {

constexpr double kMargin = 0.06;  // of the width, left of the table
// Right ends of the table's columns, of the width.
constexpr double kEnds[] = {0.34, 0.45, 0.58, 0.77, 0.97};

}  // namespace

void drawOneSeries(QPainter& painter, const QRectF& area, const ParityPlotModel& model, int shown,
                   const ParityAxes& axes, const Theme& theme, const QFont& font) {
  const double line = QFontMetricsF(font).height() + 2;
  const QString note = keyTexts(model).join(QLatin1Char(' '));
  constexpr int kNoteFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
  const double left = area.left() + kMargin * area.width();
  const double width = (kEnds[4] - kMargin) * area.width();
  painter.save();
  painter.setFont(font);
  const double noteHeight =
      painter.boundingRect(QRectF(0, 0, width, area.height()), kNoteFlags, note).height();
  const double table = line * (static_cast<double>(model.series.size()) + 1) + noteHeight + 16;
  QRectF plot = area;
  plot.setBottom(area.bottom() - table);
  Plot::draw(drawingOf(model, shown, theme), theme, painter, plot, axes.x, axes.y);
  painter.fillRect(QRectF(area.left(), plot.bottom(), area.width(), table), theme.surface);
  double top = plot.bottom() + 4;
  const auto row = [&](const QStringList& texts, bool strong) {
    QFont face = font;
    face.setBold(strong);
    painter.setFont(face);
    painter.setPen(theme.text);
    for (qsizetype i = 0; i < texts.size(); ++i) {
      const double start = i == 0 ? left : area.left() + kEnds[i - 1] * area.width();
      painter.drawText(QRectF(start, top, area.left() + kEnds[i] * area.width() - start, line),
                       (i == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, texts[i]);
    }
    top += line;
  };
  QStringList headers = scoreHeaders();
  headers[0] = splitTitle(model.split);
  row(headers, true);
  for (std::size_t i = 0; i < model.series.size(); ++i)
    row(scoreRow(model.series[i]), false);
  painter.setPen(theme.mutedText);
  painter.drawText(QRectF(left, top + 4, width, noteHeight), kNoteFlags, note);
  painter.restore();
}

}  // namespace vitrine::widgets

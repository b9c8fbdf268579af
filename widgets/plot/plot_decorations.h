#pragma once

#include "widgets/plot/plot_frame.h"

#include <QFont>

class QPainter;

namespace vitrine::widgets {

struct Theme;

/// What lies over the curves of a plot: marker lines, dimensions, words, the legend, the message.
void drawDecorations(QPainter& painter, const PlotFrame& frame, const PlotModel& model,
                     const Theme& theme, const QFont& font);

/// A message in the middle of `area`, on a pale ground, in the painter's font.
void drawMessage(QPainter& painter, const QRectF& area, const QString& message, const Theme& theme);

/// The ring round the chosen point.
void drawHighlight(QPainter& painter, const PlotFrame& frame, QPointF point, const Theme& theme);

}  // namespace vitrine::widgets

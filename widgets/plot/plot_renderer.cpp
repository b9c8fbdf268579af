#include "widgets/plot/plot_renderer.h"

#include "widgets/plot/ticks.h"
#include "widgets/theme/theme.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPicture>
#include <QPixmap>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

/// The library's widget is never shown: it lays out and draws, nothing else.
class PlotRenderer::Library : public QCustomPlot {
 public:
  using QCustomPlot::draw;
  using QCustomPlot::updateLayout;
};

namespace {

/// Ticks 1, 2 or 5 times a power of ten apart, as everywhere in the program.
class RoundTicker : public QCPAxisTicker {
 protected:
  double getTickStep(const QCPRange& range) override {
    const auto ticks = niceTicks(range.lower, range.upper, tickCount());
    return ticks.size() > 1 ? ticks[1] - ticks[0] : range.size();
  }
};

/// Ticks of a logarithmic axis, written as the numbers whose logarithms its coordinates are.
class LogarithmicTicker : public QCPAxisTicker {
 protected:
  QVector<double> createTickVector(double /*step*/, const QCPRange& range) override {
    const auto ticks = logarithmicTicks(range.lower, range.upper, tickCount());
    return {ticks.begin(), ticks.end()};
  }
  QString getTickLabel(double tick, const QLocale& locale, QChar /*format*/,
                       int /*precision*/) override {
    return locale.toString(std::pow(10.0, tick), 'g', 4);
  }
};

QSharedPointer<QCPAxisTicker> tickerFor(const PlotAxis& axis) {
  if (!axis.ticks.empty()) {
    auto words = QSharedPointer<QCPAxisTickerText>::create();
    for (const PlotTick& tick : axis.ticks)
      words->addTick(tick.position, tick.label);
    return words;
  }
  if (axis.logarithmic)
    return QSharedPointer<LogarithmicTicker>::create();
  return QSharedPointer<RoundTicker>::create();
}

constexpr double kTickFontShare = 0.92;

QFont scaled(const QFont& font, double factor) {
  QFont result = font;
  result.setPixelSize(std::max(8, qRound(QFontInfo(font).pixelSize() * factor)));
  return result;
}

QVector<double> abscissae(const std::vector<QPointF>& points) {
  QVector<double> values;
  values.reserve(static_cast<qsizetype>(points.size()));
  for (const auto& point : points)
    values.push_back(point.x());
  return values;
}

QVector<double> ordinates(const std::vector<QPointF>& points) {
  QVector<double> values;
  values.reserve(static_cast<qsizetype>(points.size()));
  for (const auto& point : points)
    values.push_back(point.y());
  return values;
}

/// A line whose x goes to and fro; one plottable for each piece between NaN points.
void addWindingCurve(QCustomPlot& plot, const std::vector<QPointF>& points, const QPen& pen,
                     const QBrush& brush) {
  QCPCurve* curve = nullptr;
  for (const QPointF& point : points) {
    if (!std::isfinite(point.x()) || !std::isfinite(point.y())) {
      curve = nullptr;
      continue;
    }
    if (curve == nullptr) {
      curve = new QCPCurve(plot.xAxis, plot.yAxis);
      curve->setPen(pen);
      curve->setBrush(brush);
    }
    curve->addData(curve->dataCount(), point.x(), point.y());
  }
}

QCPScatterStyle symbolStyle(const PlotScatter& scatter, const QColor& colour) {
  QColor fill = colour;
  fill.setAlphaF(static_cast<float>(scatter.opacity));
  switch (scatter.symbol) {
    case PlotSymbol::Disc:
      // No outline: a thousand points are drawn in half the time, and overlaps stay legible.
      return {QCPScatterStyle::ssCircle, QPen(Qt::NoPen), fill, scatter.size};
    case PlotSymbol::Circle:
      return {QCPScatterStyle::ssCircle, QPen(colour, 1.3), Qt::NoBrush, scatter.size};
    case PlotSymbol::Square:
      return {QCPScatterStyle::ssSquare, QPen(colour, 1.3), fill, scatter.size};
    case PlotSymbol::Triangle:
      return {QCPScatterStyle::ssTriangle, QPen(colour, 1.3), fill, scatter.size};
    case PlotSymbol::Cross:
      return {QCPScatterStyle::ssCross, QPen(colour, 1.6), Qt::NoBrush, scatter.size};
  }
  return {};
}

void styleAxis(QCPAxis& axis, const Theme& theme, const QFont& font) {
  axis.setBasePen(QPen(theme.axis, 1));
  axis.setTickPen(QPen(theme.axis, 1));
  axis.setSubTicks(false);
  axis.setTickLength(0, 4);
  axis.setTickLabelPadding(3);
  axis.setLabelPadding(2);
  axis.setTickLabelFont(scaled(font, kTickFontShare));
  axis.setTickLabelColor(theme.mutedText);
  axis.setLabelFont(font);
  axis.setLabelColor(theme.text);
  axis.setNumberFormat("gb");
  axis.setNumberPrecision(6);
  axis.grid()->setPen(QPen(theme.grid, 1));
  axis.grid()->setZeroLinePen(Qt::NoPen);
}

}  // namespace

PlotRenderer::PlotRenderer() : m_library(std::make_unique<Library>()) {
  m_library->setBackground(Qt::NoBrush);
  m_library->legend->setVisible(false);
  QLocale locale;
  locale.setNumberOptions(QLocale::OmitGroupSeparator);
  m_library->setLocale(locale);
  m_library->plotLayout()->setRowSpacing(0);
  m_library->axisRect()->setBackground(Qt::NoBrush);
}

PlotRenderer::~PlotRenderer() = default;

void PlotRenderer::setModel(const PlotModel& model, const Theme& theme, const QFont& font) {
  auto& plot = *m_library;
  plot.clearPlottables();
  plot.clearItems();
  m_square = model.equalScales;
  m_topTicks = model.topTicks;
  const auto lively = [&](const QColor& colour) {
    if (!model.stale)
      return colour;
    QColor grey = theme.staleText;
    grey.setAlphaF(colour.alphaF() * 0.8F);
    return grey;
  };

  styleAxis(*plot.xAxis, theme, font);
  styleAxis(*plot.yAxis, theme, font);
  plot.xAxis->setTicker(tickerFor(model.x));
  plot.yAxis->setTicker(tickerFor(model.y));
  plot.xAxis->setLabel(model.x.label);
  plot.yAxis->setLabel(model.y.label);
  plot.xAxis2->setVisible(!model.topTicks.empty());
  if (!model.topTicks.empty()) {
    styleAxis(*plot.xAxis2, theme, font);
    plot.xAxis2->grid()->setVisible(false);
    plot.xAxis2->setLabel(model.topLabel);
  }

  for (const auto& region : model.regions) {
    auto* rect = new QCPItemRect(&plot);
    rect->setLayer(QStringLiteral("background"));
    rect->setPen(Qt::NoPen);
    rect->setBrush(region.colour);
    rect->topLeft->setTypeX(QCPItemPosition::ptPlotCoords);
    rect->topLeft->setTypeY(QCPItemPosition::ptAxisRectRatio);
    rect->bottomRight->setTypeX(QCPItemPosition::ptPlotCoords);
    rect->bottomRight->setTypeY(QCPItemPosition::ptAxisRectRatio);
    rect->topLeft->setCoords(region.x.low, 0.0);
    rect->bottomRight->setCoords(region.x.high, 1.0);
  }
  for (const auto& area : model.areas)
    addWindingCurve(plot, area.outline, QPen(Qt::NoPen), lively(area.colour));
  for (const auto& band : model.bands) {
    const QVector<double> x(band.x.begin(), band.x.end());
    auto* low = plot.addGraph();
    auto* high = plot.addGraph();
    low->setData(x, QVector<double>(band.low.begin(), band.low.end()));
    high->setData(x, QVector<double>(band.high.begin(), band.high.end()));
    low->setPen(Qt::NoPen);
    high->setPen(Qt::NoPen);
    high->setBrush(lively(band.colour));
    high->setChannelFillGraph(low);
  }
  for (const auto& scatter : model.scatters) {
    auto* graph = plot.addGraph();
    graph->setData(abscissae(scatter.points), ordinates(scatter.points));
    graph->setLineStyle(QCPGraph::lsNone);
    graph->setPen(Qt::NoPen);
    graph->setAdaptiveSampling(false);
    graph->setScatterStyle(symbolStyle(scatter, lively(scatter.colour)));
  }
  for (const auto& curve : model.curves) {
    const QPen pen(lively(curve.colour), curve.width, curve.style, Qt::RoundCap, Qt::RoundJoin);
    if (curve.winding) {
      addWindingCurve(plot, curve.points, pen, Qt::NoBrush);
      continue;
    }
    auto* graph = plot.addGraph();
    graph->setData(abscissae(curve.points), ordinates(curve.points));
    graph->setAdaptiveSampling(false);
    graph->setPen(pen);
  }
}

/// The scale above may be uneven: labels that would touch their neighbour are left out.
void PlotRenderer::thinTopTicks(int width, PlotRange x) {
  auto& axis = *m_library->xAxis2;
  const QFontMetricsF metrics(axis.tickLabelFont());
  const double pixels = (width - 5 * metrics.height()) / (x.high - x.low);
  auto ticker = QSharedPointer<QCPAxisTickerText>::create();
  const auto extent = [&](const PlotTick& tick) {
    return metrics.horizontalAdvance(tick.label) / 2 + 3;
  };
  const PlotTick* last = nullptr;
  for (const auto& tick : m_topTicks) {
    if (last != nullptr &&
        std::abs(tick.position - last->position) * pixels < extent(tick) + extent(*last))
      continue;
    ticker->addTick(tick.position, tick.label);
    last = &tick;
  }
  axis.setTicker(ticker);
}

void PlotRenderer::layOut(QSize size, PlotRange x, PlotRange y) {
  auto& plot = *m_library;
  auto& rect = *plot.axisRect();
  plot.setViewport(QRect(QPoint(), size));
  plot.xAxis->setRange(x.low, x.high);
  plot.xAxis2->setRange(x.low, x.high);
  plot.yAxis->setRange(y.low, y.high);
  plot.xAxis->ticker()->setTickCount(std::clamp(size.width() / 75, 2, 9));
  plot.yAxis->ticker()->setTickCount(std::clamp(size.height() / 45, 3, 9));
  rect.setMinimumMargins({0, 6, 10, 0});
  if (!m_topTicks.empty())
    thinTopTicks(size.width(), x);
  if (!m_square)
    return;
  plot.updateLayout();
  const int excess = rect.width() - rect.height();
  const QMargins margins = rect.margins();
  if (excess > 0)
    rect.setMinimumMargins({margins.left() + excess / 2, margins.top(),
                            margins.right() + excess - excess / 2, margins.bottom()});
  else
    rect.setMinimumMargins({margins.left(), margins.top() - excess / 2, margins.right(),
                            margins.bottom() - excess + excess / 2});
}

PlotFrame PlotRenderer::frame() const {
  const auto& plot = *m_library;
  const auto x = plot.xAxis->range();
  const auto y = plot.yAxis->range();
  return {QRectF(plot.axisRect()->rect()), {x.lower, x.upper}, {y.lower, y.upper}};
}

PlotFrame PlotRenderer::render(QPixmap& pixmap, PlotRange x, PlotRange y) {
  m_library->setBufferDevicePixelRatio(pixmap.devicePixelRatio());
  layOut(pixmap.deviceIndependentSize().toSize(), x, y);
  QCPPainter painter(&pixmap);
  m_library->draw(&painter);
  return frame();
}

PlotFrame PlotRenderer::render(QPainter& painter, const QRectF& area, PlotRange x, PlotRange y) {
  layOut(area.size().toSize(), x, y);
  // The library draws with a painter class of its own; a recording takes its strokes across.
  QPicture picture;
  QCPPainter recorder(&picture);
  recorder.setMode(QCPPainter::pmVectorized);
  recorder.setMode(QCPPainter::pmNoCaching);
  m_library->draw(&recorder);
  recorder.end();
  painter.save();
  painter.translate(area.topLeft());
  // A recording is played back at the size it has on paper; here a unit is to stay a unit.
  painter.scale(picture.logicalDpiX() / static_cast<double>(painter.device()->logicalDpiX()),
                picture.logicalDpiY() / static_cast<double>(painter.device()->logicalDpiY()));
  painter.drawPicture(QPointF(), picture);
  painter.restore();
  PlotFrame result = frame();
  result.rect.translate(area.topLeft());
  return result;
}

}  // namespace vitrine::widgets

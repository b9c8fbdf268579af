#include "widgets/parity/parity_grid.h"

#include "widgets/parity/parity_drawing.h"
#include "widgets/parity/parity_panel.h"
#include "widgets/parity/parity_text.h"
#include "widgets/plot/plot_decorations.h"
#include "widgets/plot/ticks.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace vitrine::widgets {

namespace {

constexpr double kSmallFont = 0.84;
constexpr int kTicks = 4;
constexpr double kTickGap = 4.0;

QString tickText(double tick) {
  return numberText(tick, 0);
}

ParityGridWords wordsFor(const QFont& font, const std::vector<double>& ticks) {
  const QFontMetricsF plain(font);
  const QFontMetricsF small(scaledFont(font, kSmallFont));
  ParityGridWords words;
  words.title = plain.height() + 1;
  words.tick = small.height();
  words.label = small.height() + 1;
  words.tickWidth = 0.0;
  for (const double tick : ticks)
    words.tickWidth = std::max(words.tickWidth, small.horizontalAdvance(tickText(tick)));
  return words;
}

ParityPanelModel panelOf(const ParityPlotModel& model, int index, const PlotRange& range,
                         const std::vector<double>& ticks, const Theme& theme) {
  const auto& series = model.series[index];
  ParityPanelModel panel;
  panel.title = series.title;
  panel.shortTitle = series.shortTitle;
  panel.colour = seriesColour(series.key, theme);
  panel.points = pointsOf(model, index);
  panel.range = range;
  panel.ticks = ticks;
  if (series.ours)
    panel.rmse = series.ours->rmseK;
  panel.ours = ourLines(series, model.split);
  panel.paper = paperLines(series);
  panel.stale = model.stale;
  return panel;
}

/// Which numbers stand below a plot: every one, or every second, third … where they would touch;
/// none that would reach over to the neighbours.
std::vector<bool> horizontalLabels(const std::vector<double>& ticks, const PlotRange& range,
                                   const QRectF& plot, const QFontMetricsF& metrics) {
  std::vector<bool> best(ticks.size(), false);
  if (ticks.size() < 2)
    return best;
  const PlotFrame frame{plot, range, range};
  const double needed = metrics.horizontalAdvance(tickText(ticks.back())) + kTickGap;
  const double apart =
      (ticks[1] - ticks[0]) / (range.high - range.low) * std::max(1.0, plot.width());
  const auto stride = static_cast<std::size_t>(std::ceil(needed / apart));
  std::ptrdiff_t most = 0;
  for (std::size_t first = 0; first < std::min(stride, ticks.size()); ++first) {
    std::vector<bool> tried(ticks.size(), false);
    for (std::size_t i = first; i < ticks.size(); i += stride) {
      const double x = frame.toPixels({ticks[i], ticks[i]}).x();
      tried[i] =
          x - needed / 2 >= plot.left() - kTickGap && x + needed / 2 <= plot.right() + kTickGap;
    }
    if (const auto count = std::count(tried.begin(), tried.end(), true); count > most) {
      most = count;
      best = tried;
    }
  }
  return best;
}

void drawScales(QPainter& painter, const ParityGridLayout& layout, const PlotRange& range,
                const std::vector<double>& ticks, const Theme& theme, const QFont& font) {
  painter.setFont(scaledFont(font, kSmallFont));
  painter.setPen(theme.mutedText);
  const QFontMetricsF metrics(painter.font());
  constexpr int kFlags = Qt::TextSingleLine | Qt::AlignVCenter;
  const std::vector<bool> written = horizontalLabels(ticks, range, layout.cells[0].plot, metrics);
  for (const auto& cell : layout.cells) {
    const PlotFrame frame{cell.plot, range, range};
    for (std::size_t i = 0; i < ticks.size(); ++i) {
      const QPointF at = frame.toPixels({ticks[i], ticks[i]});
      const QString text = tickText(ticks[i]);
      const double width = metrics.horizontalAdvance(text);
      if (cell.left)
        painter.drawText(QRectF(cell.plot.left() - kTickGap - width, at.y() - metrics.height() / 2,
                                width, metrics.height()),
                         kFlags | Qt::AlignRight, text);
      if (cell.bottom && written[i])
        painter.drawText(
            QRectF(at.x() - width / 2, cell.plot.bottom() + kTickGap / 2, width, metrics.height()),
            kFlags | Qt::AlignHCenter, text);
    }
  }
}

/// The paragraphs that fit.
void drawKey(QPainter& painter, const QStringList& texts, const QRectF& area) {
  constexpr int kFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
  const double gap = 0.4 * QFontMetricsF(painter.font()).height();
  double top = area.top();
  for (const QString& text : texts) {
    const QRectF room(area.left(), top, area.width(), area.bottom() - top);
    const QRectF taken = painter.boundingRect(room, kFlags, text);
    if (taken.bottom() > area.bottom() || taken.right() > area.right() + 1)
      continue;
    painter.drawText(room, kFlags, text);
    top = taken.bottom() + gap;
  }
}

void drawAround(QPainter& painter, const ParityGridLayout& layout, const ParityPlotModel& model,
                const std::vector<double>& ticks, const Theme& theme, const QFont& font) {
  drawScales(painter, layout, commonRange(model), ticks, theme, font);
  drawKey(painter, keyTexts(model), layout.key);
  painter.setPen(theme.text);
  painter.drawText(layout.xLabel, Qt::AlignCenter | Qt::TextSingleLine, measuredLabel(model));
  painter.save();
  painter.translate(layout.yLabel.center());
  painter.rotate(-90);
  painter.drawText(QRectF(-layout.yLabel.height() / 2, -layout.yLabel.width() / 2,
                          layout.yLabel.height(), layout.yLabel.width()),
                   Qt::AlignCenter | Qt::TextSingleLine, predictedLabel(model));
  painter.restore();
}

std::vector<double> ticksOf(const PlotRange& range) {
  return niceTicks(range.low, range.high, kTicks);
}

}  // namespace

ParityGrid::ParityGrid(QWidget* parent) : QWidget(parent) {
  setAccessibleName(tr("All models"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ParityGrid::setModel(const ParityPlotModel& model) {
  m_model = model;
  m_hovered = -1;
  while (m_panels.size() > model.series.size()) {
    delete m_panels.back();
    m_panels.pop_back();
  }
  while (m_panels.size() < model.series.size()) {
    const int index = static_cast<int>(m_panels.size());
    auto* panel = new ParityPanel(this);
    // Tab walks the plots in their order, from where the grid stands.
    setTabOrder(m_panels.empty() ? static_cast<QWidget*>(this) : m_panels.back(), panel);
    connect(panel, &ParityPanel::clicked, this, [this, index] { emit seriesChosen(index); });
    connect(panel, &ParityPanel::pointHovered, this, [this, index](int point) {
      m_hovered = point;
      mark();
      emit pointHovered(point < 0 ? -1 : index, point);
    });
    panel->show();
    m_panels.push_back(panel);
  }
  rebuild();
}

void ParityGrid::rebuild() {
  const Theme& colours = themeOf(*this);
  const PlotRange range = commonRange(m_model);
  m_ticks = ticksOf(range);
  for (std::size_t i = 0; i < m_panels.size(); ++i) {
    const auto& series = m_model.series[i];
    const QString scores = scoresText(series, m_model.split);
    m_panels[i]->setModel(panelOf(m_model, static_cast<int>(i), range, m_ticks, colours));
    m_panels[i]->setAccessibleName(series.title);
    m_panels[i]->setAccessibleDescription(scores);
    m_panels[i]->setToolTip(series.title + QLatin1Char('\n') + scores);
  }
  const QString key = keyTexts(m_model).join(QLatin1Char('\n'));
  setToolTip(m_panels.empty() ? QString() : key);
  setAccessibleDescription(m_model.message.isEmpty() ? key : m_model.message);
  arrange();
  mark();
  update();
}

void ParityGrid::arrange() {
  m_layout = layOutParityGrid(width(), height(), static_cast<int>(m_panels.size()),
                              wordsFor(font(), m_ticks));
  for (std::size_t i = 0; i < m_panels.size(); ++i)
    m_panels[i]->setCell(m_layout.cells[i]);
}

void ParityGrid::setSelected(int point) {
  m_selected = point;
  mark();
}

void ParityGrid::mark() {
  for (auto* panel : m_panels)
    panel->setMarks(m_selected, m_hovered);
}

void ParityGrid::focusPanel(int series) {
  if (series >= 0 && series < static_cast<int>(m_panels.size()))
    m_panels[series]->setFocus(Qt::OtherFocusReason);
}

void ParityGrid::draw(const ParityPlotModel& model, int selected, const Theme& theme,
                      const QFont& font, QPainter& painter, const QRectF& area) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(area, theme.surface);
  painter.translate(area.topLeft());
  const PlotRange range = commonRange(model);
  const auto ticks = ticksOf(range);
  const auto layout = layOutParityGrid(
      area.width(), area.height(), static_cast<int>(model.series.size()), wordsFor(font, ticks));
  for (std::size_t i = 0; i < layout.cells.size(); ++i) {
    const auto panel = panelOf(model, static_cast<int>(i), range, ticks, theme);
    drawPanel(painter, panel, layout.cells[i], theme, font);
    if (selected >= 0)
      drawPanelRing(painter, panel, layout.cells[i], panel.points[selected], theme);
  }
  if (!layout.cells.empty())
    drawAround(painter, layout, model, ticks, theme, font);
  painter.setFont(font);
  if (!model.message.isEmpty())
    drawMessage(painter, QRectF(QPointF(), area.size()).adjusted(8, 8, -8, -8), model.message,
                theme);
  painter.restore();
}

QSize ParityGrid::sizeHint() const {
  return {440, 280};
}

QSize ParityGrid::minimumSizeHint() const {
  return {180, 130};
}

void ParityGrid::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
    rebuild();
  QWidget::changeEvent(event);
}

void ParityGrid::paintEvent(QPaintEvent* /*event*/) {
  const Theme& colours = themeOf(*this);
  QPainter painter(this);
  painter.fillRect(rect(), colours.surface);
  painter.setRenderHint(QPainter::Antialiasing);
  if (!m_layout.cells.empty())
    drawAround(painter, m_layout, m_model, m_ticks, colours, font());
  painter.setFont(font());
  if (!m_model.message.isEmpty())
    drawMessage(painter, QRectF(rect()).adjusted(8, 8, -8, -8), m_model.message, colours);
}

void ParityGrid::resizeEvent(QResizeEvent* event) {
  arrange();
  QWidget::resizeEvent(event);
}

}  // namespace vitrine::widgets

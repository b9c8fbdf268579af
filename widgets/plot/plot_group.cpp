#include "widgets/plot/plot_group.h"

#include "widgets/export/export_actions.h"
#include "widgets/plot/plot.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFontMetricsF>
#include <QGridLayout>
#include <QLabel>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace vitrine::widgets {

namespace {

constexpr QSizeF kPanelSize(320, 240);
/// On screen a plot may shrink to this.
constexpr QSize kLeastPlot(130, 84);
constexpr int kFontPixels = 12;

}  // namespace

PlotGroup::PlotGroup(const QString& name, int columns, QWidget* parent)
    : QWidget(parent), m_columns(columns), m_grid(new QGridLayout(this)) {
  setAccessibleName(name);
  m_grid->setContentsMargins(4, 4, 4, 4);
  m_grid->setSpacing(2);
  new ExportActions(this, *this);
}

void PlotGroup::addPlot() {
  const int index = static_cast<int>(m_plots.size());
  const int row = 2 * (index / m_columns);
  const int column = index % m_columns;
  auto* title = new QLabel(this);
  title->setTextFormat(Qt::PlainText);
  title->setAlignment(Qt::AlignCenter);
  // A long title must not widen its plot.
  title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  auto* plot = new Plot(this);
  plot->setMinimumSize(kLeastPlot);
  m_grid->addWidget(title, row, column);
  m_grid->addWidget(plot, row + 1, column);
  m_grid->setRowStretch(row + 1, 1);
  m_grid->setColumnStretch(column, 1);
  connect(plot, &Plot::pointClicked, this,
          [this, index](int scatter, int point) { choose(index, scatter, point); });
  m_titles.push_back(title);
  m_plots.push_back(plot);
}

void PlotGroup::rebuild() {
  const auto shown = panels(themeOf(*this));
  m_shown = shown.size();
  while (m_plots.size() < m_shown)
    addPlot();
  for (std::size_t i = 0; i < m_plots.size(); ++i) {
    m_plots[i]->setVisible(i < m_shown);
    m_titles[i]->setVisible(i < m_shown && !shown[i].title.isEmpty());
    if (i >= m_shown)
      continue;
    m_titles[i]->setText(shown[i].title);
    m_plots[i]->setAccessibleName(shown[i].title.isEmpty() ? accessibleName() : shown[i].title);
    m_plots[i]->setAccessibleDescription(shown[i].plot.message);
    m_plots[i]->setModel(shown[i].plot);
  }
}

void PlotGroup::choose(int /*panel*/, int /*scatter*/, int /*point*/) {}

void PlotGroup::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange)
    rebuild();
  QWidget::changeEvent(event);
}

void PlotGroup::paintEvent(QPaintEvent* event) {
  QPainter(this).fillRect(event->rect(), themeOf(*this).surface);
}

QSizeF PlotGroup::exportSize() const {
  const int count = std::max(1, static_cast<int>(m_shown));
  const int columns = std::min(count, m_columns);
  const int rows = (count + m_columns - 1) / m_columns;
  return {columns * kPanelSize.width(), rows * kPanelSize.height()};
}

void PlotGroup::renderTo(QPainter& painter, const QRectF& area) const {
  const Theme& colours = theme(false);
  const auto drawn = panels(colours);
  const int count = std::max(1, static_cast<int>(drawn.size()));
  const int columns = std::min(count, m_columns);
  const int rows = (count + m_columns - 1) / m_columns;
  const QSizeF cell(area.width() / columns, area.height() / rows);
  QFont font = QApplication::font();
  font.setPixelSize(kFontPixels);
  const double line = QFontMetricsF(font).height() + 4;
  painter.fillRect(area, colours.surface);
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const int index = static_cast<int>(i);
    QRectF place(area.topLeft() +
                     QPointF(index % m_columns * cell.width(), index / m_columns * cell.height()),
                 cell);
    if (!drawn[i].title.isEmpty()) {
      QRectF head = place;
      head.setHeight(line);
      place.setTop(head.bottom());
      painter.setFont(font);
      painter.setPen(colours.text);
      painter.drawText(head, Qt::AlignCenter | Qt::TextSingleLine, drawn[i].title);
    }
    Plot::draw(drawn[i].plot, colours, painter, place, m_plots[i]->visibleX(),
               m_plots[i]->visibleY());
  }
}

}  // namespace vitrine::widgets

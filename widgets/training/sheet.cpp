#include "widgets/training/sheet.h"

#include "widgets/export/export_actions.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>

namespace vitrine::widgets {

namespace {

constexpr int kFontPixels = 12;
constexpr double kGap = 18.0;
constexpr double kLine = 20.0;
constexpr int kRowRoom = 6;

QFont pictureFont() {
  QFont font = QApplication::font();
  font.setPixelSize(kFontPixels);
  return font;
}

std::vector<double> columnWidths(const SheetModel& model) {
  const QFontMetricsF metrics(pictureFont());
  std::vector<double> widths;
  for (const QString& header : model.headers)
    widths.push_back(metrics.horizontalAdvance(header));
  for (const QStringList& row : model.rows)
    for (std::size_t column = 0; column < widths.size(); ++column)
      widths[column] = std::max(
          widths[column], metrics.horizontalAdvance(row.value(static_cast<qsizetype>(column))));
  return widths;
}

/// Numbers stand to the right, words to the left.
bool isNumber(const QString& text) {
  if (text.isEmpty())
    return true;
  return text[0].isDigit() || QStringLiteral("–−<>").contains(text[0]);
}

std::vector<Qt::Alignment> alignments(const SheetModel& model) {
  std::vector<Qt::Alignment> result;
  for (qsizetype column = 0; column < model.headers.size(); ++column) {
    const bool numbers =
        column > 0 && std::ranges::all_of(model.rows, [column](const QStringList& row) {
          return isNumber(row.value(column));
        });
    result.push_back(Qt::AlignVCenter | (numbers ? Qt::AlignRight : Qt::AlignLeft));
  }
  return result;
}

}  // namespace

Sheet::Sheet(const QString& name, QWidget* parent) : QTableWidget(parent) {
  setAccessibleName(name);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setSelectionBehavior(QAbstractItemView::SelectRows);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setTabKeyNavigation(false);
  setShowGrid(false);
  setWordWrap(false);
  verticalHeader()->hide();
  verticalHeader()->setMinimumSectionSize(8);
  horizontalHeader()->setHighlightSections(false);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
  new ExportActions(this, *this);
}

void Sheet::setModel(const SheetModel& model) {
  m_model = model;
  fill();
}

void Sheet::fill() {
  const auto* current = item(currentRow(), 0);
  const QString chosen = current == nullptr ? QString() : current->text();
  const QSignalBlocker quiet(this);
  setColumnCount(static_cast<int>(m_model.headers.size()));
  setHorizontalHeaderLabels(m_model.headers);
  for (int column = 0; column < m_model.tips.size(); ++column)
    horizontalHeaderItem(column)->setToolTip(m_model.tips[column]);
  const auto sides = alignments(m_model);
  for (int column = 0; column < columnCount(); ++column)
    horizontalHeaderItem(column)->setTextAlignment(sides[static_cast<std::size_t>(column)]);
  setRowCount(static_cast<int>(m_model.rows.size()));
  const QColor stale = themeOf(*this).staleText;
  int restored = -1;
  for (int row = 0; row < rowCount(); ++row) {
    const QStringList& texts = m_model.rows[static_cast<std::size_t>(row)];
    for (int column = 0; column < columnCount(); ++column) {
      auto* cell = new QTableWidgetItem(texts.value(column));
      cell->setTextAlignment(sides[static_cast<std::size_t>(column)]);
      cell->setToolTip(m_model.tips.value(column));
      QFont font = cell->font();
      font.setBold(row == m_model.strongRow);
      cell->setFont(font);
      if (m_model.stale)
        cell->setForeground(stale);
      setItem(row, column, cell);
    }
    setRowHeight(row, fontMetrics().height() + kRowRoom);
    if (!chosen.isEmpty() && texts.value(0) == chosen)
      restored = row;
  }
  resizeColumnsToContents();
  setCurrentCell(restored, 0);
  updateGeometry();
}

QSize Sheet::sizeHint() const {
  const int rows = std::max(1, rowCount());
  return {QTableWidget::sizeHint().width(), horizontalHeader()->sizeHint().height() +
                                                rows * (fontMetrics().height() + kRowRoom) +
                                                2 * frameWidth()};
}

void Sheet::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange)
    fill();
  QTableWidget::changeEvent(event);
}

QString Sheet::exportName() const {
  return m_model.fileName;
}

QSizeF Sheet::exportSize() const {
  double width = kGap;
  for (const double column : columnWidths(m_model))
    width += column + kGap;
  return {width, kLine * (static_cast<double>(m_model.rows.size()) + 1.5)};
}

void Sheet::renderTo(QPainter& painter, const QRectF& area) const {
  const Theme& colours = theme(false);
  painter.save();
  painter.fillRect(area, colours.surface);
  const QSizeF whole = exportSize();
  const double scale = std::min(area.width() / whole.width(), area.height() / whole.height());
  painter.translate(area.topLeft());
  painter.scale(scale, scale);
  const auto widths = columnWidths(m_model);
  const auto sides = alignments(m_model);
  const auto drawRow = [&](double top, const QStringList& texts, bool strong) {
    QFont font = pictureFont();
    font.setBold(strong);
    painter.setFont(font);
    painter.setPen(colours.text);
    double left = kGap;
    for (std::size_t column = 0; column < widths.size(); ++column) {
      painter.drawText(QRectF(left, top, widths[column] + kGap / 2, kLine),
                       static_cast<int>(sides[column]) | Qt::TextSingleLine,
                       texts.value(static_cast<qsizetype>(column)));
      left += widths[column] + kGap;
    }
  };
  drawRow(0.0, m_model.headers, false);
  painter.setPen(colours.border);
  painter.drawLine(QPointF(kGap / 2, kLine + 2), QPointF(whole.width() - kGap / 2, kLine + 2));
  for (std::size_t row = 0; row < m_model.rows.size(); ++row)
    drawRow(kLine * (static_cast<double>(row) + 1.25), m_model.rows[row],
            static_cast<int>(row) == m_model.strongRow);
  painter.restore();
}

DataTable Sheet::data() const {
  return m_model.numbers;
}

}  // namespace vitrine::widgets

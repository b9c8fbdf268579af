#include "widgets/alloy/alloy_picture.h"

#include "widgets/alloy/alloy_bar.h"
#include "widgets/alloy/element_names.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QFont>
#include <QFontMetricsF>
#include <QPainter>

namespace vitrine::widgets {

namespace {

constexpr double kLinePx = 28.0;
constexpr double kMarginPx = 12.0;
constexpr double kWidthPx = 380.0;
constexpr double kHeadPx = 92.0;  ///< formula, bar and column heads

std::vector<int> atomicNumbers(const AlloyEditorModel& model) {
  std::vector<int> numbers;
  for (const alloy::EditRow& row : model.rows)
    numbers.push_back(row.atomicNumber);
  return numbers;
}

alloy::Basis basisOf(ContentUnit unit) {
  return unit == ContentUnit::WeightPercent ? alloy::Basis::WeightPercent
                                            : alloy::Basis::AtomicPercent;
}

}  // namespace

std::vector<AlloyBarPart> barParts(const AlloyEditorModel& model, const Theme& colours) {
  const auto percents = alloy::percentOf(model.rows, basisOf(model.contentUnit));
  const auto indices = elementColourIndices(atomicNumbers(model));
  std::vector<AlloyBarPart> parts;
  for (std::size_t i = 0; i < model.rows.size(); ++i) {
    parts.push_back({elementSymbol(model.rows[i].atomicNumber), percents[i],
                     colours.elements.at(static_cast<std::size_t>(indices[i]))});
  }
  return parts;
}

QSizeF alloyPictureSize(const AlloyEditorModel& model) {
  return {kWidthPx, kHeadPx + 2 * kMarginPx + kLinePx * static_cast<double>(model.rows.size())};
}

void drawAlloyPicture(QPainter& painter, const QRectF& area, const AlloyEditorModel& model,
                      const QFont& base) {
  const Theme& colours = theme(false);
  const QSizeF size = alloyPictureSize(model);
  painter.save();
  painter.translate(area.topLeft());
  const double scale = std::min(area.width() / size.width(), area.height() / size.height());
  painter.scale(scale, scale);
  QFont font(base);
  font.setPixelSize(14);
  QFont head(font);
  head.setPixelSize(17);
  head.setBold(true);

  const QRectF inner =
      QRectF(QPointF(), size).adjusted(kMarginPx, kMarginPx, -kMarginPx, -kMarginPx);
  painter.setPen(colours.text);
  painter.setFont(head);
  painter.drawText(QRectF(inner.left(), inner.top(), inner.width(), 26),
                   Qt::AlignLeft | Qt::AlignVCenter,
                   QFontMetricsF(head).elidedText(model.formula, Qt::ElideRight, inner.width()));
  AlloyBar::draw(painter, QRectF(inner.left(), inner.top() + 32, inner.width(), 22),
                 barParts(model, colours), font);

  const double atRight = inner.left() + 0.74 * inner.width();
  const auto line = [&](double y, const QString& at, const QString& wt) {
    painter.drawText(QRectF(inner.left(), y, atRight - inner.left(), kLinePx),
                     Qt::AlignRight | Qt::AlignVCenter, at);
    painter.drawText(QRectF(atRight, y, inner.right() - atRight, kLinePx),
                     Qt::AlignRight | Qt::AlignVCenter, wt);
  };
  painter.setFont(font);
  painter.setPen(colours.mutedText);
  double y = inner.top() + kHeadPx - kLinePx;
  line(y, unitSymbol(ContentUnit::AtomicPercent), unitSymbol(ContentUnit::WeightPercent));
  const auto weights = alloy::percentOf(model.rows, alloy::Basis::WeightPercent);
  const auto indices = elementColourIndices(atomicNumbers(model));
  for (std::size_t i = 0; i < model.rows.size(); ++i) {
    y += kLinePx;
    const int z = model.rows[i].atomicNumber;
    paintChip(painter, QRectF(inner.left(), y + 2, 30, kLinePx - 4), elementSymbol(z),
              colours.elements.at(static_cast<std::size_t>(indices[i])), font);
    painter.setPen(colours.text);
    painter.drawText(QRectF(inner.left() + 38, y, inner.width(), kLinePx),
                     Qt::AlignLeft | Qt::AlignVCenter, elementName(z));
    line(y, numberText(model.rows[i].percent, 2), numberText(weights[i], 2));
  }
  painter.restore();
}

DataTable alloyTable(const AlloyEditorModel& model) {
  DataTable table;
  table.headers = {QStringLiteral("element"), QStringLiteral("atomic_number"),
                   QStringLiteral("at_percent"), QStringLiteral("wt_percent")};
  const auto weights = alloy::percentOf(model.rows, alloy::Basis::WeightPercent);
  for (std::size_t i = 0; i < model.rows.size(); ++i) {
    const alloy::EditRow& row = model.rows[i];
    table.rows.push_back({elementSymbol(row.atomicNumber), static_cast<double>(row.atomicNumber),
                          row.percent, weights[i]});
  }
  return table;
}

}  // namespace vitrine::widgets

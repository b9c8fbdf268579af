#include "widgets/cards/cards_picture.h"

#include "engine/alloy/domain.h"
#include "engine/regression/regressor.h"
#include "widgets/cards/card_face.h"
#include "widgets/cards/card_text.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/theme.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace vitrine::widgets {

namespace {

constexpr int kFontPx = 14;
constexpr double kCardWidth = 320.0;
constexpr double kGap = 12.0;
constexpr double kPadding = 8.0;
constexpr double kHead = 30.0;
constexpr std::size_t kColumns = 3;

QFont pictureFont(QFont font) {
  font.setPixelSize(kFontPx);
  return font;
}

double cardHeight(const QFont& font) {
  return CardFaceLayout::height(pictureFont(font), false) + 2 * kPadding;
}

std::size_t columnsOf(const PropertyCardsModel& model) {
  return std::clamp<std::size_t>(model.cards.size(), 1, kColumns);
}

QString view(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

void add(std::vector<DataCell>& row, const std::optional<double>& value) {
  if (value)
    row.emplace_back(*value);
  else
    row.emplace_back();
}

}  // namespace

QSizeF cardsPictureSize(const PropertyCardsModel& model) {
  const auto columns = static_cast<double>(columnsOf(model));
  const auto rows =
      static_cast<double>((model.cards.size() + columnsOf(model) - 1) / columnsOf(model));
  return {columns * (kCardWidth + kGap) + kGap, kHead + rows * (cardHeight({}) + kGap) + kGap};
}

void drawCardsPicture(QPainter& painter, const QRectF& area, const PropertyCardsModel& model,
                      const QFont& base) {
  const Theme& colours = theme(false);
  const QFont font = pictureFont(base);
  const QSizeF size = cardsPictureSize(model);
  painter.save();
  painter.translate(area.topLeft());
  const double scale = std::min(area.width() / size.width(), area.height() / size.height());
  painter.scale(scale, scale);
  QFont head(font);
  head.setPixelSize(17);
  head.setBold(true);
  painter.setFont(head);
  painter.setPen(colours.text);
  painter.drawText(QRectF(kGap, kGap / 2, size.width() - 2 * kGap, kHead),
                   Qt::AlignLeft | Qt::AlignVCenter, model.alloy);
  const double high = cardHeight(base);
  for (std::size_t i = 0; i < model.cards.size(); ++i) {
    const auto column = static_cast<double>(i % columnsOf(model));
    const auto row = static_cast<double>(i / columnsOf(model));
    const QRectF place(kGap + column * (kCardWidth + kGap), kHead + kGap / 2 + row * (high + kGap),
                       kCardWidth, high);
    paintCardGround(painter, place, colours, kFontPx);
    // On paper there is room for every card's strip.
    PropertyCard whole = model.cards[i];
    whole.brief = false;
    paintCardFace(painter, place.adjusted(kPadding, kPadding, -kPadding, -kPadding), whole,
                  model.unit, colours, font);
  }
  painter.restore();
}

DataTable cardsTable(const PropertyCardsModel& model) {
  DataTable table;
  table.headers = {QStringLiteral("alloy"),          QStringLiteral("property"),
                   QStringLiteral("value"),          QStringLiteral("unit"),
                   QStringLiteral("interval90_low"), QStringLiteral("interval90_high")};
  for (const auto kind : regression::kModelKinds)
    table.headers += view(regression::modelName(kind));
  table.headers += {QStringLiteral("domain"), QStringLiteral("reason"), QStringLiteral("model")};
  for (const PropertyCard& card : model.cards) {
    std::vector<DataCell> row;
    row.emplace_back(model.alloy);
    row.emplace_back(card.key);
    add(row, card.value);
    row.emplace_back(cardUnit(card, TemperatureUnit::Kelvin));
    std::optional<double> low;
    std::optional<double> high;
    if (card.interval90) {
      low = card.interval90->lo;
      high = card.interval90->hi;
    }
    add(row, low);
    add(row, high);
    for (const auto kind : regression::kModelKinds) {
      const QString name = view(regression::modelName(kind));
      const auto found = std::find_if(card.models.begin(), card.models.end(),
                                      [&](const CardModelValue& m) { return m.key == name; });
      add(row, found == card.models.end() ? std::nullopt : found->value);
    }
    row.emplace_back(card.domain ? view(alloy::domainName(*card.domain)) : QString());
    row.emplace_back(card.failure.isEmpty() ? card.reason : card.failure);
    row.emplace_back(card.badge);
    const std::size_t width = row.size();
    table.rows.push_back(std::move(row));
    for (const CardOpinion& other : card.others) {
      for (const auto& [name, value] : other.values) {
        std::vector<DataCell> line{model.alloy, QStringLiteral("%1, %2").arg(name, other.method),
                                   value, cardUnit(card, TemperatureUnit::Kelvin)};
        line.resize(width);
        table.rows.push_back(std::move(line));
      }
    }
  }
  return table;
}

}  // namespace vitrine::widgets

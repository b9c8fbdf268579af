#pragma once

#include "widgets/cards/property_cards_model.h"

#include <QFont>
#include <QRectF>

#include <optional>

class QPainter;

namespace vitrine::widgets {

struct Theme;

/// Where the parts of a card's face lie. One rule for the screen and for pictures.
struct CardFaceLayout {
  QRectF head;
  QRectF value;
  QRectF body;  ///< the strip, an equation or a reason; empty for brief cards

  CardFaceLayout(const QRectF& area, const QFont& font, bool brief);
  static double height(const QFont& font, bool brief);
};

/// Draws title, domain flag, number, interval and models of a card into `area`, without a frame.
void paintCardFace(QPainter& painter, const QRectF& area, const PropertyCard& card,
                   TemperatureUnit unit, const Theme& colours, const QFont& font,
                   std::optional<std::size_t> chosenModel = std::nullopt);

/// The ground a card stands on.
void paintCardGround(QPainter& painter, const QRectF& area, const Theme& colours, double em);

}  // namespace vitrine::widgets

#pragma once

#include "widgets/cards/property_cards_model.h"
#include "widgets/export/data_table.h"

#include <QSizeF>

class QFont;
class QPainter;
class QRectF;

namespace vitrine::widgets {

/// The cards as a picture: the alloy, and below it their faces in columns.
QSizeF cardsPictureSize(const PropertyCardsModel& model);
void drawCardsPicture(QPainter& painter, const QRectF& area, const PropertyCardsModel& model,
                      const QFont& font);

/// One row for each card: value, interval, single models, domain. Temperatures in K.
DataTable cardsTable(const PropertyCardsModel& model);

}  // namespace vitrine::widgets

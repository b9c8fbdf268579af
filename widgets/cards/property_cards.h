#pragma once

#include "widgets/cards/property_cards_model.h"
#include "widgets/export/exportable.h"

#include <QScrollArea>
#include <QStringList>

#include <memory>

namespace vitrine::widgets {

/// The properties of the alloy, one card each, in as many columns as there is room for. A card
/// shows the number, its 90 % interval, the single models and whether the alloy is known ground;
/// opened, it also tells what each element adds, the nearest known alloys, the method and its
/// source.
class PropertyCards : public QScrollArea, public Exportable {
  Q_OBJECT

 public:
  explicit PropertyCards(QWidget* parent = nullptr);
  ~PropertyCards() override;

  /// Cheap where the keys of the cards are the same as before.
  void setModel(const PropertyCardsModel& model);
  [[nodiscard]] const PropertyCardsModel& model() const;

  /// Keys of the cards that are open; contributions are shown in these alone.
  [[nodiscard]] QStringList openCards() const;
  void setOpenCards(const QStringList& keys);

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] QSizeF exportSize() const override;
  void renderTo(QPainter& painter, const QRectF& area) const override;
  [[nodiscard]] DataTable data() const override;

 signals:
  void neighbourActivated(const QString& formula);
  /// The text is on the clipboard already.
  void citationCopied(const QString& text);
  void openCardsChanged(const QStringList& keys);
  /// The usual model is wanted back for the card with this key.
  void badgeDismissed(const QString& key);

 private:
  struct Parts;
  std::unique_ptr<Parts> m_parts;
};

}  // namespace vitrine::widgets

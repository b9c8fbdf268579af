#pragma once

#include "widgets/cards/property_cards_model.h"

#include <QWidget>

class QAction;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace vitrine::widgets {

class CardDetails;
class CardFaceView;
class LinkButton;

/// One card: its face, the nearest known alloy, and the details while it is open.
class PropertyCardView : public QWidget {
  Q_OBJECT

 public:
  explicit PropertyCardView(QWidget* parent = nullptr);

  void setCard(const PropertyCard& card, TemperatureUnit unit);
  [[nodiscard]] const PropertyCard& card() const { return m_card; }

  void setOpen(bool open);
  [[nodiscard]] bool isOpen() const { return m_open; }

  [[nodiscard]] CardFaceView* face() const { return m_face; }
  [[nodiscard]] LinkButton* nearest() const { return m_nearest; }
  [[nodiscard]] LinkButton* badge() const { return m_badge; }
  [[nodiscard]] QToolButton* toggle() const { return m_toggle; }

 signals:
  void neighbourActivated(const QString& formula);
  void citationCopied(const QString& text);
  void openChanged();
  /// The usual model is wanted back.
  void badgeDismissed();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void placeToggle();
  void showNearest();
  void showBadge();
  void showOthers();
  void copyCitation();
  void toggleOpen();

  PropertyCard m_card;
  TemperatureUnit m_unit = TemperatureUnit::Kelvin;
  bool m_open = false;
  CardFaceView* m_face;
  LinkButton* m_nearest;
  LinkButton* m_badge;
  QLabel* m_others;  ///< what other methods say
  QToolButton* m_toggle;
  QAction* m_copy;
  QGridLayout* m_head;               ///< holds the face, and the toggle of a brief card
  QHBoxLayout* m_foot;               ///< holds the nearest alloy, and the toggle of other cards
  CardDetails* m_details = nullptr;  ///< made when first opened
};

}  // namespace vitrine::widgets

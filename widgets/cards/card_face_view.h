#pragma once

#include "widgets/cards/property_cards_model.h"

#include <QWidget>

#include <cstddef>
#include <optional>

namespace vitrine::widgets {

/// The face of a card on the screen. A click, Enter or the space bar opens the card; the left and
/// right arrows walk the single models, whose dots the pointer reads as well.
class CardFaceView : public QWidget {
  Q_OBJECT

 public:
  explicit CardFaceView(QWidget* parent = nullptr);

  void setCard(const PropertyCard& card, TemperatureUnit unit);
  [[nodiscard]] std::optional<std::size_t> chosenModel() const { return m_chosen; }
  /// Middle of a model's dot, for pointers that look for it.
  [[nodiscard]] std::optional<QPointF> dot(std::size_t model) const;

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 signals:
  void activated();

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  [[nodiscard]] QRectF inner() const;
  [[nodiscard]] QRectF stripArea() const;
  void choose(std::optional<std::size_t> model);
  void stepModel(int direction);

  PropertyCard m_card;
  TemperatureUnit m_unit = TemperatureUnit::Kelvin;
  std::optional<std::size_t> m_chosen;
};

}  // namespace vitrine::widgets

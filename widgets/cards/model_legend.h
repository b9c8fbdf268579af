#pragma once

#include "widgets/cards/property_cards_model.h"

#include <QWidget>

namespace vitrine::widgets {

/// The single models of a card in words: the key to the dots of its strip.
class ModelLegend : public QWidget {
  Q_OBJECT

 public:
  explicit ModelLegend(QWidget* parent = nullptr);

  void setCard(const PropertyCard& card, TemperatureUnit unit);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  PropertyCard m_card;
  TemperatureUnit m_unit = TemperatureUnit::Kelvin;
};

}  // namespace vitrine::widgets

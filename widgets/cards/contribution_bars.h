#pragma once

#include "widgets/cards/property_cards_model.h"

#include <QWidget>

namespace vitrine::widgets {

/// What each element adds to a number: bars to both sides of a line.
class ContributionBars : public QWidget {
  Q_OBJECT

 public:
  explicit ContributionBars(QWidget* parent = nullptr);

  void setCard(const PropertyCard& card);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  PropertyCard m_card;
};

}  // namespace vitrine::widgets

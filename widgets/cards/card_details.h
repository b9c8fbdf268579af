#pragma once

#include "widgets/cards/property_cards_model.h"

#include <QWidget>

#include <vector>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace vitrine::widgets {

class ContributionBars;
class LinkButton;
class ModelLegend;

/// The open part of a card: single models in words, what each element adds, nearest known alloys,
/// method and sources.
class CardDetails : public QWidget {
  Q_OBJECT

 public:
  explicit CardDetails(QWidget* parent = nullptr);

  void setCard(const PropertyCard& card, TemperatureUnit unit);

 signals:
  void neighbourActivated(const QString& formula);
  void copyWanted();

 private:
  QLabel* addHead(const QString& text);
  QLabel* addWords();
  void fillNeighbours(const PropertyCard& card, TemperatureUnit unit);

  QVBoxLayout* m_layout;
  QLabel* m_reason;
  ModelLegend* m_models;
  QLabel* m_contributionHead;
  ContributionBars* m_bars;
  QLabel* m_contributionNote;
  QLabel* m_neighbourHead;
  QVBoxLayout* m_neighbourLayout;
  std::vector<LinkButton*> m_links;
  std::vector<CardNeighbour> m_neighbours;
  QLabel* m_method;
  QLabel* m_citations;
  QToolButton* m_copy;
};

}  // namespace vitrine::widgets

#include "widgets/cards/card_details.h"

#include "widgets/cards/card_text.h"
#include "widgets/cards/contribution_bars.h"
#include "widgets/cards/link_button.h"
#include "widgets/cards/model_legend.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace vitrine::widgets {

namespace {

void setWords(QLabel* label, const QString& text) {
  label->setText(text);
  label->setVisible(!text.isEmpty());
}

}  // namespace

CardDetails::CardDetails(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this)) {
  const int em = fontMetrics().height();
  m_layout->setContentsMargins(em / 2, 0, em / 2, em / 2);
  m_layout->setSpacing(em / 4);
  m_reason = addWords();
  m_models = new ModelLegend;
  m_layout->addWidget(m_models);
  m_contributionHead = addHead({});
  m_bars = new ContributionBars;
  m_layout->addWidget(m_bars);
  m_contributionNote = addWords();
  m_contributionNote->setForegroundRole(QPalette::PlaceholderText);
  m_neighbourHead = addHead(tr("Nearest known alloys"));
  m_neighbourLayout = new QVBoxLayout;
  m_neighbourLayout->setSpacing(0);
  m_layout->addLayout(m_neighbourLayout);
  addHead(tr("Method and source"));
  m_method = addWords();
  m_citations = addWords();
  m_citations->setForegroundRole(QPalette::PlaceholderText);
  m_copy = new QToolButton;
  m_copy->setText(tr("Copy citation"));
  m_copy->setIcon(icon(Icon::Copy));
  m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_copy->setFocusPolicy(Qt::StrongFocus);
  m_layout->addWidget(m_copy, 0, Qt::AlignLeft);
  connect(m_copy, &QToolButton::clicked, this, &CardDetails::copyWanted);
}

QLabel* CardDetails::addHead(const QString& text) {
  auto* label = new QLabel(text);
  QFont bold(label->font());
  bold.setBold(true);
  label->setFont(bold);
  label->setWordWrap(true);
  m_layout->addWidget(label);
  return label;
}

QLabel* CardDetails::addWords() {
  auto* label = new QLabel;
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  m_layout->addWidget(label);
  return label;
}

void CardDetails::setCard(const PropertyCard& card, TemperatureUnit unit) {
  setWords(m_reason, card.value || card.brief ? card.reason : QString());
  m_models->setCard(card, unit);
  m_models->setVisible(!card.models.empty());
  const bool explained = !card.contributions.empty();
  m_contributionHead->setText(card.contributionBase
                                  ? tr("What each element adds to the mean of %1")
                                        .arg(cardValue(card, *card.contributionBase, unit))
                                  : tr("What each element adds"));
  m_contributionHead->setVisible(explained);
  m_bars->setVisible(explained);
  m_bars->setCard(card);
  setWords(m_contributionNote,
           explained ? tr("%1. How the model reckons, not a cause.").arg(card.contributionMethod)
                     : QString());
  fillNeighbours(card, unit);
  QString method = card.method;
  if (!card.equation.isEmpty())
    method += (method.isEmpty() ? QString() : QStringLiteral("\n")) + card.equation;
  setWords(m_method, method);
  setWords(m_citations, cardCitations(card));
  m_copy->setVisible(!card.citations.empty());
  m_copy->setAccessibleName(tr("Copy the citation of %1").arg(card.caption));
}

void CardDetails::fillNeighbours(const PropertyCard& card, TemperatureUnit unit) {
  m_neighbours = card.neighbours;
  while (m_links.size() < m_neighbours.size()) {
    auto* link = new LinkButton;
    const std::size_t index = m_links.size();
    connect(link, &QAbstractButton::clicked, this,
            [this, index] { emit neighbourActivated(m_neighbours[index].formula); });
    m_neighbourLayout->addWidget(link);
    m_links.push_back(link);
  }
  for (std::size_t i = 0; i < m_links.size(); ++i) {
    m_links[i]->setVisible(i < m_neighbours.size());
    if (i >= m_neighbours.size())
      continue;
    const CardNeighbour& near = m_neighbours[i];
    const QString value = QStringLiteral("  ") + cardValue(card, near.value, unit);
    m_links[i]->setTexts(
        {}, near.formula,
        near.distancePercent < kSamePercent
            ? value
            : tr("%1, %2 away")
                  .arg(value, percentText(near.distancePercent, ContentUnit::AtomicPercent, 1)));
    m_links[i]->setToolTip(near.source);
  }
  m_neighbourHead->setVisible(!m_neighbours.empty());
}

}  // namespace vitrine::widgets

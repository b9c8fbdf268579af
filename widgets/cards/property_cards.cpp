#include "widgets/cards/property_cards.h"

#include "widgets/cards/cards_picture.h"
#include "widgets/cards/flow_grid.h"
#include "widgets/cards/property_card.h"
#include "widgets/export/export_actions.h"

namespace vitrine::widgets {

struct PropertyCards::Parts {
  PropertyCardsModel model;
  FlowGrid* grid = nullptr;
  std::vector<PropertyCardView*> views;
  QStringList open;
};

PropertyCards::PropertyCards(QWidget* parent)
    : QScrollArea(parent), m_parts(std::make_unique<Parts>()) {
  setAccessibleName(tr("Properties"));
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
  auto* ground = new QWidget;
  m_parts->grid = new FlowGrid(ground);
  const int em = fontMetrics().height();
  m_parts->grid->setContentsMargins(em / 3, em / 3, em / 3, em / 3);
  m_parts->grid->setSpacing(em / 3);
  m_parts->grid->setMinimumColumnWidth(16 * em);
  setWidget(ground);
  new ExportActions(this, *this);
}

PropertyCards::~PropertyCards() = default;

void PropertyCards::setModel(const PropertyCardsModel& model) {
  Parts& p = *m_parts;
  p.model = model;
  while (p.views.size() > model.cards.size()) {
    delete p.views.back();
    p.views.pop_back();
  }
  while (p.views.size() < model.cards.size()) {
    auto* view = new PropertyCardView;
    connect(view, &PropertyCardView::neighbourActivated, this, &PropertyCards::neighbourActivated);
    connect(view, &PropertyCardView::citationCopied, this, &PropertyCards::citationCopied);
    connect(view, &PropertyCardView::badgeDismissed, this,
            [this, view] { emit badgeDismissed(view->card().key); });
    connect(view, &PropertyCardView::openChanged, this, [this, view] {
      QStringList keys = m_parts->open;
      keys.removeAll(view->card().key);
      if (view->isOpen())
        keys += view->card().key;
      m_parts->open = keys;
      emit openCardsChanged(keys);
    });
    p.grid->addWidget(view);
    p.views.push_back(view);
  }
  for (std::size_t i = 0; i < p.views.size(); ++i) {
    p.views[i]->setCard(model.cards[i], model.unit);
    p.views[i]->setOpen(p.open.contains(model.cards[i].key));
  }
}

const PropertyCardsModel& PropertyCards::model() const {
  return m_parts->model;
}

QStringList PropertyCards::openCards() const {
  return m_parts->open;
}

void PropertyCards::setOpenCards(const QStringList& keys) {
  m_parts->open = keys;
  for (PropertyCardView* view : m_parts->views)
    view->setOpen(keys.contains(view->card().key));
}

QString PropertyCards::exportName() const {
  return m_parts->model.alloy.isEmpty() ? QStringLiteral("properties")
                                        : QStringLiteral("properties-") + m_parts->model.alloy;
}

QSizeF PropertyCards::exportSize() const {
  return cardsPictureSize(m_parts->model);
}

void PropertyCards::renderTo(QPainter& painter, const QRectF& area) const {
  drawCardsPicture(painter, area, m_parts->model, font());
}

DataTable PropertyCards::data() const {
  return cardsTable(m_parts->model);
}

}  // namespace vitrine::widgets

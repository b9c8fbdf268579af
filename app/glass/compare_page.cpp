#include "app/glass/compare_page.h"

#include "app/glass/glass_analysis.h"
#include "app/glass/glass_facts.h"
#include "app/glass/pair_curves.h"
#include "widgets/glass/curves_plot.h"
#include "widgets/structure/structure_view.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace vitrine::app {

namespace {

using Kind = AtomQuantity::Kind;
/// What every glass has.
const std::array<AtomQuantity, 5> kQuantities{{{Kind::Species},
                                               {Kind::CellNeighbours},
                                               {Kind::Volume},
                                               {Kind::FiveFold},
                                               {Kind::Icosahedra}}};
constexpr int kNameCharacters = 18;

}  // namespace

ComparePage::ComparePage(GlassDesk& desk, GlassAnalyses& analyses, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_analyses(analyses),
      m_quantity(new QComboBox(this)),
      m_curves(
          new widgets::CurvesPlot(tr("Pair distribution functions of both glasses"), 3, this)) {
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(4, 4, 4, 4);
  auto* words = new QLabel(tr("&Colour both by"), this);
  words->setBuddy(m_quantity);
  m_quantity->setAccessibleName(tr("What both glasses are coloured by"));
  for (const AtomQuantity& quantity : kQuantities)
    m_quantity->addItem(quantityName(quantity));
  auto* head = new QHBoxLayout;
  head->addWidget(words);
  head->addWidget(m_quantity);
  head->addStretch(1);
  grid->addLayout(head, 0, 0, 1, 2);
  const std::array<QString, 2> names{tr("Left glass"), tr("Right glass")};
  for (std::size_t side = 0; side < 2; ++side) {
    const int column = static_cast<int>(side);
    m_glasses[side] = new QComboBox(this);
    m_glasses[side]->setAccessibleName(names[side]);
    m_glasses[side]->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_glasses[side]->setMinimumContentsLength(kNameCharacters);
    m_views[side] = new widgets::StructureView(this);
    m_views[side]->setAccessibleName(names[side]);
    m_facts[side] = new QLabel(this);
    m_facts[side]->setWordWrap(true);
    m_facts[side]->setTextFormat(Qt::PlainText);
    m_facts[side]->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    grid->addWidget(m_glasses[side], 1, column);
    grid->addWidget(m_views[side], 2, column);
    grid->addWidget(m_facts[side], 3, column);
    connect(m_glasses[side], &QComboBox::activated, this, &ComparePage::refresh);
  }
  for (std::size_t side = 0; side < 2; ++side) {
    widgets::StructureView* other = m_views[1 - side];
    connect(m_views[side], &widgets::StructureView::cameraMoved, other,
            [other](const widgets::Camera& camera) {
              // Each stays in the middle of its own cell.
              widgets::Camera followed = camera;
              followed.centre = other->camera().centre;
              other->setCamera(followed);
            });
  }
  grid->addWidget(m_curves, 4, 0, 1, 2);
  grid->setRowStretch(2, 3);
  grid->setRowStretch(4, 2);
  connect(m_quantity, &QComboBox::activated, this, &ComparePage::refresh);
  connect(&desk, &GlassDesk::glassesChanged, this, &ComparePage::listGlasses);
  connect(&analyses, &GlassAnalyses::changed, this, &ComparePage::refresh);
  listGlasses();
}

void ComparePage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refresh();
}

GlassId ComparePage::chosen(std::size_t side) const {
  const GlassId id = m_glasses[side]->currentData().toULongLong();
  return m_desk.has(id) ? id : 0;
}

void ComparePage::listGlasses() {
  const auto ids = m_desk.glasses();
  for (std::size_t side = 0; side < 2; ++side) {
    const GlassId before = m_glasses[side]->currentData().toULongLong();
    m_glasses[side]->clear();
    for (const GlassId id : ids)
      m_glasses[side]->addItem(m_desk.glass(id).name, id);
    const int kept = m_glasses[side]->findData(before);
    // At first the one that came first; beside it the one that came last, if it is another.
    const int count = m_glasses[side]->count();
    const int first = side == 0 ? 0 : (count > 1 ? count - 1 : -1);
    m_glasses[side]->setCurrentIndex(kept >= 0 ? kept : std::min(first, count - 1));
    m_glasses[side]->setEnabled(count > 0);
  }
  refresh();
}

void ComparePage::refresh() {
  if (!isVisible())
    return;
  const AtomQuantity quantity = kQuantities[static_cast<std::size_t>(m_quantity->currentIndex())];
  std::vector<NamedPairs> compared;
  std::array<widgets::StructureViewModel, 2> models;
  std::array<std::shared_ptr<const PairAnalysis>, 2> pairs;
  for (std::size_t side = 0; side < 2; ++side) {
    const GlassId id = chosen(side);
    if (id == 0) {
      models[side].message = tr("Open two glasses.");
      m_facts[side]->clear();
      continue;
    }
    const Glass& glass = m_desk.glass(id);
    pairs[side] = m_analyses.pairs(id);
    const auto cells = m_analyses.cells(id);
    models[side].name = glass.name;
    models[side].structure = glass.structure;
    const auto colours = coloursOf(quantity, *glass.structure, pairs[side].get(), cells.get());
    if (colours)
      models[side].colours = *colours;
    else
      models[side].message =
          m_analyses.failure(id).isEmpty() ? tr("This is being computed.") : m_analyses.failure(id);
    m_facts[side]->setText(factsText(glass, pairs[side].get(), cells.get()));
    if (pairs[side])
      compared.push_back({glass.name, pairs[side].get()});
  }
  // One scale for both.
  auto& left = models[0].colours;
  auto& right = models[1].colours;
  if (left.kind == widgets::AtomColours::Kind::Values && right.kind == left.kind) {
    left.low = right.low = std::min(left.low, right.low);
    left.high = right.high = std::max(left.high, right.high);
  }
  for (std::size_t side = 0; side < 2; ++side)
    m_views[side]->setModel(models[side]);
  widgets::CurvesModel curves;
  curves.name = QStringLiteral("pair-distributions");
  curves.panels = pairPanels(compared);
  m_curves->setModel(curves);
  for (std::size_t side = 0; side < 2; ++side)
    if (const GlassId id = chosen(side);
        id != 0 && m_analyses.failure(id).isEmpty() && (!pairs[side] || !m_analyses.cells(id)))
      m_analyses.want(id);
}

}  // namespace vitrine::app

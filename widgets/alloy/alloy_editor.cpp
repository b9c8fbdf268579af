#include "widgets/alloy/alloy_editor.h"

#include "widgets/alloy/alloy_bar.h"
#include "widgets/alloy/alloy_picture.h"
#include "widgets/alloy/element_names.h"
#include "widgets/alloy/element_picker.h"
#include "widgets/alloy/element_row.h"
#include "widgets/alloy/error_bubble.h"
#include "widgets/alloy/formula_edit.h"
#include "widgets/alloy/formula_field.h"
#include "widgets/alloy/percent_box.h"
#include "widgets/alloy/share_slider.h"
#include "widgets/export/export_actions.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/segment_button.h"
#include "widgets/theme/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

namespace {

alloy::Basis basisOf(ContentUnit unit) {
  return unit == ContentUnit::WeightPercent ? alloy::Basis::WeightPercent
                                            : alloy::Basis::AtomicPercent;
}

/// A scroll area as wide as its rows want to be.
class RowScroll : public QScrollArea {
 public:
  [[nodiscard]] QSize minimumSizeHint() const override {
    const int rows = widget() != nullptr ? widget()->minimumSizeHint().width() : 0;
    return {rows + style()->pixelMetric(QStyle::PM_ScrollBarExtent), 5 * fontMetrics().height()};
  }
};

}  // namespace

struct AlloyEditor::Parts {
  AlloyEditorModel model;
  FormulaField* formula = nullptr;
  AlloyBar* bar = nullptr;
  QButtonGroup* units = nullptr;
  QLabel* total = nullptr;
  QScrollArea* scroll = nullptr;
  QVBoxLayout* rowLayout = nullptr;
  std::vector<ElementRow*> rows;
  QLabel* rule = nullptr;
  QToolButton* add = nullptr;
  ElementPicker* picker = nullptr;  ///< made when first asked for
};

AlloyEditor::AlloyEditor(QWidget* parent) : QWidget(parent), m_parts(std::make_unique<Parts>()) {
  setAccessibleName(tr("Alloy editor"));
  build();
  showRule();
  new ExportActions(this, *this);
}

AlloyEditor::~AlloyEditor() {
  // A field that loses the focus while it is taken down still reports what was typed.
  m_parts->formula->disconnect(this);
  for (ElementRow* row : m_parts->rows)
    row->disconnect(this);
}

void AlloyEditor::build() {
  Parts& p = *m_parts;
  p.formula = new FormulaField;
  connect(p.formula, &FormulaField::entered, this, &AlloyEditor::formulaEntered);
  connect(p.formula, &FormulaField::withdrawn, this, &AlloyEditor::formulaWithdrawn);
  p.bar = new AlloyBar;

  p.units = new QButtonGroup(this);
  auto* head = new QHBoxLayout;
  head->setSpacing(0);
  const std::pair<ContentUnit, QString> choices[] = {
      {ContentUnit::AtomicPercent, tr("Contents in atomic per cent")},
      {ContentUnit::WeightPercent, tr("Contents in weight per cent")}};
  for (const auto& [unit, hint] : choices) {
    auto* button = new SegmentButton(unitSymbol(unit));
    button->setAccessibleName(hint);
    button->setToolTip(hint);
    p.units->addButton(button, static_cast<int>(unit));
    head->addWidget(button);
  }
  connect(p.units, &QButtonGroup::idClicked, this,
          [this](int id) { emit contentUnitChosen(static_cast<ContentUnit>(id)); });
  p.total = new QLabel;
  p.total->setForegroundRole(QPalette::PlaceholderText);
  head->addStretch(1);
  head->addWidget(p.total);
  head->addSpacing(fontMetrics().height() / 2);
  p.add = new QToolButton;
  p.add->setText(tr("Add…"));
  p.add->setAccessibleName(tr("Add an element"));
  p.add->setToolTip(tr("Add an element from the periodic table"));
  p.add->setIcon(icon(Icon::Add));
  p.add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  p.add->setFocusPolicy(Qt::StrongFocus);
  connect(p.add, &QToolButton::clicked, this, &AlloyEditor::pickElement);
  head->addWidget(p.add);

  auto* rows = new QWidget;
  rows->setBackgroundRole(QPalette::Window);
  p.rowLayout = new QVBoxLayout(rows);
  p.rowLayout->setContentsMargins(0, 0, 0, 0);
  p.rowLayout->setSpacing(fontMetrics().height() / 4);
  p.rowLayout->addStretch(1);
  p.scroll = new RowScroll;
  p.scroll->setFrameShape(QFrame::NoFrame);
  p.scroll->setWidgetResizable(true);
  p.scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  p.scroll->setFocusPolicy(Qt::NoFocus);
  p.scroll->setWidget(rows);

  p.rule = new QLabel;
  p.rule->setWordWrap(true);
  p.rule->setForegroundRole(QPalette::PlaceholderText);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(p.formula);
  layout->addWidget(p.bar);
  layout->addLayout(head);
  layout->addWidget(p.scroll, 1);
  layout->addWidget(p.rule);
}

void AlloyEditor::setModel(const AlloyEditorModel& model) {
  Parts& p = *m_parts;
  p.model = model;
  p.formula->showFormula(model.formula);
  if (auto* button = p.units->button(static_cast<int>(model.contentUnit)))
    button->setChecked(true);
  p.bar->setParts(barParts(model, themeOf(*this)));
  fitRows();
  fillRows();
  showRule();
}

const AlloyEditorModel& AlloyEditor::model() const {
  return m_parts->model;
}

void AlloyEditor::fitRows() {
  Parts& p = *m_parts;
  if (p.rows.size() == p.model.rows.size())
    return;
  while (p.rows.size() > p.model.rows.size()) {
    // Perhaps the row whose own button asked for this: it must outlive the click.
    p.rows.back()->hide();
    p.rows.back()->deleteLater();
    p.rowLayout->removeWidget(p.rows.back());
    p.rows.pop_back();
  }
  while (p.rows.size() < p.model.rows.size()) {
    auto* row = new ElementRow;
    connect(row, &ElementRow::dragged, this, &AlloyEditor::shareDragged);
    connect(row, &ElementRow::lockToggled, this, &AlloyEditor::lockToggled);
    connect(row, &ElementRow::removed, this, &AlloyEditor::elementRemoved);
    p.rowLayout->insertWidget(static_cast<int>(p.rows.size()), row);
    p.rows.push_back(row);
  }
  QWidget* before = p.add;
  for (ElementRow* row : p.rows) {
    for (QWidget* control :
         {static_cast<QWidget*>(row->slider()), static_cast<QWidget*>(row->box()),
          static_cast<QWidget*>(row->lock()), static_cast<QWidget*>(row->remove())}) {
      setTabOrder(before, control);
      before = control;
    }
  }
  p.scroll->updateGeometry();
}

void AlloyEditor::fillRows() {
  Parts& p = *m_parts;
  const AlloyEditorModel& model = p.model;
  const alloy::Basis basis = basisOf(model.contentUnit);
  const auto percents = alloy::percentOf(model.rows, basis);
  std::vector<int> numbers;
  for (const alloy::EditRow& row : model.rows)
    numbers.push_back(row.atomicNumber);
  const auto colours = elementColourIndices(numbers);
  for (std::size_t i = 0; i < model.rows.size(); ++i) {
    const alloy::EditRow& row = model.rows[i];
    const auto untrained = model.untrained.find(row.atomicNumber);
    ElementRowModel shown;
    shown.atomicNumber = row.atomicNumber;
    shown.percent = percents[i];
    shown.locked = row.locked;
    shown.reach = alloy::reach(model.rows, row.atomicNumber, basis);
    shown.unit = model.contentUnit;
    shown.untrained = untrained == model.untrained.end() ? QString() : untrained->second;
    shown.removable = alloy::removeRow(model.rows, row.atomicNumber, basis).outcome ==
                      alloy::Balanced::Outcome::Taken;
    shown.colourIndex = colours[i];
    p.rows[i]->setModel(shown);
  }
  double sum = 0.0;
  for (const double percent : percents)
    sum += percent;
  p.total->setText(model.rows.empty() ? QString() : tr("Total %1 %").arg(percentNumber(sum)));
}

void AlloyEditor::showRule() {
  const AlloyEditorModel& model = m_parts->model;
  std::vector<int> free;
  for (const alloy::EditRow& row : model.rows) {
    if (!row.locked)
      free.push_back(row.atomicNumber);
  }
  QString text = tr("Unlocked elements give way in proportion.");
  if (model.rows.size() > 1 && free.empty())
    text = tr("All elements are locked. Unlock one and it gives way to the others.");
  else if (model.rows.size() > 1 && free.size() == 1)
    text = tr("Only %1 is not locked: it gives way to the others and cannot move by itself.")
               .arg(elementName(free.front()));
  else if (model.rows.size() == 1)
    text = tr("A pure element. Add another one to mix.");
  m_parts->rule->setText(text);
}

void AlloyEditor::focusFormula() {
  m_parts->formula->edit()->setFocus(Qt::ShortcutFocusReason);
  m_parts->formula->edit()->selectAll();
}

QString AlloyEditor::formulaError() const {
  return m_parts->formula->error();
}

void AlloyEditor::pickElement() {
  Parts& p = *m_parts;
  if (p.picker == nullptr) {
    p.picker = new ElementPicker(this);
    connect(p.picker, &ElementPicker::elementChosen, this, [this](int atomicNumber) {
      const auto& rows = m_parts->model.rows;
      const auto found = std::find_if(rows.begin(), rows.end(), [&](const alloy::EditRow& row) {
        return row.atomicNumber == atomicNumber;
      });
      if (found == rows.end())
        emit elementAdded(atomicNumber);
      else
        m_parts->rows[static_cast<std::size_t>(found - rows.begin())]->slider()->setFocus();
    });
  }
  PeriodicTableModel table;
  for (const alloy::EditRow& row : p.model.rows)
    table.chosen.insert(row.atomicNumber);
  table.untrained = p.model.untrained;
  p.picker->open(table, {p.add->mapToGlobal(QPoint()), p.add->size()});
}

QString AlloyEditor::exportName() const {
  return m_parts->model.formula.isEmpty() ? QStringLiteral("alloy")
                                          : QStringLiteral("alloy-") + m_parts->model.formula;
}

QSizeF AlloyEditor::exportSize() const {
  return alloyPictureSize(m_parts->model);
}

void AlloyEditor::renderTo(QPainter& painter, const QRectF& area) const {
  drawAlloyPicture(painter, area, m_parts->model, font());
}

DataTable AlloyEditor::data() const {
  return alloyTable(m_parts->model);
}

QSize AlloyEditor::sizeHint() const {
  const int em = fontMetrics().height();
  return {20 * em, 28 * em};
}

void AlloyEditor::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange)
    m_parts->bar->setParts(barParts(m_parts->model, themeOf(*this)));
  QWidget::changeEvent(event);
}

}  // namespace vitrine::widgets

#include "app/glass/structure_page.h"

#include "app/glass/barcode_readings.h"
#include "app/jobs/work_row.h"
#include "widgets/structure/structure_controls.h"
#include "widgets/structure/structure_view.h"
#include "widgets/structure/turntable.h"
#include "widgets/theme/icons.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardPaths>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrine::app {

namespace {

constexpr int kTurntableFrames = 90;
constexpr QSize kTurntableSize(800, 600);
constexpr int kQuantityCharacters = 26;

}  // namespace

StructurePage::StructurePage(GlassDesk& desk, GlassAnalyses& analyses, BarcodeReadings& barcodes,
                             QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_analyses(analyses),
      m_barcodes(barcodes),
      m_quantity(new QComboBox(this)),
      m_atom(new QSpinBox(this)),
      m_atomText(new QLabel(this)),
      m_highlight(new QToolButton(this)),
      m_view(new widgets::StructureView(this)),
      m_controls(new widgets::StructureControls(*m_view, this)),
      m_turntable(new widgets::Turntable(*m_view, this)),
      m_work(new WorkRow(tr("the pictures"), this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(4, 4, 4, 4);
  column->addWidget(header());
  column->addWidget(m_view, 1);
  column->addWidget(m_controls);
  column->addWidget(m_work);
  connect(&desk, &GlassDesk::currentChanged, this, &StructurePage::showGlass);
  connect(&desk, &GlassDesk::atomChanged, this, &StructurePage::showAtom);
  connect(&analyses, &GlassAnalyses::changed, this, [this] {
    if (needsAnalysis(m_chosen))
      showColours();
  });
  connect(&barcodes, &BarcodeReadings::changed, this, [this] {
    if (m_chosen.kind == AtomQuantity::Kind::BarcodeBar)
      showColours();
  });
  connect(&desk, &GlassDesk::highlightChanged, this, &StructurePage::showColours);
  connect(m_highlight, &QToolButton::clicked, this, [this] { m_desk.setHighlight(std::nullopt); });
  connect(m_quantity, &QComboBox::activated, this,
          [this](int index) { colourBy(m_quantities.at(static_cast<std::size_t>(index))); });
  connect(m_view, &widgets::StructureView::atomClicked, &desk, &GlassDesk::setAtom);
  connect(m_atom, &QSpinBox::valueChanged, this, [this](int atom) {
    m_desk.setAtom(atom > 0 ? std::optional(static_cast<std::uint32_t>(atom - 1)) : std::nullopt);
  });
  connect(m_controls, &widgets::StructureControls::turntableWanted, this,
          &StructurePage::askForTurntable);
  connect(m_turntable, &widgets::Turntable::progressed, this, &StructurePage::showTurntable);
  connect(m_turntable, &widgets::Turntable::finished, this, &StructurePage::showTurntable);
  connect(m_turntable, &widgets::Turntable::failed, this, [this](const QString& sentence) {
    showTurntable();
    emit problem(sentence);
  });
  connect(m_work, &WorkRow::cancelled, this, [this] {
    m_turntable->cancel();
    showTurntable();
  });
  showGlass();
}

StructurePage::~StructurePage() = default;

QWidget* StructurePage::header() {
  auto* bar = new QWidget(this);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  auto* words = new QLabel(tr("&Colour by"), bar);
  words->setBuddy(m_quantity);
  m_quantity->setAccessibleName(tr("What the atoms are coloured by"));
  m_quantity->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_quantity->setMinimumContentsLength(kQuantityCharacters);
  auto* atom = new QLabel(tr("A&tom"), bar);
  atom->setBuddy(m_atom);
  m_atom->setSpecialValueText(tr("none"));
  m_atom->setAccessibleName(tr("Chosen atom"));
  m_atomText->setTextFormat(Qt::PlainText);
  m_highlight->setIcon(widgets::icon(widgets::Icon::Cancel));
  m_highlight->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_highlight->setFocusPolicy(Qt::StrongFocus);
  m_highlight->setToolTip(tr("Show all atoms alike again"));
  row->addWidget(words);
  row->addWidget(m_quantity);
  row->addWidget(m_highlight);
  row->addStretch(1);
  row->addWidget(m_atomText);
  row->addWidget(atom);
  row->addWidget(m_atom);
  return bar;
}

void StructurePage::colourBy(const AtomQuantity& quantity) {
  m_chosen = quantity;
  if (m_desk.current() == 0)
    return;
  if (needsAnalysis(quantity))
    m_analyses.want(m_desk.current());
  if (quantity.kind == AtomQuantity::Kind::BarcodeBar)
    m_barcodes.want(m_desk.current());
  showColours();
}

void StructurePage::showGlass() {
  // A turntable of another glass would change in the middle.
  m_turntable->cancel();
  showTurntable();
  const bool any = m_desk.current() != 0;
  m_quantity->clear();
  m_quantities.clear();
  if (any)
    m_quantities = quantitiesOf(*m_desk.glass(m_desk.current()).structure);
  for (const AtomQuantity& quantity : m_quantities)
    m_quantity->addItem(quantityName(quantity));
  if (std::find(m_quantities.begin(), m_quantities.end(), m_chosen) == m_quantities.end())
    m_chosen = {};
  m_quantity->setEnabled(any);
  m_atom->setEnabled(any);
  colourBy(m_chosen);
  if (!any)
    showColours();
  m_controls->reset();
  m_view->setSlice({});
  showAtom();
}

void StructurePage::showHighlight() {
  const auto& group = m_desk.highlight();
  m_highlight->setVisible(group.has_value());
  if (group)
    m_highlight->setText(
        tr("%1: %n atoms", nullptr, static_cast<int>(group->atoms.size())).arg(group->name));
}

void StructurePage::showColours() {
  showHighlight();
  widgets::StructureViewModel model;
  const GlassId id = m_desk.current();
  if (id == 0) {
    model.message = tr("Open a file of atoms, drop one here, or quench an alloy.");
    m_view->setModel(model);
    return;
  }
  const QSignalBlocker quiet(m_quantity);
  m_quantity->setCurrentIndex(static_cast<int>(
      std::find(m_quantities.begin(), m_quantities.end(), m_chosen) - m_quantities.begin()));
  const Glass& glass = m_desk.glass(id);
  model.name = glass.name;
  model.structure = glass.structure;
  model.selected = m_desk.atom();
  if (const auto& group = m_desk.highlight()) {
    model.highlighted = group->atoms;
    model.fadesOthers = true;
  }
  const auto colours = coloursOf(m_chosen, *glass.structure, m_analyses.pairs(id).get(),
                                 m_analyses.cells(id).get(), m_barcodes.barcode(id).get());
  if (colours)
    model.colours = *colours;
  else if (m_chosen.kind == AtomQuantity::Kind::BarcodeBar)
    model.message = m_barcodes.whyNot(id);
  else
    model.message =
        m_analyses.failure(id).isEmpty() ? tr("This is being computed.") : m_analyses.failure(id);
  m_view->setModel(model);
  showAtomText();
}

void StructurePage::showAtom() {
  const auto atom = m_desk.atom();
  m_view->setSelected(atom);
  const QSignalBlocker quiet(m_atom);
  m_atom->setMaximum(m_desk.current() == 0
                         ? 0
                         : static_cast<int>(m_desk.glass(m_desk.current()).structure->size()));
  m_atom->setValue(atom ? static_cast<int>(*atom) + 1 : 0);
  showAtomText();
}

/// The chosen atom with what it is coloured by.
void StructurePage::showAtomText() {
  const auto atom = m_desk.atom();
  m_atomText->setText(atom && m_view->model().structure ? widgets::atomText(m_view->model(), *atom)
                                                        : QString());
}

void StructurePage::askForTurntable() {
  const QString places = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
  auto* dialog = new QFileDialog(this, tr("New folder for the pictures"),
                                 places + u'/' + m_view->exportName());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  connect(dialog, &QFileDialog::fileSelected, this, &StructurePage::writeTurntable);
  dialog->open();
}

void StructurePage::writeTurntable(const QString& folder) {
  m_turntable->start(folder, kTurntableFrames, kTurntableSize);
  showTurntable();
}

void StructurePage::showTurntable() {
  if (m_turntable->isRunning())
    m_work->tell(tr("Pictures all around"), m_turntable->fraction());
  else
    m_work->hide();
}

}  // namespace vitrine::app

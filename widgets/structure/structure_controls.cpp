#include "widgets/structure/structure_controls.h"

#include "widgets/structure/structure_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <cmath>

namespace vitrine::widgets {

namespace {

constexpr int kSteps = 1000;
constexpr double kThickest = 1000.0;
/// Directions of the slice, as they stand in the list.
enum Direction { kNone, kX, kY, kZ, kViewer };

}  // namespace

StructureControls::StructureControls(StructureView& view, QWidget* parent)
    : QWidget(parent),
      m_view(view),
      m_perspective(new QCheckBox(tr("&Perspective"), this)),
      m_direction(new QComboBox(this)),
      m_place(new QSlider(Qt::Horizontal, this)),
      m_layer(new QDoubleSpinBox(this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  for (int axis = 0; axis < 3; ++axis) {
    const QString name(QChar(u'x' + axis));
    auto* along = button(name, tr("Look along %1").arg(name));
    connect(along, &QToolButton::clicked, &view, [&view, axis] { view.lookAlong(axis); });
    row->addWidget(along);
  }
  auto* all = button(tr("All"), tr("Show everything"));
  connect(all, &QToolButton::clicked, &view, &StructureView::fit);
  row->addWidget(all);
  row->addWidget(m_perspective);
  auto* words = new QLabel(tr("&Slice"), this);
  words->setBuddy(m_direction);
  m_direction->addItems(
      {tr("none"), tr("across x"), tr("across y"), tr("across z"), tr("towards the viewer")});
  m_direction->setAccessibleName(tr("Direction of the slice"));
  m_place->setRange(0, kSteps);
  m_place->setValue(kSteps / 2);
  m_place->setAccessibleName(tr("Place of the slice"));
  m_layer->setRange(0.0, kThickest);
  m_layer->setDecimals(1);
  m_layer->setSpecialValueText(tr("half"));
  m_layer->setSuffix(tr(" Å"));
  m_layer->setAccessibleName(tr("Thickness of the slice"));
  m_layer->setToolTip(tr("How thick a layer is shown; 0 shows all on one side"));
  row->addWidget(words);
  row->addWidget(m_direction);
  row->addWidget(m_place, 1);
  row->addWidget(m_layer);
  m_turntable = button(tr("Turntable…"), tr("Turntable: pictures all around, as files"));
  connect(m_turntable, &QToolButton::clicked, this, &StructureControls::turntableWanted);
  row->addWidget(m_turntable);
  connect(m_perspective, &QCheckBox::toggled, &view, &StructureView::setPerspective);
  connect(m_direction, &QComboBox::currentIndexChanged, this, &StructureControls::slice);
  connect(m_place, &QSlider::valueChanged, this, &StructureControls::slice);
  connect(m_layer, &QDoubleSpinBox::valueChanged, this, &StructureControls::slice);
  connect(&view, &StructureView::cameraMoved, this, &StructureControls::showState);
  showState();
}

QToolButton* StructureControls::button(const QString& text, const QString& name) {
  auto* made = new QToolButton(this);
  made->setText(text);
  made->setAccessibleName(name);
  made->setToolTip(name);
  made->setFocusPolicy(Qt::StrongFocus);
  return made;
}

std::optional<Camera::Vector3> StructureControls::normal() const {
  const int direction = m_direction->currentIndex();
  if (direction == kNone || !m_view.model().structure)
    return {};
  if (direction == kViewer)
    return m_view.camera().axes[2];
  Camera::Vector3 axis{};
  axis[static_cast<std::size_t>(direction - kX)] = 1.0;
  return axis;
}

void StructureControls::slice() {
  showState();
  const auto across = normal();
  if (!across)
    return m_view.setSlice({});
  // From one corner of the cell to the opposite one.
  const auto& cell = m_view.model().structure->cell;
  const double middle = atomistic::dot(*across, cell.toPlace({0.5, 0.5, 0.5}));
  double reach = 0.0;
  for (const auto& edge : cell.edges())
    reach += 0.5 * std::abs(atomistic::dot(*across, edge));
  const double place = middle + reach * (2.0 * m_place->value() / kSteps - 1.0);
  Slice chosen{*across, -1e9, place};
  if (m_layer->value() > 0.0) {
    chosen.low = place - m_layer->value() / 2.0;
    chosen.high = place + m_layer->value() / 2.0;
  }
  m_view.setSlice(chosen);
}

void StructureControls::reset() {
  const QSignalBlocker quiet(m_direction);
  m_direction->setCurrentIndex(kNone);
  showState();
}

void StructureControls::showState() {
  const bool sliced = m_direction->currentIndex() != kNone;
  m_place->setEnabled(sliced);
  m_layer->setEnabled(sliced);
  m_turntable->setEnabled(m_view.model().structure != nullptr);
  const QSignalBlocker quiet(m_perspective);
  m_perspective->setChecked(m_view.camera().perspective);
}

}  // namespace vitrine::widgets

#include "app/pages/map_controls.h"

#include "app/pages/map_texts.h"
#include "engine/alloy/element.h"

#include <QActionGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>

namespace vitrine::app {

namespace {

QString words(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace

MapControls::MapControls(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(6, 4, 6, 2);
  column->setSpacing(3);
  auto* first = new QHBoxLayout;
  auto* second = new QHBoxLayout;
  column->addLayout(first);
  column->addLayout(second);

  m_quantity = new QComboBox(this);
  m_quantity->setAccessibleName(tr("Quantity of the map"));
  m_quantity->setToolTip(tr("What the colours show"));
  m_quantity->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_quantity->setMinimumContentsLength(14);
  for (const MapQuantity quantity : kMapQuantities)
    m_quantity->addItem(quantityText(quantity, widgets::TemperatureUnit::Kelvin).title);
  connect(m_quantity, &QComboBox::activated, this, [this](int index) {
    emit quantityChosen(kMapQuantities.at(static_cast<std::size_t>(index)));
  });
  first->addWidget(m_quantity, 1);
  buildMenu();
  first->addWidget(m_drawing);

  buildCorners();
  for (QComboBox* corner : m_corners)
    second->addWidget(corner);
  buildRemainder();
  second->addWidget(m_follows);
  second->addWidget(m_fixed, 1);

  m_error = new QLabel(this);
  m_error->setWordWrap(true);
  m_error->hide();
  column->addWidget(m_error);
}

void MapControls::buildCorners() {
  const std::array<QString, 3> names{tr("Element of the top corner"),
                                     tr("Element of the lower left corner"),
                                     tr("Element of the lower right corner")};
  for (std::size_t i = 0; i < 3; ++i) {
    auto* corner = new QComboBox(this);
    corner->setAccessibleName(names[i]);
    corner->setToolTip(names[i]);
    for (const alloy::Element& element : alloy::elements())
      corner->addItem(words(element.symbol), element.atomicNumber);
    corner->setMaxVisibleItems(20);
    connect(corner, &QComboBox::activated, this, [this, i, corner] {
      emit cornerChosen(static_cast<int>(i), corner->currentData().toInt());
    });
    m_corners[i] = corner;
  }
}

void MapControls::buildRemainder() {
  m_follows = new QCheckBox(tr("Follow alloy"), this);
  m_follows->setAccessibleName(tr("The section follows the alloy"));
  m_follows->setToolTip(
      tr("The remainder beside the three corners is what the alloy holds; "
         "unticked, it stays as it is written."));
  connect(m_follows, &QCheckBox::clicked, this, &MapControls::followsAlloyToggled);
  m_fixed = new QLineEdit(this);
  m_fixed->setAccessibleName(tr("Fixed remainder in at.%"));
  m_fixed->setToolTip(tr("What stays fixed, in at.%, e.g. Ni5 Co2.5"));
  m_fixed->setPlaceholderText(tr("no remainder"));
  connect(m_fixed, &QLineEdit::editingFinished, this, [this] {
    if (m_fixed->isModified())
      emit fixedEntered(m_fixed->text());
    m_fixed->setModified(false);
  });
}

void MapControls::buildMenu() {
  m_drawing = new QToolButton(this);
  m_drawing->setText(tr("Drawing"));
  m_drawing->setAccessibleName(tr("How the map is drawn"));
  m_drawing->setToolTip(tr("Colours, contour lines, direction of the axes"));
  m_drawing->setPopupMode(QToolButton::InstantPopup);
  m_drawing->setFocusPolicy(Qt::TabFocus);
  auto* menu = new QMenu(m_drawing);
  auto* colours = new QActionGroup(menu);
  for (const widgets::ColourMap map : widgets::kColourMaps) {
    QString name = words(widgets::colourMapName(map));
    name[0] = name[0].toUpper();
    QAction* action = menu->addAction(tr("Colours: %1").arg(name));
    action->setCheckable(true);
    colours->addAction(action);
    connect(action, &QAction::triggered, this, [this, map] { emit colourMapChosen(map); });
    m_colourMaps.push_back(action);
  }
  menu->addSeparator();
  m_contours = menu->addAction(tr("Contour lines"));
  m_contours->setCheckable(true);
  connect(m_contours, &QAction::triggered, this, &MapControls::contoursToggled);
  m_clockwise = menu->addAction(tr("Axes clockwise"));
  m_clockwise->setCheckable(true);
  connect(m_clockwise, &QAction::triggered, this, &MapControls::clockwiseToggled);
  m_drawing->setMenu(menu);
}

void MapControls::setModel(const MapControlsModel& model) {
  m_model = model;
  const MapSection& section = model.section;
  for (std::size_t i = 0; i < 3; ++i) {
    m_corners[i]->setCurrentIndex(section.corners[i] - 1);
    auto* items = qobject_cast<QStandardItemModel*>(m_corners[i]->model());
    for (int row = 0; row < items->rowCount(); ++row) {
      const bool trained = model.trained[static_cast<std::size_t>(row + 1)];
      QStandardItem* item = items->item(row);
      item->setForeground(
          palette().brush(trained ? QPalette::Active : QPalette::Disabled, QPalette::Text));
      item->setToolTip(trained ? QString() : tr("The models were never trained on this element."));
    }
  }
  for (std::size_t i = 0; i < kMapQuantities.size(); ++i) {
    if (kMapQuantities[i] == section.quantity)
      m_quantity->setCurrentIndex(static_cast<int>(i));
  }
  m_follows->setChecked(section.followsAlloy);
  m_fixed->setEnabled(!section.followsAlloy);
  if (!m_fixed->hasFocus() || !m_fixed->isModified())
    m_fixed->setText(model.fixedText);
  for (std::size_t i = 0; i < m_colourMaps.size(); ++i)
    m_colourMaps[i]->setChecked(widgets::kColourMaps[i] == section.colourMap);
  m_contours->setChecked(section.contours);
  m_clockwise->setChecked(section.clockwise);
  showRemainderError({});
}

void MapControls::showRemainderError(const QString& message) {
  m_error->setText(message);
  m_error->setVisible(!message.isEmpty());
}

}  // namespace vitrine::app

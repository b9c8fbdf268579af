#pragma once

#include "app/document/workbench_state.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace vitrine::app {

/// What the controls of the composition triangle show.
struct MapControlsModel {
  MapSection section;
  widgets::TemperatureUnit unit = widgets::TemperatureUnit::Kelvin;
  QString fixedText;                ///< "Ni5": the remainder as it is read back
  std::array<bool, 104> trained{};  ///< by atomic number: elements with training data
};

/// The row above the composition triangle: corners, remainder, quantity, and a menu of how it is
/// drawn.
class MapControls : public QWidget {
  Q_OBJECT

 public:
  explicit MapControls(QWidget* parent = nullptr);

  void setModel(const MapControlsModel& model);
  /// Says under the remainder's field what is wrong with it; empty takes the message away.
  void showRemainderError(const QString& message);

 signals:
  void cornerChosen(int corner, int atomicNumber);
  void followsAlloyToggled(bool follows);
  void fixedEntered(const QString& text);
  void quantityChosen(vitrine::app::MapQuantity quantity);
  void colourMapChosen(vitrine::widgets::ColourMap map);
  void clockwiseToggled(bool clockwise);
  void contoursToggled(bool contours);

 private:
  void buildCorners();
  void buildRemainder();
  void buildMenu();

  MapControlsModel m_model;
  std::array<QComboBox*, 3> m_corners{};
  QComboBox* m_quantity = nullptr;
  QCheckBox* m_follows = nullptr;
  QLineEdit* m_fixed = nullptr;
  QLabel* m_error = nullptr;
  QToolButton* m_drawing = nullptr;
  std::vector<QAction*> m_colourMaps;
  QAction* m_clockwise = nullptr;
  QAction* m_contours = nullptr;
};

}  // namespace vitrine::app

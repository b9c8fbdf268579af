#pragma once

#include "widgets/structure/sphere_scene.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSlider;
class QToolButton;

namespace vitrine::widgets {

class StructureView;

/// What stands below a view of atoms: along which axis to look, perspective, a slice through it.
class StructureControls : public QWidget {
  Q_OBJECT

 public:
  /// @param view  lives as long
  explicit StructureControls(StructureView& view, QWidget* parent = nullptr);

  /// The view has another structure: the slice begins anew.
  void reset();

 signals:
  void turntableWanted();

 private:
  QToolButton* button(const QString& text, const QString& name);
  void slice();
  void showState();
  [[nodiscard]] std::optional<Camera::Vector3> normal() const;

  StructureView& m_view;
  QCheckBox* m_perspective;
  QComboBox* m_direction;
  QSlider* m_place;
  QDoubleSpinBox* m_layer;
  QToolButton* m_turntable;
};

}  // namespace vitrine::widgets

#pragma once

#include "app/glass/atom_quantity.h"
#include "app/glass/glass_desk.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;

namespace vitrine::widgets {
class StructureControls;
class StructureView;
class Turntable;
}  // namespace vitrine::widgets

namespace vitrine::app {

class GlassAnalyses;
class WorkRow;

/// The current glass in space: by what its atoms are coloured, which one is chosen, slices,
/// pictures all around.
class StructurePage : public QWidget {
  Q_OBJECT

 public:
  StructurePage(GlassDesk& desk, GlassAnalyses& analyses, QWidget* parent = nullptr);
  ~StructurePage() override;

  [[nodiscard]] widgets::StructureView* view() const { return m_view; }
  [[nodiscard]] widgets::Turntable* turntable() const { return m_turntable; }
  void colourBy(const AtomQuantity& quantity);
  /// Writes a turntable into a new folder.
  void writeTurntable(const QString& folder);

 signals:
  /// One sentence above the pages.
  void problem(const QString& sentence);

 private:
  [[nodiscard]] QWidget* header();
  void showGlass();
  void showColours();
  void showAtom();
  void askForTurntable();
  void showTurntable();

  GlassDesk& m_desk;
  GlassAnalyses& m_analyses;
  std::vector<AtomQuantity> m_quantities;
  AtomQuantity m_chosen;
  QComboBox* m_quantity;
  QSpinBox* m_atom;
  QLabel* m_atomText;
  widgets::StructureView* m_view;
  widgets::StructureControls* m_controls;
  widgets::Turntable* m_turntable;
  WorkRow* m_work;
};

}  // namespace vitrine::app

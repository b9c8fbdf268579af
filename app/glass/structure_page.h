#pragma once

#include "app/glass/atom_quantity.h"
#include "app/glass/glass_desk.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;
class QToolButton;

namespace vitrine::widgets {
class StructureControls;
class StructureView;
class Turntable;
}  // namespace vitrine::widgets

namespace vitrine::app {

class BarcodeReadings;
class GlassAnalyses;
class WorkRow;

/// The current glass in space: by what its atoms are coloured, which one is chosen or which of them
/// all others step back for, slices, pictures all around.
class StructurePage : public QWidget {
  Q_OBJECT

 public:
  StructurePage(GlassDesk& desk, GlassAnalyses& analyses, BarcodeReadings& barcodes,
                QWidget* parent = nullptr);
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
  void showAtomText();
  void showHighlight();
  void askForTurntable();
  void showTurntable();

  GlassDesk& m_desk;
  GlassAnalyses& m_analyses;
  BarcodeReadings& m_barcodes;
  std::vector<AtomQuantity> m_quantities;
  AtomQuantity m_chosen;
  QComboBox* m_quantity;
  QSpinBox* m_atom;
  QLabel* m_atomText;
  QToolButton* m_highlight;
  widgets::StructureView* m_view;
  widgets::StructureControls* m_controls;
  widgets::Turntable* m_turntable;
  WorkRow* m_work;
};

}  // namespace vitrine::app

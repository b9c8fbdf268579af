#pragma once

#include "app/spectra/pattern_import.h"
#include "app/spectra/pattern_table.h"

#include <QGroupBox>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QTableView;
class QToolButton;

namespace vitrine::app {

class WorkRow;

/// The first step: where measured patterns come from, what they are and how they are prepared.
class ImportPanel : public QGroupBox {
  Q_OBJECT

 public:
  explicit ImportPanel(PatternImport& import, QWidget* parent = nullptr);

  /// Takes the pattern of a substrate off, from this file.
  void setSubstrate(const QString& path);
  /// Chooses a pattern of the list and brings it into view.
  void select(const QString& id);
  /// Row of the chosen pattern; -1 where none is.
  [[nodiscard]] int selectedRow() const;

 signals:
  /// A folder or file is to be chosen.
  void folderWanted();
  void fileWanted();
  void substrateWanted();
  void patternSelected();

 private:
  void build();
  void refresh();
  void showPatterns();
  void showSubstrate();
  void prepare();

  PatternImport& m_import;
  std::shared_ptr<const PatternCollection> m_shown;
  PatternTable* m_table;
  QLabel* m_path;
  WorkRow* m_work;
  QLabel* m_failure;
  QLabel* m_summary;
  QLabel* m_notes;
  QString m_substrate;  ///< file; empty for none
  QLabel* m_substrateName;
  QToolButton* m_noSubstrate;
  QCheckBox* m_background;
  QWidget* m_angles;
  QDoubleSpinBox* m_wavelength;
  QLabel* m_steps;
  QTableView* m_list;
};

}  // namespace vitrine::app

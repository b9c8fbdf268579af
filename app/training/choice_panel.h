#pragma once

#include "app/training/study_run.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace vitrine::app {

class WorkRow;

/// What is to be trained: tables, property, models, splits; and how far that is.
class ChoicePanel : public QWidget {
  Q_OBJECT

 public:
  ChoicePanel(TableDesk& desk, StudyRun& run, QWidget* parent = nullptr);

  /// What is chosen, with the tables as they are now.
  [[nodiscard]] StudyInput input() const;
  [[nodiscard]] StudyRequest request() const;
  /// Why nothing can be trained by these choices; empty where it can.
  [[nodiscard]] QString obstacle() const;

 signals:
  /// Other choices than before, or other contents of the chosen tables.
  void requestChanged();

 private:
  void build();
  void listTables();
  void listColumns();
  void refresh();
  void showProgress();
  [[nodiscard]] std::vector<TableId> chosenTables() const;

  TableDesk& m_desk;
  StudyRun& m_run;
  QListWidget* m_tables;
  QComboBox* m_property;
  QComboBox* m_column;
  std::array<QCheckBox*, regression::kModelKinds.size()> m_models{};
  QComboBox* m_features;
  QSpinBox* m_search;
  std::array<QCheckBox*, 3> m_splits{};
  QSpinBox* m_seeds;
  QPushButton* m_train;
  WorkRow* m_work;
  QLabel* m_state;
  QLabel* m_failure;
};

}  // namespace vitrine::app

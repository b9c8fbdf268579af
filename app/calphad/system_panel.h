#pragma once

#include "app/calphad/calphad_run.h"

#include <QGroupBox>

#include <array>
#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTimer;

namespace vitrine::app {

class WorkRow;

/// What is to be computed: two or three elements, how cold, how fine.
class SystemPanel : public QGroupBox {
  Q_OBJECT

 public:
  SystemPanel(CalphadRun& run, const ThermodynamicDatabase& database, QWidget* parent = nullptr);

  /// What is chosen; empty where that is no system of the database.
  [[nodiscard]] std::optional<CalphadRequest> request() const;
  /// Chooses the elements among these that the database has, if they are two or three.
  void propose(const std::vector<std::string>& symbols);

 signals:
  void requestChanged();
  /// The melting ranges of the latest run are wanted as a table.
  void tableWanted();

 private:
  void build();
  void fillElements();
  void refresh();
  void showProgress();

  CalphadRun& m_run;
  const ThermodynamicDatabase& m_database;
  std::array<QComboBox*, 3> m_elements;
  QSpinBox* m_lowest;
  QComboBox* m_step;
  QPushButton* m_compute;
  QPushButton* m_table;
  QPushButton* m_dataSet;
  WorkRow* m_work;
  QLabel* m_failure;
  QLabel* m_words;
  QTimer* m_progress;
};

}  // namespace vitrine::app

#pragma once

#include <QGroupBox>

class QLabel;
class QPlainTextEdit;

namespace vitrine::app {

class ThermodynamicDatabase;
class WorkRow;

/// Which thermodynamic database is open, and what it says of itself.
class DatabasePanel : public QGroupBox {
  Q_OBJECT

 public:
  explicit DatabasePanel(ThermodynamicDatabase& database, QWidget* parent = nullptr);

 signals:
  /// A file is to be chosen.
  void fileWanted();

 private:
  void refresh();
  [[nodiscard]] QString contents() const;

  ThermodynamicDatabase& m_database;
  QLabel* m_name;
  WorkRow* m_reading;
  QLabel* m_failure;
  QPlainTextEdit* m_contents;
};

}  // namespace vitrine::app

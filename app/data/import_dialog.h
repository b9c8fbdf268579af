#pragma once

#include "engine/dataset/table_io.h"

#include <QDialog>

#include <memory>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QTableWidget;

namespace vitrine::app {

/// Asks what the columns of a file mean; begins with what their header says.
class ImportDialog : public QDialog {
  Q_OBJECT

 public:
  ImportDialog(std::shared_ptr<const dataset::TableDraft> draft, QWidget* parent);

  /// The draft with the name and the layout that was chosen. Valid once accepted.
  [[nodiscard]] dataset::TableDraft chosen() const;

 private:
  void build();
  void addColumn(int row);
  void showColumn(int row);
  void check();
  /// @throws Error (InvalidInput) where a name is no element or two columns have one name
  [[nodiscard]] dataset::TableLayout layout() const;
  [[nodiscard]] dataset::TableLayout::Role role(int row) const;
  [[nodiscard]] QString firstValues(int column) const;
  [[nodiscard]] QString notes() const;

  std::shared_ptr<const dataset::TableDraft> m_draft;
  QLineEdit* m_name;
  QComboBox* m_basis;
  QTableWidget* m_columns;
  QLabel* m_problem;
  QDialogButtonBox* m_buttons;
};

}  // namespace vitrine::app

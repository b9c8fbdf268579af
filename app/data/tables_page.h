#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QTableView;

namespace vitrine::app {

class RowTable;
struct Session;
class Settings;
class TableImport;
class TableOverview;
class WorkRow;

/// The tables themselves: read, look, filter, edit, write; how values and elements are spread.
class TablesPage : public QWidget {
  Q_OBJECT

 public:
  TablesPage(Session& session, Settings& settings, QWidget* parent = nullptr);
  ~TablesPage() override;

  /// Reads a table file, after asking what its columns mean.
  void open(const QString& path);
  /// Writes the current table as CSV.
  void saveTo(const QString& path);

 signals:
  /// Something could not be done: one sentence.
  void problem(const QString& sentence);

 private:
  void build();
  [[nodiscard]] QWidget* tools();
  void fillSamples(QMenu& menu);
  void setUpView();
  void chooseFile();
  void chooseTarget();
  void addRow();
  void removeRows();
  void addColumn();
  void showReading();
  void showAll();
  void fitColumns();
  void showNotes();
  void showCount();
  void showSelection();
  void showDistribution();
  void takeSelection();
  void filter();
  void useInWorkbench();

  Session& m_session;
  Settings& m_settings;
  TableImport* m_import;
  RowTable* m_rows;
  QTableView* m_view;
  QLineEdit* m_filter;
  QLabel* m_filterProblem;
  QLabel* m_count;
  QLabel* m_notes;
  WorkRow* m_reading;
  TableOverview* m_overview;
  std::vector<QPushButton*> m_needTable;
  bool m_selecting = false;  ///< the view follows the desk, or the desk the view
};

}  // namespace vitrine::app

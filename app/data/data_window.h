#pragma once

#include <QWidget>

class QComboBox;
class QTabWidget;

namespace vitrine::app {

class CalphadPage;
class NoticeBar;
struct Session;
class Settings;
class TablesPage;

/// The data desk: a window whose pages all work on the same tables. It assembles; each page is
/// made of its own.
class DataWindow : public QWidget {
  Q_OBJECT

 public:
  DataWindow(Session& session, Settings& settings);
  ~DataWindow() override;

  /// Reads a table file, after asking what its columns mean, or a thermodynamic database.
  void open(const QString& path);
  /// Brings a page to the front.
  void showPage(QWidget* page);
  [[nodiscard]] QTabWidget* pages() const { return m_pages; }

 protected:
  void closeEvent(QCloseEvent* event) override;

 private:
  void build();
  [[nodiscard]] QWidget* header();
  void showTables();

  Session& m_session;
  Settings& m_settings;
  NoticeBar* m_notices = nullptr;
  QComboBox* m_current = nullptr;
  QTabWidget* m_pages = nullptr;
  TablesPage* m_tables = nullptr;
  CalphadPage* m_calphad = nullptr;
};

}  // namespace vitrine::app

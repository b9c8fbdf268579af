#pragma once

#include "app/pages/views.h"

#include <QMainWindow>
#include <QTimer>

#include <map>

class QDockWidget;
class QLabel;

namespace vitrine::widgets {
class JobStrip;
}

namespace vitrine::app {

class DataActions;
class GlassActions;
class NoticeBar;
class PatternActions;
struct Session;
class Settings;

/// The window: views in docks, menus, and a status bar with read-outs and running jobs. It
/// assembles; everything else is done elsewhere.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  MainWindow(Session& session, Settings& settings);
  ~MainWindow() override;

  [[nodiscard]] Views& views() noexcept { return *m_views; }
  [[nodiscard]] DataActions* data() const noexcept { return m_data; }
  [[nodiscard]] GlassActions* glasses() const noexcept { return m_glasses; }
  [[nodiscard]] QDockWidget* dock(const QString& key) const { return m_docks.at(key); }
  /// Every view where it is the first time the program starts.
  void resetLayout();
  /// One sentence above the views, until it is closed.
  void showNotice(const QString& sentence);

 protected:
  void closeEvent(QCloseEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void buildDocks();
  void buildMenus();
  void buildStatusBar();
  void showJobs();
  void showTitle();
  void rememberModels();
  void save();

  Session& m_session;
  Settings& m_settings;
  Views* m_views;
  std::map<QString, QDockWidget*> m_docks;
  NoticeBar* m_notices = nullptr;
  PatternActions* m_patterns = nullptr;
  DataActions* m_data = nullptr;
  GlassActions* m_glasses = nullptr;
  QLabel* m_readOut = nullptr;
  widgets::JobStrip* m_jobs = nullptr;
  QTimer m_save;
  bool m_loadingStarted = false;
};

}  // namespace vitrine::app

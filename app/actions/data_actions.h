#pragma once

#include <QObject>
#include <QString>

#include <memory>

class QMainWindow;

namespace vitrine::app {

class DataWindow;
struct Session;
class Settings;

/// The Data menu: the data desk, whose window is made when it is first asked for and then kept.
class DataActions : public QObject {
  Q_OBJECT

 public:
  DataActions(Session& session, Settings& settings, QMainWindow& window);
  ~DataActions() override;

  /// Null before it was asked for.
  [[nodiscard]] DataWindow* window() const { return m_data.get(); }
  void open();
  /// The same with a table file.
  void open(const QString& path);
  /// Whether the program may end. Where tables were changed and stand in no file, it asks, and ends
  /// the program itself if that is the answer.
  [[nodiscard]] bool mayClose();
  /// The program ends.
  void closeWindow();

 private:
  Session& m_session;
  Settings& m_settings;
  QMainWindow& m_window;
  std::unique_ptr<DataWindow> m_data;
  bool m_letGo = false;  ///< changes that stand in no file may go
};

}  // namespace vitrine::app

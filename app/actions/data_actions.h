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
  /// The program ends.
  void closeWindow();

 private:
  Session& m_session;
  Settings& m_settings;
  std::unique_ptr<DataWindow> m_data;
};

}  // namespace vitrine::app

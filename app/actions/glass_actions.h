#pragma once

#include <QObject>
#include <QString>

#include <memory>

class QMainWindow;

namespace vitrine::app {

class GlassWindow;
struct Session;
class Settings;

/// The Glasses menu: the window of glasses, which is made when it is first asked for and then kept
/// with what is in it.
class GlassActions : public QObject {
  Q_OBJECT

 public:
  GlassActions(Session& session, Settings& settings, QMainWindow& window);
  ~GlassActions() override;

  /// Null before it was asked for.
  [[nodiscard]] GlassWindow* window() const { return m_glasses.get(); }
  void open();
  /// The same with a file of atoms.
  void open(const QString& path);
  /// The program ends.
  void closeWindow();

 signals:
  /// A glass was handed to this view of the workbench.
  void viewWanted(const QString& key);

 private:
  Session& m_session;
  Settings& m_settings;
  std::unique_ptr<GlassWindow> m_glasses;
};

}  // namespace vitrine::app

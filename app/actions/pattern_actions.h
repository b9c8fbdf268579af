#pragma once

#include <QObject>

#include <memory>

class QMainWindow;

namespace vitrine::app {

struct Session;
class Settings;
class SpectraWindow;

/// The Patterns menu: the window of measured patterns, which is made when it is first asked for and
/// then kept with what is in it.
class PatternActions : public QObject {
  Q_OBJECT

 public:
  PatternActions(Session& session, Settings& settings, QMainWindow& window);
  ~PatternActions() override;

  /// Null before it was asked for.
  [[nodiscard]] SpectraWindow* window() const { return m_patterns.get(); }
  /// The program ends.
  void closeWindow();

 private:
  void open();

  Session& m_session;
  Settings& m_settings;
  std::unique_ptr<SpectraWindow> m_patterns;
};

}  // namespace vitrine::app

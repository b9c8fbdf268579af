#pragma once

#include "app/jobs/child_run.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <optional>
#include <vector>

namespace vitrine::app {

/// A run that is to be made.
struct RunOrder {
  QString name;           ///< "Zr44Cu56-1e13-2000-0"
  QString folder;         ///< a new one
  QStringList arguments;  ///< of the command, all of them
};

/// Where a run is, as it says.
struct RunPoint {
  QString stage;
  double timePs = 0.0;
  double temperatureK = 0.0;
  double energyEV = 0.0;  ///< for each atom
  double volumeA3 = 0.0;  ///< for each atom
};

/// Molecular dynamics, one run at a time, in a process of its own. What a run has written stays,
/// also where it was stopped.
class AtomRun : public QObject {
  Q_OBJECT

 public:
  /// @param program  vitrine itself
  explicit AtomRun(const std::filesystem::path& program, QObject* parent = nullptr);
  ~AtomRun() override;

  /// @pre not running
  void start(const RunOrder& order);
  void cancel();
  /// Goes on with the run that was stopped. @pre isPartial()
  void resume();

  [[nodiscard]] bool isRunning() const { return m_child.isRunning(); }
  /// 0 to 1; negative while it is not known.
  [[nodiscard]] double fraction() const { return m_fraction; }
  [[nodiscard]] std::optional<double> secondsLeft() const { return m_secondsLeft; }
  /// Of the run that goes on or was the last.
  [[nodiscard]] const RunOrder& order() const { return m_order; }
  [[nodiscard]] const std::vector<RunPoint>& points() const { return m_points; }
  /// The latest frame, as a path; empty before the first.
  [[nodiscard]] const QString& frame() const { return m_frame; }
  /// When it was, in the time of the run.
  [[nodiscard]] double frameTimePs() const { return m_frameTimePs; }
  /// What the frame shows: "quench, 812 K".
  [[nodiscard]] const QString& frameText() const { return m_frameText; }
  /// Of a run that came to its end.
  [[nodiscard]] const std::optional<QJsonObject>& result() const { return m_result; }
  /// It was stopped: there are only parts of it.
  [[nodiscard]] bool isPartial() const { return m_partial; }
  [[nodiscard]] const QString& failure() const { return m_failure; }
  /// 0 where none runs.
  [[nodiscard]] qint64 processId() const { return m_child.processId(); }

 signals:
  void changed();
  void frameCame();
  void finished();

 private:
  void launch();
  void read(const QJsonObject& line);
  void tell();

  ChildRun m_child;
  RunOrder m_order;
  QElapsedTimer m_clock;
  QElapsedTimer m_told;  ///< when `changed` was said last
  double m_fraction = -1.0;
  std::optional<double> m_begun;  ///< the first fraction that was told
  std::optional<double> m_secondsLeft;
  std::vector<RunPoint> m_points;
  QString m_frame;
  double m_frameTimePs = 0.0;
  QString m_frameText;
  std::optional<QJsonObject> m_result;
  bool m_partial = false;
  QString m_failure;
};

}  // namespace vitrine::app

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

/// A glass that is to be made.
struct QuenchOrder {
  QString formula;
  QString potential;  ///< name or file
  QString rate;       ///< K/s, as the command takes it: "1e13"
  int atoms = 2000;
  int seed = 0;
  QString lmp;          ///< the program LAMMPS; name or path
  QString folder;       ///< a new one
  bool resume = false;  ///< the folder holds a run that was stopped
};

/// "Zr44Cu56-1e13-2000-0".
QString nameOf(const QuenchOrder& order);
QStringList argumentsFor(const QuenchOrder& order);

/// Where a run is, as it says.
struct QuenchPoint {
  QString stage;
  double timePs = 0.0;
  double temperatureK = 0.0;
  double energyEV = 0.0;  ///< for each atom
  double volumeA3 = 0.0;  ///< for each atom
};

/// Quenches alloys, one at a time, in a process of its own. What a run has written stays, also
/// where it was stopped.
class QuenchRun : public QObject {
  Q_OBJECT

 public:
  /// @param program  vitrine itself
  explicit QuenchRun(const std::filesystem::path& program, QObject* parent = nullptr);
  ~QuenchRun() override;

  /// @pre not running
  void start(const QuenchOrder& order);
  void cancel();
  /// Goes on with the run that was stopped. @pre isPartial()
  void resume();

  [[nodiscard]] bool isRunning() const { return m_child.isRunning(); }
  /// 0 to 1; negative while it is not known.
  [[nodiscard]] double fraction() const { return m_fraction; }
  [[nodiscard]] std::optional<double> secondsLeft() const { return m_secondsLeft; }
  /// Of the run that goes on or was the last.
  [[nodiscard]] const QuenchOrder& order() const { return m_order; }
  [[nodiscard]] const std::vector<QuenchPoint>& points() const { return m_points; }
  /// The latest frame, as a path; empty before the first.
  [[nodiscard]] const QString& frame() const { return m_frame; }
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
  QuenchOrder m_order;
  QElapsedTimer m_clock;
  QElapsedTimer m_told;  ///< when `changed` was said last
  double m_fraction = -1.0;
  std::optional<double> m_begun;  ///< the first fraction that was told
  std::optional<double> m_secondsLeft;
  std::vector<QuenchPoint> m_points;
  QString m_frame;
  QString m_frameText;
  std::optional<QJsonObject> m_result;
  bool m_partial = false;
  QString m_failure;
};

}  // namespace vitrine::app

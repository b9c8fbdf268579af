#pragma once

#include "app/jobs/child_run.h"
#include "app/spectra/training_request.h"
#include "widgets/generation/training_curves.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QTemporaryDir>

#include <filesystem>
#include <optional>

namespace vitrine::app {

/// A generator that has been trained; its file lives as long as the run it comes from trains no
/// other.
struct TrainedGenerator {
  TrainingRequest request;
  std::filesystem::path file;
};

/// Trains generators, one at a time, in a process of its own. What it writes lies in a temporary
/// folder; a training that is cancelled or fails leaves nothing, and the one before it stays.
class TrainingRun : public QObject {
  Q_OBJECT

 public:
  enum class State { Idle, Running, Paused };

  /// @param program  vitrine itself
  explicit TrainingRun(const std::filesystem::path& program, QObject* parent = nullptr);
  ~TrainingRun() override;

  /// @pre idle
  void start(const TrainingRequest& request);
  void cancel();
  /// Stops a network's training so that `resume` goes on from its last checkpoint.
  void pause();
  void resume();

  [[nodiscard]] State state() const { return m_state; }
  [[nodiscard]] bool canPause() const;
  /// 0 to 1; negative while it is not known.
  [[nodiscard]] double fraction() const { return m_fraction; }
  [[nodiscard]] std::optional<double> secondsLeft() const { return m_secondsLeft; }
  /// Why the last training came to nothing; one sentence.
  [[nodiscard]] const QString& failure() const { return m_failure; }
  /// Of the network that trains or was trained last.
  [[nodiscard]] const widgets::TrainingCurvesModel& curves() const { return m_curves; }
  [[nodiscard]] const std::optional<TrainedGenerator>& trained() const { return m_trained; }
  /// 0 where none runs.
  [[nodiscard]] qint64 processId() const { return m_child.processId(); }

 signals:
  void changed();
  /// A generator has been trained.
  void finished();

 private:
  [[nodiscard]] std::filesystem::path runFolder() const;
  [[nodiscard]] std::filesystem::path runFile() const;
  void launch();
  void read(const QJsonObject& line);
  void take();
  void fail(const QString& sentence);
  void clearFolder(int run);

  QTemporaryDir m_folder;
  ChildRun m_child;  // ends before the folder goes
  TrainingRequest m_request;
  State m_state = State::Idle;
  int m_run = 0;  ///< counts the trainings; each has a folder of its own
  QElapsedTimer m_clock;
  double m_fraction = -1.0;
  std::optional<double> m_secondsLeft;
  QString m_failure;
  widgets::TrainingCurvesModel m_curves;
  std::optional<TrainedGenerator> m_trained;
};

}  // namespace vitrine::app

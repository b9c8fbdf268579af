#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

class QProcess;

namespace vitrine::app {

/// A command of the program in a process of its own: started, heard, stopped. It works beside the
/// workbench with less claim on the processors, and ends when the workbench does, however that
/// ends.
///
/// The command tells its progress as JSON lines on standard output, the last one
/// {"result": {...}}. Lives on the GUI thread.
class ChildRun : public QObject {
  Q_OBJECT

 public:
  /// @param program  path of the program
  explicit ChildRun(QString program, QObject* parent = nullptr);
  /// Waits until nothing of it is left.
  ~ChildRun() override;

  /// Starts the command; @pre none runs. While an earlier one that was stopped is still ending,
  /// the start waits for that.
  void start(const QStringList& arguments);
  /// Ends the command. Nothing more is heard of it: the user has the answer at once, while the
  /// process is asked to end and, where it does not, is killed. `whenGone` is called then.
  void stop(std::function<void()> whenGone = {});

  /// From `start` until the command has ended or was stopped.
  [[nodiscard]] bool isRunning() const { return m_running; }
  /// 0 where there is none.
  [[nodiscard]] qint64 processId() const;

 signals:
  /// One line of progress.
  void progressed(const QJsonObject& line);
  void finished(const QJsonObject& result);
  /// It ended without a result: one sentence.
  void failed(const QString& sentence);

 private:
  void launch(const QStringList& arguments);
  void read();
  void conclude();
  [[nodiscard]] QString failureOf(QProcess& process) const;

  QString m_program;
  QProcess* m_process = nullptr;
  std::vector<QProcess*> m_leaving;  ///< stopped and not yet gone
  QStringList m_waiting;             ///< arguments of a start that waits for those
  bool m_running = false;
  QJsonObject m_result;
};

}  // namespace vitrine::app

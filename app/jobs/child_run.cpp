#include "app/jobs/child_run.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTimer>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>
#include <utility>

namespace vitrine::app {

namespace {

/// How long a process may take to end after it was asked to.
constexpr int kGraceMs = 2000;
constexpr int kLessClaim = 10;
/// Of the words of a failed command; longer ones are no sentence for people.
constexpr qsizetype kMostLetters = 600;

void end(QProcess& process) {
  process.terminate();
  if (!process.waitForFinished(kGraceMs)) {
    process.kill();
    process.waitForFinished(kGraceMs);
  }
}

}  // namespace

ChildRun::ChildRun(QString program, QObject* parent)
    : QObject(parent), m_program(std::move(program)) {}

ChildRun::~ChildRun() {
  stop();
  for (QProcess* process : m_leaving) {
    process->disconnect();
    end(*process);
    delete process;
  }
}

qint64 ChildRun::processId() const {
  return m_process == nullptr ? 0 : m_process->processId();
}

void ChildRun::start(const QStringList& arguments) {
  m_running = true;
  m_result = {};
  if (m_leaving.empty())
    launch(arguments);
  else
    m_waiting = arguments;
}

void ChildRun::launch(const QStringList& arguments) {
  m_process = new QProcess(this);
  m_process->setStandardInputFile(QProcess::nullDevice());
  // The workbench may be killed and could not end it then; this holds across the exec.
  m_process->setChildProcessModifier([parent = ::getpid()] {
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (::getppid() != parent)
      ::_exit(1);
    static_cast<void>(::nice(kLessClaim) == 0);
  });
  connect(m_process, &QProcess::readyReadStandardOutput, this, &ChildRun::read);
  connect(m_process, &QProcess::finished, this, &ChildRun::conclude);
  connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
    if (error == QProcess::FailedToStart)
      conclude();
  });
  m_process->start(m_program, arguments);
}

void ChildRun::read() {
  while (m_process != nullptr && m_process->canReadLine()) {
    const QJsonObject line = QJsonDocument::fromJson(m_process->readLine()).object();
    const QJsonValue result = line.value(QLatin1String("result"));
    if (result.isObject())
      m_result = result.toObject();
    else if (!line.isEmpty())
      emit progressed(line);
  }
}

void ChildRun::conclude() {
  read();
  // Whoever heard of the last lines may have stopped it.
  if (m_process == nullptr)
    return;
  QProcess* process = std::exchange(m_process, nullptr);
  m_running = false;
  process->disconnect(this);
  process->deleteLater();
  const bool good = process->error() != QProcess::FailedToStart &&
                    process->exitStatus() == QProcess::NormalExit && process->exitCode() == 0 &&
                    !m_result.isEmpty();
  if (good)
    emit finished(m_result);
  else
    emit failed(failureOf(*process));
}

QString ChildRun::failureOf(QProcess& process) const {
  if (process.error() == QProcess::FailedToStart)
    return tr("%1 cannot be started: %2.").arg(m_program, process.errorString());
  if (process.exitStatus() == QProcess::CrashExit)
    return tr("The process was ended from outside before it was done.");
  QString words = QString::fromUtf8(process.readAllStandardError()).trimmed();
  words = words.section(u'\n', -1);
  const QString prefix = QStringLiteral("vitrine: ");
  if (words.startsWith(prefix))
    words.remove(0, prefix.size());
  return words.isEmpty() ? tr("The process ended without a result.") : words.left(kMostLetters);
}

void ChildRun::stop(std::function<void()> whenGone) {
  m_running = false;
  m_waiting.clear();
  if (m_process == nullptr) {
    if (whenGone)
      whenGone();
    return;
  }
  QProcess* process = std::exchange(m_process, nullptr);
  process->disconnect(this);
  m_leaving.push_back(process);
  connect(process, &QProcess::finished, this, [this, process, whenGone = std::move(whenGone)] {
    std::erase(m_leaving, process);
    process->deleteLater();
    if (whenGone)
      whenGone();
    if (m_leaving.empty() && !m_waiting.isEmpty())
      launch(std::exchange(m_waiting, {}));
  });
  process->terminate();
  QTimer::singleShot(kGraceMs, process, &QProcess::kill);
}

}  // namespace vitrine::app

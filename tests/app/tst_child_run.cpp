// Commands in processes of their own: heard, stopped, and never left behind.

#include "app/jobs/child_run.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>

using vitrine::app::ChildRun;

namespace {

QString shell() {
  return QStringLiteral("/bin/sh");
}

QStringList script(const char* words) {
  return {QStringLiteral("-c"), QString::fromLatin1(words)};
}

bool isAlive(qint64 process) {
  return process > 0 && (::kill(static_cast<pid_t>(process), 0) == 0 || errno != ESRCH);
}

}  // namespace

class TestChildRun : public QObject {
  Q_OBJECT

 private slots:
  void linesAndResult() {
    ChildRun run(shell());
    QSignalSpy lines(&run, &ChildRun::progressed);
    QSignalSpy results(&run, &ChildRun::finished);
    QSignalSpy failures(&run, &ChildRun::failed);
    run.start(script("echo '{\"progress\": 0.5}'; echo no JSON; echo '{\"result\": {\"n\": 3}}'"));
    QVERIFY(run.isRunning());
    QTRY_COMPARE(results.size(), 1);
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines[0][0].toJsonObject().value(QLatin1String("progress")).toDouble(), 0.5);
    QCOMPARE(results[0][0].toJsonObject().value(QLatin1String("n")).toInt(), 3);
    QVERIFY(failures.isEmpty() && !run.isRunning());
  }

  void failuresAreOneSentence_data() {
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    QTest::newRow("says why") << shell()
                              << script("echo noise >&2; echo 'vitrine: No such file.' >&2; exit 2")
                              << QStringLiteral("No such file.");
    QTest::newRow("silent") << shell() << script("exit 1") << QStringLiteral("without a result");
    QTest::newRow("no result") << shell() << script("true") << QStringLiteral("without a result");
    QTest::newRow("killed") << shell() << script("kill -9 $$") << QStringLiteral("from outside");
    QTest::newRow("not there") << QStringLiteral("/nowhere/vitrine") << QStringList()
                               << QStringLiteral("/nowhere/vitrine cannot be started");
  }

  void failuresAreOneSentence() {
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    ChildRun run(program);
    QSignalSpy failures(&run, &ChildRun::failed);
    run.start(arguments);
    QTRY_COMPARE(failures.size(), 1);
    QVERIFY2(failures[0][0].toString().contains(words), qPrintable(failures[0][0].toString()));
    QVERIFY(!run.isRunning());
  }

  void stopIsAnsweredAtOnce() {
    ChildRun run(shell());
    QSignalSpy failures(&run, &ChildRun::failed);
    run.start(script("trap '' TERM; echo '{\"progress\": 0}'; while :; do sleep 0.1; done"));
    QSignalSpy lines(&run, &ChildRun::progressed);
    QTRY_COMPARE(lines.size(), 1);
    const qint64 process = run.processId();
    QVERIFY(isAlive(process));
    bool gone = false;
    QElapsedTimer clock;
    clock.start();
    run.stop([&gone] { gone = true; });
    QVERIFY(clock.elapsed() < 100);
    QVERIFY(!run.isRunning());
    // It does not listen, and is killed.
    QTRY_VERIFY_WITH_TIMEOUT(gone, 10'000);
    QVERIFY(!isAlive(process));
    QVERIFY(failures.isEmpty());
  }

  void theNextStartWaitsForTheEnd() {
    ChildRun run(shell());
    QSignalSpy results(&run, &ChildRun::finished);
    run.start(script("exec sleep 60"));
    QTRY_VERIFY(run.processId() != 0);
    run.stop();
    run.start(script("echo '{\"result\": {\"n\": 1}}'"));
    QVERIFY(run.isRunning());
    QTRY_COMPARE(results.size(), 1);
  }

  void destructionLeavesNothing() {
    qint64 process = 0;
    {
      ChildRun run(shell());
      run.start(script("exec sleep 60"));
      QTRY_VERIFY(run.processId() != 0);
      process = run.processId();
    }
    QVERIFY(!isAlive(process));
  }

  void theChildEndsWithAKilledParent() {
    const QTemporaryDir folder;
    const QString note = folder.filePath(QStringLiteral("pid"));
    QProcess parent;
    parent.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--parent"), note});
    QFile file(note);
    QTRY_VERIFY(file.exists() && file.size() > 1);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const qint64 child = file.readAll().trimmed().toLongLong();
    QVERIFY(isAlive(child));
    parent.kill();
    QVERIFY(parent.waitForFinished());
    // Whoever takes over orphans here may leave it as a zombie, which is as good as gone.
    const auto gone = [child] {
      QFile status(QStringLiteral("/proc/%1/stat").arg(child));
      return !status.open(QIODevice::ReadOnly) || status.readAll().contains(") Z ");
    };
    QTRY_VERIFY(gone());
  }
};

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.value(1) == QLatin1String("--parent")) {
    ChildRun run(shell());
    run.start({QStringLiteral("-c"), QStringLiteral("echo $$ > \"$0\"; exec sleep 60"),
               arguments.value(2)});
    return QCoreApplication::exec();
  }
  TestChildRun test;
  return QTest::qExec(&test, argc, argv);
}

#include "tst_child_run.moc"

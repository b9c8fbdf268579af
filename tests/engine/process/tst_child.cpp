#include "engine/process/child.h"
#include "tests/support/cancel_time.h"
#include "tests/support/error_of.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fstream>
#include <stop_token>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace vitrine;
using namespace vitrine::process;

namespace {

Command shell(const std::string& script) {
  return {"/bin/sh", {"-c", script}, {}};
}

/// Gone, or dead and waiting for init to fetch it.
bool isGone(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/stat");
  std::string text;
  std::getline(file, text);
  const auto name = text.rfind(')');
  return !file || name == std::string::npos || text.substr(name + 2, 1) == "Z";
}

bool goesAway(pid_t process) {
  return QTest::qWaitFor([process] { return isGone(process); }, 5000);
}

}  // namespace

class TestChild : public QObject {
  Q_OBJECT

 private slots:
  void handsOnEveryLine() {
    std::vector<std::string> out;
    std::vector<std::string> err;
    const auto ending = runChild(
        shell("printf 'one\\ntwo\\r\\n'; echo wrong >&2; printf 'open end'; exit 3"),
        [&](std::string_view line) { out.emplace_back(line); },
        [&](std::string_view line) { err.emplace_back(line); }, RunContext());
    QCOMPARE(out, (std::vector<std::string>{"one", "two", "open end"}));
    QCOMPARE(err, std::vector<std::string>{"wrong"});
    QCOMPARE(ending.status, 3);
    QCOMPARE(ending.signal, 0);
    QVERIFY(!ending.good());
  }

  void handsOnLinesWhileTheProgramRuns() {
    // The program waits until the sink has heard it.
    QTemporaryDir folder;
    const std::string file = folder.filePath("heard").toStdString();
    int lines = 0;
    const auto ending = runChild(
        shell("echo ready; while [ ! -e " + file + " ]; do sleep 0.01; done; echo done"),
        [&](std::string_view) {
          ++lines;
          std::ofstream(file) << "yes";
        },
        {}, RunContext());
    QVERIFY(ending.good());
    QCOMPARE(lines, 2);
  }

  void argumentsMeanNothingToAShell() {
    std::string out;
    runChild(
        {"/bin/echo", {"$HOME", "`id`", "; ls", ""}, {}},
        [&](std::string_view line) { out = line; }, {}, RunContext());
    QCOMPARE(out, std::string("$HOME `id` ; ls "));
  }

  void worksInItsFolderWithEmptyInput() {
    QTemporaryDir folder;
    std::vector<std::string> out;
    runChild(
        {"/bin/sh", {"-c", "pwd; cat; echo end"}, folder.path().toStdString()},
        [&](std::string_view line) { out.emplace_back(line); }, {}, RunContext());
    QCOMPARE(out, (std::vector<std::string>{folder.path().toStdString(), "end"}));
  }

  void stopEndsTheWholeGroup_data() {
    QTest::addColumn<QString>("script");
    QTest::newRow("obeys") << "sleep 60 & echo $!; wait";
    QTest::newRow("does not listen") << "trap '' TERM; sleep 60 & echo $!; "
                                        "while true; do sleep 1; done";
  }
  void stopEndsTheWholeGroup() {
    QFETCH(QString, script);
    std::stop_source source;
    RunContext::Options options;
    options.stop = source.get_token();
    const RunContext context(std::move(options));
    pid_t grandchild = 0;
    QElapsedTimer timer;
    std::jthread asker;
    bool cancelled = false;
    try {
      runChild(
          shell(script.toStdString()),
          [&](std::string_view line) {
            grandchild = std::stoi(std::string(line));
            asker = std::jthread([&] {
              std::this_thread::sleep_for(std::chrono::milliseconds(50));
              timer.start();
              source.request_stop();
            });
          },
          {}, context);
    } catch (const Cancelled&) {
      cancelled = true;
    }
    QVERIFY(cancelled);
    QVERIFY2(timer.elapsed() <= 2 * test::kCancelMs, "the stop took too long");
    QVERIFY(grandchild > 0);
    QVERIFY(goesAway(grandchild));
  }

  void nothingIsLeftBehindByAProgramThatEnds() {
    pid_t grandchild = 0;
    const auto ending = runChild(
        shell("sleep 60 & echo $!"),
        [&](std::string_view line) { grandchild = std::stoi(std::string(line)); }, {},
        RunContext());
    QVERIFY(ending.good());
    QVERIFY(grandchild > 0);
    QVERIFY(goesAway(grandchild));
  }

  void aFailureOfTheReaderEndsTheProgram() {
    pid_t child = 0;
    const auto error = test::errorOf([&] {
      runChild(
          shell("echo $$; exec sleep 60"),
          [&](std::string_view line) {
            child = std::stoi(std::string(line));
            throw Error(ErrorCode::Damaged, "No such line.");
          },
          {}, RunContext());
    });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::Damaged);
    QVERIFY(goesAway(child));
  }

  void diesWithItsParent() {
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    const pid_t parent = ::fork();
    if (parent == 0) {
      runChild(
          shell("echo $$; trap '' TERM; while true; do sleep 1; done"),
          [&](std::string_view line) {
            const int child = std::stoi(std::string(line));
            static_cast<void>(::write(ends[1], &child, sizeof child));
          },
          {}, RunContext());
      ::_exit(0);
    }
    int child = 0;
    QCOMPARE(::read(ends[0], &child, sizeof child), ssize_t(sizeof child));
    QVERIFY(!isGone(child));
    ::kill(parent, SIGKILL);
    ::waitpid(parent, nullptr, 0);
    QVERIFY(goesAway(child));
    ::close(ends[0]);
    ::close(ends[1]);
  }

  void tellsHowAProgramWasKilled() {
    const auto ending = runChild(shell("kill -SEGV $$"), {}, {}, RunContext());
    QCOMPARE(ending.signal, SIGSEGV);
    QVERIFY(!ending.good());
  }

  void manyThreadsRunOneEach() {
    std::vector<std::string> out(8);
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < out.size(); ++i)
      threads.emplace_back([&out, i] {
        for (int k = 0; k < 5; ++k)
          runChild(
              {"/bin/echo", {std::to_string(i)}, {}},
              [&](std::string_view line) { out[i] += line; }, {}, RunContext());
      });
    threads.clear();
    for (std::size_t i = 0; i < out.size(); ++i)
      QCOMPARE(out[i], std::string(5, static_cast<char>('0' + i)));
  }

  void aProgramThatIsNotThere() {
    const auto error = test::errorOf([] {
      runChild({"/no/such/program", {}, {}}, {}, {}, RunContext());
    });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::Failed);
    QVERIFY(std::string(error->what()).find("/no/such/program") == 0);
    QVERIFY(!findProgram("no-such-program-at-all"));
    QVERIFY(!findProgram("/no/such/program"));
    QVERIFY(findProgram("sh"));
    QVERIFY(findProgram("sh")->is_absolute());
    QCOMPARE(findProgram("/bin/sh")->string(), std::string("/bin/sh"));
    // From the folder of the caller, also where it then works in another.
    QTemporaryDir folder;
    const auto here = std::filesystem::current_path();
    const auto back = qScopeGuard([&] { std::filesystem::current_path(here); });
    std::filesystem::current_path(folder.path().toStdString());
    std::filesystem::create_symlink("/bin/sh", "shell");
    const auto program = findProgram("./shell");
    QVERIFY(program && program->is_absolute());
    QVERIFY(runChild({*program, {"-c", "exit 0"}, "/"}, {}, {}, RunContext()).good());
  }

  void aFolderThatIsNotThere() {
    const auto error = test::errorOf([] {
      runChild({"/bin/echo", {}, "/no/such/folder"}, {}, {}, RunContext());
    });
    QVERIFY(error);
    QVERIFY(std::string(error->what()).find("/no/such/folder") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(TestChild)
#include "tst_child.moc"

#include "engine/core/error.h"
#include "engine/files/file_lock.h"
#include "tests/support/error_of.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <optional>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace vitrine;
using files::FileLock;

namespace {

/// From here on the calling thread meets a file system without locks. @return whether it does
bool forgetLocks() {
  std::array<sock_filter, 6> program{
      {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
       BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_fcntl, 0, 3),
       BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args[1])),
       BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, F_OFD_SETLK, 0, 1),
       BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOLCK),
       BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)}};
  const sock_fprog filter{program.size(), program.data()};
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

}  // namespace

class TestFileLock : public QObject {
  Q_OBJECT

 private slots:
  void oneHolderAtATime() {
    QVERIFY(!FileLock::isHeld(file()));
    auto first = FileLock::take(file());
    QVERIFY(first != nullptr);
    QVERIFY(FileLock::isHeld(file()));
    QVERIFY(FileLock::take(file()) == nullptr);
    first.reset();
    QVERIFY(!FileLock::isHeld(file()));
    QVERIFY(FileLock::take(file()) != nullptr);
  }

  void aKillGivesItUp() {
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      const auto held = FileLock::take(file());
      const char told = held != nullptr ? 'y' : 'n';
      static_cast<void>(::write(ends[1], &told, 1) == 1);
      ::pause();
    }
    char told = ' ';
    QCOMPARE(::read(ends[0], &told, 1), ssize_t{1});
    QCOMPARE(told, 'y');
    QVERIFY(FileLock::take(file()) == nullptr);
    QCOMPARE(::kill(child, SIGKILL), 0);
    QCOMPARE(::waitpid(child, nullptr, 0), child);
    QVERIFY(FileLock::take(file()) != nullptr);
  }

  /// No other process is to be looked for where there are no locks at all.
  void withoutLocksItSaysSo() {
    bool forgotten = false;
    std::optional<Error> error;
    std::thread([&] {
      forgotten = forgetLocks();
      error = test::errorOf([this] { FileLock::take(file()); });
    }).join();
    if (!forgotten)
      QSKIP("calls of the system cannot be filtered here");
    QVERIFY(error.has_value());
    QCOMPARE(error->code(), ErrorCode::CannotWrite);
    QVERIFY2(std::string(error->what()).find("cannot be locked") != std::string::npos,
             error->what());
  }

  void whereNothingCanBeWritten() {
    const auto error = test::errorOf([this] { FileLock::take(file() / "deeper"); });
    QVERIFY(error.has_value());
    QCOMPARE(error->code(), ErrorCode::CannotWrite);
  }

 private:
  [[nodiscard]] std::filesystem::path file() const {
    return m_folder.filePath("lock").toStdString();
  }

  QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(TestFileLock)
#include "tst_file_lock.moc"

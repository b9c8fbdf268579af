// Job arrays: the script, a stand-in for Slurm that notes what it is asked, and a real Slurm of one
// node where its packages are installed.

#include "engine/campaign/slurm.h"
#include "engine/core/error.h"
#include "engine/files/atomic_file.h"
#include "engine/files/text_file.h"
#include "engine/process/child.h"
#include "tests/support/error_of.h"
#include "tests/support/paths.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <string>
#include <unistd.h>

using namespace vitrine;
using namespace vitrine::campaign;
namespace fs = std::filesystem;

namespace {

void writeProgram(const fs::path& file, const std::string& text) {
  files::writeAtomically(file, text);
  fs::permissions(file, fs::perms::owner_all);
}

/// Runs the script of one part, as a node would. @returns its exit status
int runPart(const fs::path& script, int part) {
  const std::string setting = "SLURM_ARRAY_TASK_ID=" + std::to_string(part);
  return process::runChild({"/usr/bin/env", {setting, "/bin/sh", script.string()}, {}}, {}, {},
                           RunContext())
      .status;
}

}  // namespace

class TestSlurm : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    QVERIFY(m_dir.isValid());
    m_top = fs::path(m_dir.path().toStdString()) / "a 'quoted' $(touch shell) folder";
    fs::remove_all(m_top);
    fs::create_directories(m_top / "bin");
    // Stands in for vitrine: notes what it was told.
    writeProgram(m_top / "bin" / "noting",
                 "#!/bin/sh\nfor word in \"$@\"; do echo \"$word\"; done "
                 "> \"$5\"/part_$(echo \"$7\" | tr / _)\n");
    m_array = {m_top / "bin" / "noting", m_top / "plan.json", m_top / "out", 3, {}, {}};
    fs::create_directories(m_array.folder);
    m_path = qgetenv("PATH");
  }
  void cleanup() { qputenv("PATH", m_path); }

  void scriptHandsOverEveryWordAsItIs() {
    files::writeAtomically(m_top / "script", jobScript(m_array));
    QCOMPARE(runPart(m_top / "script", 2), 0);
    QCOMPARE(noted("2_3"),
             std::string("campaign\nrun\n")
                 .append(m_array.plan.string())
                 .append("\n--out\n")
                 .append(m_array.folder.string())
                 .append("\n--shard\n2/3\n--resume\n--threads\n1\n--json-progress\n"));
    QVERIFY(!fs::exists("shell"));
  }

  void refusesOptionsThatSlurmDoesNotHave() {
    for (const char* text : {"main\nrm", "a b", "$(id)", "`id`", "x;y", "a'b"}) {
      SlurmArray array = m_array;
      array.partition = text;
      QVERIFY(test::errorOf([&] { jobScript(array); }).has_value());
      array = m_array;
      array.timeLimit = text;
      QVERIFY(test::errorOf([&] { jobScript(array); }).has_value());
    }
  }

  void submitsAndAsksAfterItsParts() {
    useBin();
    writeProgram(m_top / "bin" / "sbatch", "#!/bin/sh\necho \"4711;cluster\"\n");
    writeProgram(
        m_top / "bin" / "squeue",
        "#!/bin/sh\ncase \"$*\" in *--jobs=4711*) printf 'RUNNING\\nPENDING\\nPENDING\\n';; "
        "esac\n");
    QVERIFY(queuedParts(m_array.folder, RunContext()).job.empty());
    QCOMPARE(submit(m_array, RunContext()), std::string("4711"));
    const QueuedParts parts = queuedParts(m_array.folder, RunContext());
    QCOMPARE(parts.job, std::string("4711"));
    QCOMPARE(parts.running, std::size_t{1});
    QCOMPARE(parts.waiting, std::size_t{2});
    QVERIFY(parts.unknown.empty());
  }

  void saysWhatSlurmSays() {
    useBin();
    writeProgram(m_top / "bin" / "sbatch",
                 "#!/bin/sh\necho 'sbatch: error: invalid partition' >&2\nexit 1\n");
    const auto error = test::errorOf([&] { submit(m_array, RunContext()); });
    QVERIFY(error.has_value());
    QVERIFY(QString(error->what()).contains("invalid partition"));
    QVERIFY(queuedParts(m_array.folder, RunContext()).job.empty());
  }

  void saysWhereThereIsNoSlurm() {
    qputenv("PATH", (m_top / "bin").string().c_str());
    const auto error = test::errorOf([&] { submit(m_array, RunContext()); });
    QVERIFY(error.has_value());
    QVERIFY(QString(error->what()).contains("slurm-client"));
    // A job that was handed over elsewhere is known, its queue is not.
    files::writeAtomically(m_array.folder / "slurm_job", std::string_view("4711\n"));
    const QueuedParts parts = queuedParts(m_array.folder, RunContext());
    QCOMPARE(parts.job, std::string("4711"));
    QVERIFY(QString::fromStdString(parts.unknown).contains("squeue"));
  }

  void runsEveryPartUnderARealSlurm() {
    for (const char* program : {"slurmctld", "slurmd", "munged", "sbatch", "runuser"})
      if (QStandardPaths::findExecutable(program).isEmpty())
        QSKIP("Slurm (slurm-wlm, munge) is not installed here");
    if (::geteuid() != 0)
      QSKIP("a node of Slurm can be started by root only");
    QTemporaryDir node;
    const auto script = (test::sourceDir() / "tests/engine/campaign/slurm_node.sh").string();
    const auto nodeScript = [&](const char* word) {
      return process::runChild({"/bin/sh", {script, word, node.path().toStdString()}, {}}, {}, {},
                               RunContext());
    };
    QCOMPARE(nodeScript("start").status, 0);
    qputenv("SLURM_CONF", (node.path() + "/slurm.conf").toUtf8());
    const auto stop = qScopeGuard([&] {
      static_cast<void>(nodeScript("stop"));
      qunsetenv("SLURM_CONF");
    });

    std::string job;
    QTRY_VERIFY_WITH_TIMEOUT(
        !test::errorOf([&] { job = submit(m_array, RunContext()); }).has_value(), 20'000);
    QVERIFY(!job.empty());
    for (const char* part : {"1_3", "2_3", "3_3"})
      QTRY_VERIFY_WITH_TIMEOUT(fs::exists(notedFile(part)), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
          const QueuedParts parts = queuedParts(m_array.folder, RunContext());
          return parts.job == job && parts.waiting + parts.running == 0;
        }(),
        60'000);
  }

 private:
  void useBin() { qputenv("PATH", (m_top / "bin").string().append(":").c_str() + m_path); }
  [[nodiscard]] fs::path notedFile(const std::string& part) const {
    return m_array.folder / std::string("part_").append(part);
  }
  [[nodiscard]] std::string noted(const std::string& part) const {
    return files::readText(notedFile(part));
  }

  QTemporaryDir m_dir;
  fs::path m_top;
  SlurmArray m_array;
  QByteArray m_path;
};

QTEST_GUILESS_MAIN(TestSlurm)
#include "tst_slurm.moc"

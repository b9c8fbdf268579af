// The program itself: stopped, killed and started again, with wrong words and damaged files.

#include "engine/files/safetensors.h"
#include "engine/generation/generator_file.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <cmath>
#include <csignal>
#include <fstream>
#include <random>

using namespace vitrine;
using Json = nlohmann::json;

namespace {

constexpr int kPatterns = 12;
constexpr int kWaitMs = 120000;

/// Patterns with one broad peak whose place follows the composition, in the layout of an index and
/// one table.
void writePatterns(const QString& folder) {
  std::ofstream index((folder + "/index.csv").toStdString());
  std::ofstream table((folder + "/w_spectra.csv").toStdString());
  index << "wafer,scan,Co_at,Ti_at,Zr_at\n";
  table << "scan\\q";
  constexpr int kPoints = 200;
  const auto q = [](int i) { return 0.9 + 4.2 * i / (kPoints - 1.0); };
  for (int i = 0; i < kPoints; ++i)
    table << "," << q(i);
  table << "\n";
  for (int row = 1; row <= kPatterns; ++row) {
    const double cobalt = 5.0 * row;
    const double titanium = 10.0 + 7.0 * (row % 4);
    index << "w," << row << "," << cobalt << "," << titanium << "," << 100.0 - cobalt - titanium
          << "\n";
    table << row;
    for (int i = 0; i < kPoints; ++i)
      table << "," << 5.0 + 90.0 * std::exp(-std::pow((q(i) - 2.5 - 0.005 * cobalt) / 0.3, 2));
    table << "\n";
  }
}

/// A network so small that a step takes milliseconds.
QStringList words(const QString& folder, const QString& out, int steps) {
  return {"spectra",
          "train",
          "--kind",
          "ccgan",
          "--data",
          folder,
          "--out",
          out,
          "--preset",
          "small",
          "--width",
          "0.1",
          "--steps",
          QString::number(steps),
          "--seed",
          "7",
          "--threads",
          "1",
          "--checkpoint-seconds",
          "0",
          "--json-progress"};
}

struct Run {
  int status = -1;
  Json last;  ///< line of the output
  int firstStep = 0;
  QString error;
};

Run finished(QProcess& process) {
  Run run;
  if (!process.waitForFinished(kWaitMs))
    return run;
  run.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
  run.error = QString::fromUtf8(process.readAllStandardError());
  for (const QByteArray& line : process.readAllStandardOutput().split('\n')) {
    if (line.isEmpty())
      continue;
    run.last = Json::parse(line.toStdString());
    if (run.firstStep == 0)
      run.firstStep = run.last.value("step", 0);
  }
  return run;
}

Run train(const QStringList& arguments) {
  QProcess process;
  process.start(VITRINE_TRAINER, arguments);
  return finished(process);
}

int stepsOf(const QString& checkpoint) {
  return std::stoi(files::readTensorFile(checkpoint.toStdString()).metadata.at("steps"));
}

}  // namespace

class TestTrainer : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QVERIFY(m_folder.isValid());
    writePatterns(m_folder.path());
  }

  void writesAGenerator() {
    const QString out = m_folder.filePath("net.safetensors");
    const Run run = train(words(m_folder.path(), out, 12) << "--licence"
                                                          << "CC0");
    QVERIFY2(run.status == 0, qPrintable(run.error));
    QVERIFY(run.last.contains("result"));
    const Json& result = run.last["result"];
    QCOMPARE(result["rows"].get<int>(), kPatterns);
    QCOMPARE(result["steps"].get<int>(), 12);
    const auto generator = generation::loadGenerator(out.toStdString());
    QCOMPARE(generation::systemName(generator->card()), std::string("Co-Ti-Zr"));
    QCOMPARE(generator->card().licence, std::string("CC0"));
    QCOMPARE(generator->means(generator->knownFractions(), RunContext()).columns(),
             std::size_t{3743});
    QVERIFY(!QFile::exists(out + ".checkpoint"));
  }

  /// Killed at random moments, in the midst of writing too, the training goes on from a checkpoint
  /// and ends with the very weights of one that was left alone.
  void goesOnAfterKills() {
    const int kills = qEnvironmentVariableIntValue("VITRINE_KILLS") > 0
                          ? qEnvironmentVariableIntValue("VITRINE_KILLS")
                          : 3;
    const int steps = 30 + 15 * kills;
    const QString alone = m_folder.filePath("alone.safetensors");
    QCOMPARE(train(words(m_folder.path(), alone, steps)).status, 0);

    const QString out = m_folder.filePath("killed.safetensors");
    std::mt19937 random(static_cast<unsigned>(kills));
    int reached = 0;
    for (int kill = 0; kill < kills; ++kill) {
      QProcess process;
      process.start(VITRINE_TRAINER, words(m_folder.path(), out, steps));
      QVERIFY(process.waitForStarted(kWaitMs));
      QVERIFY(process.waitForReadyRead(kWaitMs));
      QTest::qSleep(static_cast<int>(random() % 300));
      process.kill();
      const Run run = finished(process);
      QCOMPARE(run.status, -1);
      QVERIFY(stepsOf(out + ".checkpoint") >= reached);
      // A checkpoint after every step: no step that was told of is lost, but for the last.
      if (run.firstStep > 0)
        QCOMPARE(run.firstStep, reached + 1);
      reached = stepsOf(out + ".checkpoint");
      QVERIFY(run.last.value("step", 0) <= reached + 1);
      if (reached >= steps)
        break;
    }
    const Run last = train(words(m_folder.path(), out, steps));
    QVERIFY2(last.status == 0, qPrintable(last.error));
    QCOMPARE(last.last["result"]["resumed_from"].get<int>(), reached);
    const auto left = files::readTensorFile(alone.toStdString());
    const auto right = files::readTensorFile(out.toStdString());
    QVERIFY(left.tensors == right.tensors);
    QCOMPARE(QDir(m_folder.path())
                 .entryList({".killed.safetensors.checkpoint.*"}, QDir::Files | QDir::Hidden)
                 .size(),
             0);
  }

  void stopsWhenAsked() {
    const QString out = m_folder.filePath("stopped.safetensors");
    QProcess process;
    process.start(VITRINE_TRAINER, words(m_folder.path(), out, 100000));
    QVERIFY(process.waitForReadyRead(kWaitMs));
    QTest::qSleep(300);
    process.terminate();
    const Run run = finished(process);
    QCOMPARE(run.status, 1);
    QVERIFY2(run.error.contains("Stopped"), qPrintable(run.error));
    QVERIFY(stepsOf(out + ".checkpoint") > 0);
    QVERIFY(!QFile::exists(out));
  }

  void otherCheckpointsAreRefused() {
    const QString out = m_folder.filePath("other.safetensors");
    const QString checkpoint = out + ".checkpoint";
    {
      std::ofstream file(checkpoint.toStdString());
      file << "no checkpoint";
    }
    Run run = train(words(m_folder.path(), out, 5));
    QCOMPARE(run.status, 2);
    QCOMPARE(run.error.count('\n'), 1);
    QVERIFY2(run.error.contains("other.safetensors.checkpoint"), qPrintable(run.error));

    QFile::remove(checkpoint);
    QVERIFY(QFile::copy(m_folder.filePath("stopped.safetensors.checkpoint"), checkpoint));
    run = train(words(m_folder.path(), out, 5));
    QCOMPARE(run.status, 2);
    QVERIFY2(run.error.contains("other data or settings"), qPrintable(run.error));

    run = train(words(m_folder.path(), out, 5) << "--restart");
    QVERIFY2(run.status == 0, qPrintable(run.error));
  }

  void wrongWordsAreRefused_data() {
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("word");
    QTest::newRow("kind") << QStringList{"--kind", "rbf"} << "ccgan";
    QTest::newRow("preset") << QStringList{"--preset", "tiny"} << "full or small";
    QTest::newRow("too many") << QStringList{"--count", "13"} << "only 12";
    QTest::newRow("too few") << QStringList{"--count", "3"} << "at least four";
    QTest::newRow("share") << QStringList{"--test-share", "1"} << "--test-share";
    QTest::newRow("no folder") << QStringList{"--data", "/nowhere"} << "/nowhere";
  }
  void wrongWordsAreRefused() {
    QFETCH(QStringList, more);
    QFETCH(QString, word);
    QMap<QString, QString> options{{"--kind", "ccgan"},
                                   {"--data", m_folder.path()},
                                   {"--out", m_folder.filePath("wrong.safetensors")}};
    options[more[0]] = more[1];
    QStringList arguments;
    for (auto option = options.cbegin(); option != options.cend(); ++option)
      arguments << option.key() << option.value();
    const Run run = train(arguments);
    QCOMPARE(run.status, 2);
    QCOMPARE(run.error.count('\n'), 1);
    QVERIFY2(run.error.contains(word), qPrintable(run.error));
  }

 private:
  QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestTrainer)
#include "tst_trainer.moc"

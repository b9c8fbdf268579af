// The program itself, as a script calls it.

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

class TestProgram : public QObject {
  Q_OBJECT

 private slots:
  void aPictureSaysNothing_data();
  void aPictureSaysNothing();
  void aPictureThatCannotBeWritten();
};

void TestProgram::aPictureSaysNothing_data() {
  QTest::addColumn<QString>("platform");
  QTest::newRow("none set") << QString();
  QTest::newRow("minimal") << QStringLiteral("minimal");
  QTest::newRow("offscreen with options") << QStringLiteral("offscreen:enable_fonts");
}

void TestProgram::aPictureSaysNothing() {
  QFETCH(QString, platform);
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
    environment.remove(QLatin1String(name));
  // Qt remarks on a folder for run-time files that others may read.
  const QTemporaryDir folder;
  environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), QDir::rootPath());
  if (!platform.isEmpty())
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), platform);
  const QString picture = folder.filePath(QStringLiteral("window.png"));
  QProcess program;
  program.setProcessEnvironment(environment);
  program.start(QStringLiteral(VITRINE_PROGRAM),
                {QStringLiteral("--screenshot"), picture, QStringLiteral("--size"),
                 QStringLiteral("1100x700"), QStringLiteral("--theme"), QStringLiteral("dark"),
                 QStringLiteral("Pd40Ni40P20")});
  QVERIFY(program.waitForFinished(120'000));
  QCOMPARE(program.exitStatus(), QProcess::NormalExit);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  QCOMPARE(QString::fromUtf8(program.readAllStandardError()), QString());
#endif
  QCOMPARE(QString::fromUtf8(program.readAllStandardOutput()), QString());
  QCOMPARE(program.exitCode(), 0);
  const QImage image(picture);
  QCOMPARE(image.size(), QSize(1100, 700));
  QVERIFY(image.pixelColor(image.width() - 3, image.height() - 3).lightness() < 100);
}

void TestProgram::aPictureThatCannotBeWritten() {
  QProcess program;
  program.start(QStringLiteral(VITRINE_PROGRAM),
                {QStringLiteral("--screenshot"), QStringLiteral("/nowhere/at/all.png")});
  QVERIFY(program.waitForFinished(120'000));
  QCOMPARE(program.exitCode(), 1);
  const QString words = QString::fromUtf8(program.readAllStandardError());
  QVERIFY2(words.contains(QLatin1String("vitrine: The picture could not be written to /nowhere")),
           qPrintable(words));
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"

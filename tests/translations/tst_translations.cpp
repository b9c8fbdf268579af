// The committed catalogue holds every text of the program and nothing else.

#include "tests/support/paths.h"

#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

/// "context: source" of every message of a catalogue.
QSet<QString> messages(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return {};
  QXmlStreamReader xml(&file);
  QSet<QString> found;
  QString context;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement)
      continue;
    if (xml.name() == QLatin1String("name"))
      context = xml.readElementText();
    else if (xml.name() == QLatin1String("source"))
      found.insert(context + ": " + xml.readElementText());
  }
  return found;
}

}  // namespace

class TestTranslations : public QObject {
  Q_OBJECT

 private slots:
  void catalogueIsComplete() {
    const auto top = QString::fromStdString(vitrine::test::sourceDir().string());
    QTemporaryDir folder;
    const QString fresh = folder.filePath("fresh.ts");
    QProcess lupdate;
    lupdate.start(VITRINE_LUPDATE,
                  {"-silent", "-I", top, top + "/app", top + "/widgets", "-ts", fresh});
    QVERIFY2(lupdate.waitForStarted(), "lupdate comes with the package qt6-l10n-tools");
    QVERIFY(lupdate.waitForFinished(120'000));
    QCOMPARE(lupdate.exitCode(), 0);

    const auto wanted = messages(fresh);
    const auto committed = messages(top + "/translations/vitrine_en.ts");
    QVERIFY(!wanted.isEmpty());
    const auto missing = (wanted - committed).values().join("\n  ");
    const auto unused = (committed - wanted).values().join("\n  ");
    QVERIFY2(missing.isEmpty(),
             qPrintable("run the target update_translations; missing:\n  " + missing));
    QVERIFY2(unused.isEmpty(),
             qPrintable("run the target update_translations; unused:\n  " + unused));
  }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"

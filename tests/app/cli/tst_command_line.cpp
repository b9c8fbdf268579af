#include "tests/app/cli/cli_run.h"

#include <QRegularExpression>
#include <QTest>

using vitrine::test::runCli;

class TestCommandLine : public QObject {
  Q_OBJECT

 private slots:
  void versionAndOverview() {
    const auto version = runCli({"--version"});
    QCOMPARE(version.status, 0);
    QVERIFY(version.out.starts_with("vitrine "));
    QVERIFY(version.err.empty());
    const auto help = runCli({"--help"});
    QCOMPARE(help.status, 0);
    for (const char* verb :
         {"predict", "relaxation", "evaluate", "audit", "train", "calphad", "map"})
      QVERIFY(help.out.find(verb) != std::string::npos);
    // It opens an alloy and, so far, no file.
    QVERIFY(help.out.find("vitrine [FORMULA]") != std::string::npos);
  }

  void helpNamesTheUnitOfEveryOption_data() {
    QTest::addColumn<QString>("verb");
    for (const char* verb : {"predict", "relaxation", "evaluate", "audit", "train", "map"})
      QTest::newRow(verb) << verb;
  }
  /// A unit, or what kind of thing the value is where it has none.
  void helpNamesTheUnitOfEveryOption() {
    QFETCH(QString, verb);
    const auto help = runCli({verb.toStdString(), "--help"});
    QCOMPARE(help.status, 0);
    QVERIFY(help.err.empty());
    static const QRegularExpression unit(
        R"(\bK\b|at\.%|wt\.%|\bs\b|kT|\(no unit\)|\(count|\(path|\(word|\(name|\(text|\(symbols|\(whole number|fraction|and end)");
    // An option starts a line; what belongs to it may run over several.
    const auto paragraphs = QString::fromStdString(help.out).split(
        QRegularExpression(R"(\n(?=  -))"), Qt::SkipEmptyParts);
    QVERIFY(paragraphs.size() > 2);
    for (qsizetype i = 1; i < paragraphs.size(); ++i)
      QVERIFY2(unit.match(paragraphs[i]).hasMatch(), qPrintable(paragraphs[i]));
  }

  void theManualNamesEveryOption() {
    std::ifstream page(vitrine::test::sourceDir() / "installer" / "vitrine.1");
    std::ostringstream text;
    text << page.rdbuf();
    const auto manual = QString::fromStdString(text.str()).replace("\\-", "-");
    std::string help = runCli({"--help"}).out;
    for (const char* verb : {"predict", "relaxation", "evaluate", "audit", "train", "map"})
      help += runCli({verb, "--help"}).out;
    for (const char* task : {"liquidus", "dataset"})
      help += runCli({"calphad", task, "--help"}).out;
    static const QRegularExpression option("--[a-z][a-z0-9-]+");
    auto matches = option.globalMatch(QString::fromStdString(help));
    QVERIFY(matches.hasNext());
    while (matches.hasNext()) {
      const auto name = matches.next().captured();
      QVERIFY2(manual.contains(name), qPrintable(name));
    }
  }

  void wrongUsageIsOneLine_data() {
    QTest::addColumn<QStringList>("arguments");
    const QList<QStringList> calls{
        {"predict"},
        {"predict", "--nonsense", "Zr50Cu50"},
        {"predict", "Zq50Cu50"},
        {"predict", ""},
        {"evaluate", "--property", "Tg"},
        {"evaluate", "--property", "density", "--data", "x.csv"},
        {"evaluate", "--property", "Tg", "--data", "/nowhere/at/all.csv"},
        {"evaluate", "--property", "Tg", "--model", "oracle", "--data", "x.csv"},
        {"audit"},
        {"audit", "/nowhere/at/all.csv", "--json"},
        {"train", "--property", "Tg", "--data", "x.csv", "--split", "sideways"},
        {"train", "--property", "Tg", "--data", "x.csv", "--seeds", "1.5"},
        {"train", "--property", "Tg", "--data", "x.csv", "--seeds", "0"},
        {"relaxation"},
        {"relaxation", "--tg", "warm"},
        {"relaxation", "--tg", "-5"},
        {"relaxation", "--tg", "nan"},
        {"relaxation", "--tg", "575", "--temperature", "600,,700"},
        {"relaxation", "--tg", "575", "--temperature", "0"},
        {"relaxation", "--tg", "575", "--phi", "0.6"},
        {"relaxation", "--tg", "575", "--fragility", "0"},
        {"relaxation", "--tg", "575", "Zr50Cu50"},
        {"relaxation", "--phi", "1.2"},
        {"relaxation", "--phi", "0,6"},
        {"relaxation", "--elastic", "--tg", "575"},
        {"map", "--system", "Zr-Cu-Al"},
        {"map", "--system", "Zr-Cu-Al", "--quantity", "beauty", "--out", "x.csv"},
        {"map", "--system", "Zr-Cu", "--quantity", "mean_Tm", "--out", "x.csv"},
        {"map", "--system", "Zr-Cu-Xx", "--quantity", "mean_Tm", "--out", "x.csv"},
        {"map", "--system", "Zr-Cu-Zr", "--quantity", "mean_Tm", "--out", "x.csv"},
        {"map", "--system", "Zr-Cu-Al", "--fixed", "Ni", "--quantity", "mean_Tm", "--out", "x.csv"},
        {"map", "--system", "Zr-Cu-Al", "--step", "7", "--quantity", "mean_Tm", "--out", "x.csv"},
        {"map", "--system", "Zr-Cu-Al", "--step", "0.01", "--quantity", "mean_Tm", "--out",
         "x.csv"},
        {"map", "--system", "Zr-Cu-Al", "--quantity", "mean_Tm", "--out", "x.docx"},
        {"--nonsense"},
        {"not-a-formula"},
        {"Zr50Cu50", "Pd80Si20"},
        {"--resources"},
    };
    for (const auto& call : calls)
      QTest::newRow(qPrintable(call.join(' '))) << call;
  }
  void wrongUsageIsOneLine() {
    QFETCH(QStringList, arguments);
    std::vector<std::string> words;
    for (const auto& word : arguments)
      words.push_back(word.toStdString());
    const auto result = runCli(words);
    QVERIFY2(result.failedWith(2), qPrintable(QString("status %1, out \"%2\", err \"%3\"")
                                                  .arg(result.status)
                                                  .arg(QString::fromStdString(result.out))
                                                  .arg(QString::fromStdString(result.err))));
  }

  void theWorkbenchIsAskedFor() {
    QCOMPARE(runCli({}).status, -1);
    const auto formula = runCli({"Zr50Cu40Al10"});
    QCOMPARE(formula.status, -1);
    QCOMPARE(formula.request.formula, std::string("Zr50Cu40Al10"));
    QVERIFY(formula.request.file.empty());
    const auto picture = runCli({"--resources", "/there", "--screenshot", "a.png", "Pd80Si20"});
    QCOMPARE(picture.status, -1);
    QCOMPARE(picture.request.screenshot.string(), std::string("a.png"));
    QCOMPARE(picture.request.resources.string(), std::string("/there"));
    QCOMPARE(picture.request.formula, std::string("Pd80Si20"));
    QCOMPARE(runCli({"--resources=/there", "--size=800x600"}).request.width, 800);
    QTemporaryDir folder;
    const auto file = folder.filePath("alloys.csv").toStdString();
    std::ofstream(file) << "formula\n";
    QCOMPARE(runCli({file}).request.file.string(), file);
  }

  void missingModelsFailTheTask() {
    QTemporaryDir empty;
    const auto result = runCli({"--resources", empty.path().toStdString(), "predict", "Zr50Cu50"});
    QVERIFY(result.failedWith(1));
    QVERIFY(result.err.find("--resources") != std::string::npos);
  }

  void aFullDiskIsNoSuccess() {
    std::ofstream full("/dev/full");
    std::ostringstream err;
    const std::vector<std::string> arguments{"relaxation", "--tg", "575", "--json"};
    const auto outcome =
        vitrine::cli::run(arguments, {full, err, vitrine::test::resourceDir(), {}});
    QCOMPARE(std::get<int>(outcome), 1);
    QVERIFY(!err.str().empty());
  }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"

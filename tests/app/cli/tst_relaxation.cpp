#include "tests/app/cli/cli_run.h"

#include <QTest>

#include <clocale>
#include <cmath>
#include <locale>

using vitrine::test::runCli;

class TestRelaxationVerb : public QObject {
  Q_OBJECT

 private slots:
  /// Values from an independent numpy solver of the theory.
  void curveInTheOrderAsked() {
    const auto result =
        runCli({"relaxation", "--tg", "575", "--temperature", "625,575,1200,555,400", "--json"});
    QCOMPARE(result.status, 0);
    QVERIFY(result.err.empty());
    const auto json = result.json();
    QVERIFY(json.is_object());
    const auto& points = json.at("points");
    QCOMPARE(points.size(), std::size_t(5));
    const double temperaturesK[] = {625, 575, 1200, 555, 400};
    for (std::size_t i = 0; i < 5; ++i)
      QCOMPARE(points[i].at("temperature_K").get<double>(), temperaturesK[i]);
    QVERIFY(std::abs(points[0].at("log10_tau_s").get<double>() + 3.0162) < 6e-5);
    QVERIFY(std::abs(points[1].at("log10_tau_s").get<double>() - 2.0) < 1e-5);
    QVERIFY(std::abs(points[3].at("log10_tau_s").get<double>() - 4.6687) < 6e-5);
    for (const std::size_t outside : {2, 4}) {
      QVERIFY(points[outside].at("log10_tau_s").is_null());
      QVERIFY(points[outside].at("reason").get<std::string>().starts_with("outside the theory"));
    }
    QVERIFY(std::abs(json.at("fragility").get<double>() - 70.43) < 0.01);
    QCOMPARE(json.at("tg_K").get<double>(), 575.0);
  }

  void densitiesInTheOrderAsked() {
    const auto result = runCli({"relaxation", "--phi", "0.6714,0.5,0.3", "--json"});
    QCOMPARE(result.status, 0);
    const auto points = result.json().at("points");
    QCOMPARE(points.size(), std::size_t(3));
    const std::pair<const char*, double> expected[] = {
        {"phi", 0.6714},         {"r_L", 0.0074768},
        {"r_B", 0.454589},       {"F_B", 32.08565},
        {"K_0", 53533.71},       {"K_B", 39.7477},
        {"J", 16.3882},          {"tau_s_over_tau_E", 2660.744},
        {"log10_tau_s", 1.99384}};
    for (const auto& [key, value] : expected)
      QVERIFY2(std::abs(points[0].at(key).get<double>() / value - 1.0) < 1e-5, key);
    QVERIFY(std::abs(points[1].at("log10_tau_s").get<double>() + 10.87153) < 1e-5);
    QCOMPARE(points[2].at("phi").get<double>(), 0.3);
    for (const char* key : {"r_L", "r_B", "F_B", "K_0", "K_B", "tau_s_over_tau_E", "log10_tau_s"})
      QVERIFY(points[2].at(key).is_null());
    QVERIFY(points[2].contains("reason"));
  }

  void optionsOfTheTheory() {
    const auto measured =
        runCli({"relaxation", "--tg", "690", "--fragility", "57", "--temperature", "690", "--json"})
            .json();
    QVERIFY(std::abs(measured.at("fragility").get<double>() - 57.0) < 1e-4);
    QVERIFY(std::abs(measured.at("points")[0].at("log10_tau_s").get<double>() - 2.0) < 1e-5);
    const auto paper = runCli({"relaxation", "--tg", "575", "--phi-g", "paper", "--band", "paper",
                               "--temperature", "575", "--json"})
                           .json();
    QVERIFY(std::abs(paper.at("points")[0].at("log10_tau_s").get<double>() - 1.99384) < 1e-5);
    const auto& band = paper.at("points")[0].at("log10_tau_s_band");
    QVERIFY(std::abs(band[1].get<double>() - band[0].get<double>() - 2.62) < 0.05);
    // 100 s at Phi_g = 0.61568 with the elastic barrier.
    const auto elastic = runCli({"relaxation", "--phi", "0.61568", "--elastic", "--json"}).json();
    QVERIFY(std::abs(elastic.at("points")[0].at("log10_tau_s").get<double>() - 2.0) < 0.01);
    QVERIFY(elastic.at("points")[0].at("F_el").get<double>() > 0.0);
  }

  void defaultGridCoversTheTheory() {
    const auto points = runCli({"relaxation", "--tg", "600", "--json"}).json().at("points");
    QCOMPARE(points.size(), std::size_t(50));
    for (const auto& point : points)
      QVERIFY(point.at("log10_tau_s").is_number());
  }

  void decimalPointInEveryLocale() {
    const std::vector<std::string> call{"relaxation", "--tg", "575.5", "--temperature", "600.25"};
    auto jsonCall = call;
    jsonCall.push_back("--json");
    const auto table = runCli(call);
    const auto json = runCli(jsonCall);

    // Streams and, where such a locale is installed, the C library with a decimal comma.
    struct Comma : std::numpunct<char> {
      char do_decimal_point() const override { return ','; }
      char do_thousands_sep() const override { return '.'; }
      std::string do_grouping() const override { return "\3"; }
    };
    const std::string before = std::setlocale(LC_ALL, nullptr);
    const std::locale streams = std::locale::global(std::locale(std::locale::classic(), new Comma));
    for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8", "da_DK.UTF-8"}) {
      if (std::setlocale(LC_ALL, name))
        break;
    }
    const auto tableWithComma = runCli(call);
    const auto jsonWithComma = runCli(jsonCall);
    std::setlocale(LC_ALL, before.c_str());
    std::locale::global(streams);

    QCOMPARE(jsonWithComma.status, 0);
    QCOMPARE(jsonWithComma.out, json.out);
    QCOMPARE(tableWithComma.out, table.out);
    QVERIFY(table.out.find("575.5 K") != std::string::npos);
  }

  void tableForPeople() {
    const auto result = runCli({"relaxation", "--tg", "575", "--temperature", "575,1300"});
    QCOMPARE(result.status, 0);
    QVERIFY(result.out.find("2.000") != std::string::npos);
    QVERIFY(result.out.find("outside the theory") != std::string::npos);
    QCOMPARE(runCli({"relaxation", "--phi", "0.6,0.9"}).status, 0);
  }
};

QTEST_GUILESS_MAIN(TestRelaxationVerb)
#include "tst_relaxation.moc"

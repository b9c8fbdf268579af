// The verbs that read or write tables: evaluate, train, map.

#include "app/quantities/section_map.h"
#include "tests/app/cli/cli_run.h"

#include <QTest>

#include <cmath>

using vitrine::test::runCli;

namespace {

std::string textOf(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

class TestTables : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { QCOMPARE(m_resources.train("nearest_neighbours"), std::string()); }

  void evaluateScoresWhatItCanUse() {
    const auto file = path("measured.csv");
    std::ofstream(file) << "formula,Tg_K,Tl_K\n"
                           "Zr50Cu50,655,1100\n"
                           "Cu40Ni60,631,1080\n"
                           "Zr50Pu50,700,1200\n"
                           "Zq50Cu50,700,1200\n"
                           "Ti50Fe50,,1330\n"
                           "Al30Fe70,830,1400\n";
    const auto result =
        runCli({"evaluate", "--property", "Tg", "--data", file, "--json"}, m_resources.folder());
    QVERIFY2(result.status == 0, result.err.c_str());
    const auto json = result.json();
    QCOMPARE(json.at("n").get<int>(), 3);
    QCOMPARE(json.at("skipped").get<int>(), 3);
    const auto& rows = json.at("rows");
    QCOMPARE(rows.size(), std::size_t(3));
    QCOMPARE(rows[0].at("formula").get<std::string>(), std::string("Zr50Cu50"));
    QCOMPARE(rows[2].at("formula").get<std::string>(), std::string("Al30Fe70"));
    const double measured[] = {655, 631, 830};
    double squared = 0.0, absolute = 0.0, inside = 0.0, width = 0.0;
    for (std::size_t i = 0; i < 3; ++i) {
      QCOMPARE(rows[i].at("measured_K").get<double>(), measured[i]);
      const double error = rows[i].at("predicted_K").at("blend").get<double>() - measured[i];
      squared += error * error / 3.0;
      absolute += std::abs(error) / 3.0;
      const double lo = rows[i].at("interval90_K")[0].get<double>();
      const double hi = rows[i].at("interval90_K")[1].get<double>();
      inside += lo <= measured[i] && measured[i] <= hi ? 1.0 / 3.0 : 0.0;
      width += (hi - lo) / 3.0;
      QVERIFY(rows[i].at("domain").is_string());
    }
    const auto& blend = json.at("models").at("blend");
    QCOMPARE(blend.at("n").get<int>(), 3);
    QVERIFY(std::abs(blend.at("rmse_K").get<double>() - std::sqrt(squared)) < 1e-9);
    QVERIFY(std::abs(blend.at("mae_K").get<double>() - absolute) < 1e-9);
    QVERIFY(std::abs(blend.at("coverage90").get<double>() - inside) < 1e-9);
    QVERIFY(std::abs(blend.at("mean_width_K").get<double>() - width) < 1e-9);
    const double variance = ((655 - 705.333) * (655 - 705.333) + (631 - 705.333) * (631 - 705.333) +
                             (830 - 705.333) * (830 - 705.333)) /
                            3.0;
    QVERIFY(std::abs(blend.at("r2").get<double>() - (1.0 - squared / variance)) < 1e-5);

    const auto tm = runCli({"evaluate", "--property", "Tm", "--data", file, "--model",
                            "nearest_neighbours", "--json"},
                           m_resources.folder())
                        .json();
    QCOMPARE(tm.at("n").get<int>(), 4);
    QVERIFY(tm.at("models").contains("nearest_neighbours"));
    QVERIFY(tm.at("models").contains("blend"));
    QCOMPARE(tm.at("models").size(), std::size_t(2));
    QCOMPARE(runCli({"evaluate", "--property", "Tg", "--data", file}, m_resources.folder()).status,
             0);
  }

  void evaluateNeedsItsColumn() {
    const auto file = path("nothing.csv");
    std::ofstream(file) << "formula,Density_g\nZr50Cu50,7\n";
    QVERIFY(runCli({"evaluate", "--property", "Tg", "--data", file, "--json"}, m_resources.folder())
                .failedWith(2));
  }

  void trainReportsEverySplit() {
    const auto call = [&](const char* split) {
      return runCli({"train", "--property", "Tg", "--model", "nearest_neighbours", "--data",
                     m_resources.table().string(), "--split", split, "--seeds", "3", "--json"});
    };
    const auto random = call("random");
    QVERIFY2(random.status == 0, random.err.c_str());
    const auto json = random.json();
    QCOMPARE(json.at("n").get<int>(), 75);
    QCOMPARE(json.at("seeds").get<int>(), 3);
    QCOMPARE(json.at("split").get<std::string>(), std::string("random"));
    const auto& model = json.at("models").at("nearest_neighbours");
    for (const char* key : {"r2", "rmse_K", "mae_K", "r2_sd", "rmse_K_sd", "mae_K_sd"})
      QVERIFY(model.at(key).is_number());
    QVERIFY(model.at("coverage90").get<double>() <= 1.0);
    // Alloys of an unseen system are harder than alloys between seen ones.
    const auto grouped = call("grouped").json();
    QVERIFY(grouped.at("models").at("nearest_neighbours").at("rmse_K").get<double>() >
            model.at("rmse_K").get<double>());
    QCOMPARE(call("random").out, random.out);
  }

  // 75 alloys of six elements, all 15 pairs five times: each element is in 25 of them, 50 stay of
  // ten systems. The temperatures are averages over the atoms, so that a line says all of it.
  void trainLeavesElementsOut() {
    const auto result =
        runCli({"train", "--property", "Tg", "--model", "nearest_neighbours", "--data",
                m_resources.table().string(), "--split", "leave-one-element-out", "--json"});
    QVERIFY2(result.status == 0, result.err.c_str());
    const auto json = result.json();
    QCOMPARE(json.at("split").get<std::string>(), std::string("leave-one-element-out"));
    QCOMPARE(json.at("elements").size(), std::size_t(6));
    QVERIFY(json.at("not_left_out").empty());
    double mean = 0.0;
    for (const auto& [symbol, element] : json.at("elements").items()) {
      QCOMPARE(element.at("n").get<int>(), 25);
      mean += element.at("models").at("nearest_neighbours").at("rmse_K").get<double>() / 6.0;
      QVERIFY(element.at("linear_regression").at("mae_K").is_number());
    }
    const auto& model = json.at("models").at("nearest_neighbours");
    QVERIFY(std::abs(model.at("rmse_K").get<double>() - mean) < 1e-9);
    QVERIFY(model.at("rmse_K_sd").get<double>() > 0.0);

    const auto random = runCli({"train", "--property", "Tg", "--model", "nearest_neighbours",
                                "--data", m_resources.table().string(), "--split", "random",
                                "--column", "Tl", "--seeds", "2", "--json"});
    QVERIFY2(random.status == 0, random.err.c_str());
    const auto linear = random.json();
    QVERIFY(linear.at("linear_regression").at("rmse_K").get<double>() < 1e-6);
    QCOMPARE(linear.at("column").get<std::string>(), std::string("Tl"));
    QCOMPARE(linear.at("calibration").size(), std::size_t(10));
    QVERIFY(!linear.contains("elements"));
    QVERIFY(runCli({"train", "--property", "Tg", "--data", m_resources.table().string(), "--column",
                    "Density", "--json"})
                .failedWith(2));
  }

  void trainSpeaksInLines() {
    QTemporaryDir folder;
    const auto result = runCli({"train", "--property", "Tm", "--model", "decision_tree", "--data",
                                m_resources.table().string(), "--seeds", "0", "--out",
                                folder.path().toStdString(), "--json-progress"});
    QVERIFY2(result.status == 0, result.err.c_str());
    std::istringstream lines(result.out);
    std::string line;
    std::string last;
    double done = 0.0;
    while (std::getline(lines, line)) {
      const auto json = nlohmann::json::parse(line, nullptr, false);
      QVERIFY(json.is_object());
      if (json.contains("progress")) {
        QVERIFY(json.at("progress").get<double>() >= done);
        done = json.at("progress").get<double>();
      }
      last = line;
    }
    const auto end = nlohmann::json::parse(last);
    QVERIFY(end.contains("result"));
    QVERIFY(std::filesystem::exists(end.at("result").at("file").get<std::string>()));
    QVERIFY(std::filesystem::exists(folder.filePath("Tm.study.json").toStdString()));
  }

  void mapWritesItsTable() {
    const auto file = path("map.csv");
    const auto result = runCli({"map", "--system", "Zr-Cu-Al", "--fixed", "Ni=5", "--quantity",
                                "Tg", "--step", "19", "--out", file, "--json"},
                               m_resources.folder());
    QVERIFY2(result.status == 0, result.err.c_str());
    QCOMPARE(result.json().at("n").get<int>(), 21);
    std::istringstream lines(textOf(file));
    std::string line;
    std::getline(lines, line);
    QCOMPARE(line, std::string("Zr,Cu,Al,Ni,Tg_K,domain"));
    std::getline(lines, line);
    QVERIFY(line.starts_with("0.95,0,0,0.05,"));
    int count = 1;
    while (std::getline(lines, line)) {
      ++count;
      const auto cells = QString::fromStdString(line).split(',');
      QCOMPARE(cells.size(), 6);
      double sum = 0.0;
      for (int i = 0; i < 4; ++i)
        sum += cells[i].toDouble();
      QVERIFY(std::abs(sum - 1.0) < 1e-9);
      QVERIFY(cells[4].toDouble() > 500.0);
    }
    QCOMPARE(count, 21);
  }

  void mapKnowsEveryQuantityItLists() {
    const auto list = runCli({"map", "--quantity", "list"});
    QCOMPARE(list.status, 0);
    std::istringstream lines(list.out);
    std::string name;
    int count = 0;
    for (std::string rest; lines >> name; std::getline(lines, rest)) {
      const auto file = path("quantity.csv");
      const auto result =
          runCli({"map", "--system", "Zr-Cu-Pu", "--quantity", name, "--step", "50", "--out", file},
                 m_resources.folder());
      ++count;
      if (vitrine::app::neededModels(vitrine::app::mapQuantity(name).value()).generator) {
        // Nobody has measured the patterns of Zr-Cu-Pu.
        QVERIFY(result.failedWith(2));
        QVERIFY(result.err.find("No generator covers") != std::string::npos);
        continue;
      }
      QVERIFY2(result.status == 0, (name + ": " + result.err).c_str());
      QCOMPARE(std::ranges::count(textOf(file), '\n'), 7);
    }
    QVERIFY(count >= 7);
  }

  /// <Tm> of the corners is the melting point of the element: Al 933.47 K, Cu 1357.77 K.
  void mapOfAKnownQuantity() {
    const auto file = path("mean.csv");
    QCOMPARE(runCli({"map", "--system", "Al-Cu-Ni", "--quantity", "mean_Tm", "--step", "50",
                     "--out", file})
                 .status,
             0);
    std::istringstream lines(textOf(file));
    std::string line;
    std::getline(lines, line);
    QCOMPARE(line, std::string("Al,Cu,Ni,mean_Tm_K,domain"));
    std::getline(lines, line);
    QVERIFY(line.starts_with("1,0,0,933."));
    std::getline(lines, line);
    const double half = QString::fromStdString(line).split(',')[3].toDouble();
    QVERIFY(std::abs(half - 0.5 * (933.47 + 1357.77)) < 0.5);
  }

  void picturesGoToWhoeverDraws() {
    vitrine::cli::MapPicture drawn;
    const auto result = runCli({"map", "--system", "Al-Cu-Ni", "--quantity", "mean_Tm", "--step",
                                "10", "--out", "map.SVG"},
                               m_resources.folder(), [&](const auto& picture) { drawn = picture; });
    QCOMPARE(result.status, 0);
    QCOMPARE(drawn.divisions, 10);
    QCOMPARE(drawn.map.values.size(), std::size_t(66));
    QCOMPARE(drawn.plane.corners, (std::array<int, 3>{13, 29, 28}));
    QVERIFY(runCli({"map", "--system", "Al-Cu-Ni", "--quantity", "mean_Tm", "--out", "map.png"})
                .failedWith(1));
    QVERIFY(runCli({"map", "--system", "Al-Cu-Ni", "--quantity", "mean_Tm", "--out",
                    "/nowhere/at/all.csv"})
                .failedWith(1));
  }

 private:
  std::string path(const char* name) const { return (m_resources.folder() / name).string(); }

  vitrine::test::TrainedResources m_resources;
};

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"

// The work that peer_forest.py times against scikit-learn, on the table that it writes.
//
//   bench_forest fit     TABLE THREADS MAX_FEATURES REPEATS        wall and CPU s of each fit
//   bench_forest map     TABLE THREADS MAX_FEATURES REPEATS MAP    the same of each map with spread
//   bench_forest scores  TABLE THREADS MAX_FEATURES TESTS          RMSE for each line of test rows
//   bench_forest others  TABLE THREADS MAP                         the other models, for
//   information
//
// TABLE and MAP hold numbers separated by spaces, a row a line; the last column of TABLE is the
// target.

#include "engine/regression/regressor.h"
#include "engine/regression/scores.h"
#include "engine/regression/tree_ensemble.h"
#include "engine/regression/tree_shap.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace vitrine;
using namespace vitrine::regression;

namespace {

constexpr double kTrees = 400;

std::vector<std::vector<double>> readRows(const std::string& file) {
  std::vector<std::vector<double>> rows;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    auto& row = rows.emplace_back();
    for (double value = 0.0; words >> value;)
      row.push_back(value);
  }
  return rows;
}

Matrix matrix(const std::vector<std::vector<double>>& rows, std::size_t columns) {
  Matrix made(rows.size(), columns);
  for (std::size_t i = 0; i < rows.size(); ++i)
    std::copy_n(rows[i].begin(), columns, made.row(i).begin());
  return made;
}

struct Table {
  explicit Table(const std::string& file) {
    const auto rows = readRows(file);
    x = matrix(rows, rows.at(0).size() - 1);
    for (const auto& row : rows)
      y.push_back(row.back());
  }
  Matrix x;
  std::vector<double> y;
};

struct Seconds {
  double wall = 0.0;
  double cpu = 0.0;  // of all threads
};

Seconds seconds(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  const auto cpu = std::clock();
  work();
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(),
          static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC};
}

void scoreSplits(const Table& table, const std::string& tests, const Hyperparameters& parameters,
                 const RunContext& context) {
  for (const auto& line : readRows(tests)) {
    const std::set<std::size_t> chosen(line.begin(), line.end());
    std::vector<std::size_t> train;
    for (std::size_t i = 0; i < table.y.size(); ++i)
      if (!chosen.contains(i))
        train.push_back(i);
    const std::vector<std::size_t> test(chosen.begin(), chosen.end());
    std::vector<double> known;
    std::vector<double> measured;
    for (const auto i : train)
      known.push_back(table.y[i]);
    for (const auto i : test)
      measured.push_back(table.y[i]);
    const auto model =
        fit(ModelKind::ExtraTrees, parameters, table.x.select(train), known, context);
    std::printf("%.17g\n", scores(measured, model->predict(table.x.select(test), context)).rmse);
  }
}

void timeOthers(const Table& table, const Matrix& map, const RunContext& context) {
  for (const auto kind : kModelKinds) {
    Table scaled = table;
    Matrix asked = map;
    if (kind == ModelKind::SupportVector)
      for (auto* x : {&scaled.x, &asked})
        for (std::size_t i = 0; i < x->rows(); ++i)
          for (auto& cell : x->row(i))
            cell /= 100.0;
    std::shared_ptr<const Regressor> model;
    const double training =
        seconds([&] { model = fit(kind, {}, scaled.x, scaled.y, context); }).wall;
    const double predicting = seconds([&] { (void)model->predict(asked, context); }).wall;
    std::printf("{\"case\": \"%s, default settings\", \"fit_s\": %.4g, \"map_s\": %.4g",
                std::string(modelName(kind)).c_str(), training, predicting);
    if (const auto* trees = asTrees(*model))
      std::printf(", \"tree_shap_s\": %.4g",
                  seconds([&] { (void)treeShap(*trees, asked.row(2000), context); }).wall);
    std::printf("}\n");
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() < 4) {
    std::fputs("peer_forest.py calls this program; see the head of its source.\n", stderr);
    return 2;
  }
  const Table table(words[1]);
  const auto context = RunContext().withThreads(std::stoi(words[2]));
  if (words[0] == "others") {
    timeOthers(table, matrix(readRows(words[3]), table.x.columns()), context);
    return 0;
  }
  const Hyperparameters parameters{{"trees", kTrees}, {"max_features", std::stod(words[3])}};
  if (words[0] == "scores") {
    scoreSplits(table, words.at(4), parameters, context);
    return 0;
  }
  const auto train = [&] {
    return fit(ModelKind::ExtraTrees, parameters, table.x, table.y, context);
  };
  const auto model = train();
  const int repeats = std::stoi(words.at(4));
  const auto map = words[0] == "map" ? matrix(readRows(words.at(5)), table.x.columns()) : Matrix();
  for (int i = 0; i < repeats; ++i) {
    const auto taken = words[0] == "map"
                           ? seconds([&] { (void)model->predictWithSpread(map, context); })
                           : seconds([&] { (void)train(); });
    std::printf("%.9g %.9g\n", taken.wall, taken.cpu);
  }
  return 0;
}

#pragma once

#include "engine/core/matrix.h"
#include "tests/support/paths.h"

#include <QtGlobal>

#include <cstddef>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace vitrine::test {

/// The synthetic table of data/make_reference.py with what scikit-learn predicts for its rows.
struct Reference {
  static constexpr std::size_t kFeatures = 8;
  static constexpr std::size_t kTrain = 180;  ///< the first rows; the others were not seen

  Matrix x;
  std::map<std::string, std::vector<double>> columns;  ///< "y", "tree", …
  std::map<std::string, double> scores;

  Reference() {
    const auto folder = sourceDir() / "tests/engine/regression/data";
    std::ifstream rows(folder / "rows.csv");
    std::string line;
    std::getline(rows, line);
    const auto names = split(line);
    std::vector<std::vector<double>> cells;
    while (std::getline(rows, line)) {
      cells.emplace_back();
      for (const auto& word : split(line))
        cells.back().push_back(std::stod(word));
    }
    Q_ASSERT(cells.size() > kTrain);
    x = Matrix(cells.size(), kFeatures);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      for (std::size_t j = 0; j < kFeatures; ++j)
        x(i, j) = cells[i][j];
      for (std::size_t j = kFeatures; j < names.size(); ++j)
        columns[names[j]].push_back(cells[i][j]);
    }
    std::ifstream values(folder / "scores.csv");
    while (std::getline(values, line)) {
      const auto words = split(line);
      scores[words.at(0)] = std::stod(words.at(1));
    }
  }

  [[nodiscard]] const std::vector<double>& y() const { return columns.at("y"); }
  [[nodiscard]] Matrix trainX() const { return part(0, kTrain); }
  [[nodiscard]] Matrix testX() const { return part(kTrain, x.rows()); }
  [[nodiscard]] std::vector<double> trainY() const {
    return {y().begin(), y().begin() + static_cast<std::ptrdiff_t>(kTrain)};
  }
  [[nodiscard]] std::vector<double> test(const std::string& column) const {
    const auto& all = columns.at(column);
    return {all.begin() + static_cast<std::ptrdiff_t>(kTrain), all.end()};
  }

 private:
  static std::vector<std::string> split(const std::string& line) {
    std::vector<std::string> words;
    std::istringstream stream(line);
    for (std::string word; std::getline(stream, word, ',');)
      words.push_back(word);
    return words;
  }
  [[nodiscard]] Matrix part(std::size_t begin, std::size_t end) const {
    std::vector<std::size_t> rows;
    for (auto i = begin; i < end; ++i)
      rows.push_back(i);
    return x.select(rows);
  }
};

}  // namespace vitrine::test

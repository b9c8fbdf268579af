#include "engine/calphad/melting_table.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"

#include <algorithm>
#include <map>

namespace vitrine::calphad {

namespace {

constexpr std::size_t kTableDivisions = 20;

/// The systems whose liquid is assessed in mpea-02b, the database the table is meant for.
const std::vector<std::vector<std::string>>& tableSystems() {
  static const std::vector<std::vector<std::string>> systems{
      {"Al"},
      {"Co"},
      {"Cr"},
      {"Fe"},
      {"Ni"},
      {"Al", "Co"},
      {"Al", "Cr"},
      {"Al", "Fe"},
      {"Al", "Ni"},
      {"Co", "Cr"},
      {"Co", "Fe"},
      {"Co", "Ni"},
      {"Cr", "Fe"},
      {"Cr", "Ni"},
      {"Fe", "Ni"},
      {"Al", "Co", "Cr"},
      {"Al", "Co", "Ni"},
      {"Al", "Cr", "Ni"},
      {"Al", "Fe", "Ni"},
      {"Co", "Cr", "Ni"},
      {"Cr", "Fe", "Ni"},
  };
  return systems;
}

bool hasAll(const std::vector<double>& composition) {
  return std::all_of(composition.begin(), composition.end(), [](double x) { return x > 0.0; });
}

}  // namespace

std::vector<std::vector<double>> compositionGrid(std::size_t components, std::size_t divisions) {
  const auto fraction = [&](std::size_t steps) { return double(steps) / double(divisions); };
  if (components == 1)
    return {{1.0}};
  std::vector<std::vector<double>> grid;
  for (std::size_t last = 0; last <= divisions; ++last) {
    if (components == 2)
      grid.push_back({fraction(divisions - last), fraction(last)});
    for (std::size_t middle = 0; components == 3 && middle + last <= divisions; ++middle)
      grid.push_back({fraction(divisions - last - middle), fraction(middle), fraction(last)});
  }
  return grid;
}

std::vector<MeltingRow> meltingRows(std::shared_ptr<const Database> database,
                                    const std::vector<std::string>& symbols,
                                    const std::vector<std::vector<double>>& compositions,
                                    const RunContext& context) {
  std::vector<MeltingRow> rows;
  std::map<std::vector<std::size_t>, std::vector<std::size_t>> rowsOfElements;
  for (const auto& composition : compositions) {
    std::vector<std::size_t> present;
    for (std::size_t c = 0; c < composition.size(); ++c) {
      if (composition[c] > 0.0)
        present.push_back(c);
    }
    rowsOfElements[present].push_back(rows.size());
    rows.push_back({composition, {}, {}});
  }
  std::size_t done = 0;
  for (const auto& [present, own] : rowsOfElements) {
    const double total = double(rows.size());
    const auto part = context.slice(double(done) / total, double(done + own.size()) / total);
    done += own.size();
    std::vector<std::string> elements;
    for (const std::size_t c : present)
      elements.push_back(symbols[c]);
    const MeltingSearch search(std::make_shared<const AlloyPhases>(database, elements),
                               part.silent());
    parallelFor(part, own.size(), [&, &present = present, &own = own](std::size_t i) {
      MeltingRow& row = rows[own[i]];
      std::vector<double> composition;
      for (const std::size_t c : present)
        composition.push_back(row.composition[c]);
      try {
        row.melting = search.melting(composition, part.silent());
      } catch (const Error& error) {
        row.reason = error.what();
      }
    });
  }
  return rows;
}

std::vector<MeltingSystem> meltingTable(const std::shared_ptr<const Database>& database,
                                        const RunContext& context) {
  std::vector<MeltingSystem> table;
  std::vector<std::vector<std::vector<double>>> grids;
  double total = 0.0;
  for (const auto& symbols : tableSystems()) {
    auto grid = compositionGrid(symbols.size(), kTableDivisions);
    grid.erase(std::remove_if(grid.begin(), grid.end(),
                              [](const auto& composition) { return !hasAll(composition); }),
               grid.end());
    total += double(grid.size());
    grids.push_back(std::move(grid));
  }
  double done = 0.0;
  for (std::size_t s = 0; s < grids.size(); ++s) {
    const double share = double(grids[s].size());
    const auto& symbols = tableSystems()[s];
    table.push_back({symbols, meltingRows(database, symbols, grids[s],
                                          context.slice(done / total, (done + share) / total))});
    done += share;
  }
  return table;
}

}  // namespace vitrine::calphad

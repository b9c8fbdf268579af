#include "app/document/workbench_state.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace vitrine::app {

namespace {

// Cu, Al, Ni, Zr, Ti: what most metallic glasses contain; fills up alloys of one or two elements.
constexpr std::array kCommonFormers{29, 13, 28, 40, 22};

const alloy::EditRow* findRow(const std::vector<alloy::EditRow>& rows, int atomicNumber) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const alloy::EditRow& row) {
    return row.atomicNumber == atomicNumber;
  });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace

WorkbenchState firstState() {
  WorkbenchState state;
  state.rows = {{40, 50.0}, {29, 40.0}, {13, 10.0}};
  return state;
}

alloy::Composition alloyOf(const std::vector<alloy::EditRow>& rows) {
  const auto alloy = alloy::compositionOf(rows);
  if (!alloy)
    throw Error(ErrorCode::InvalidInput, "The alloy is empty; give an element more than zero.");
  return *alloy;
}

std::vector<alloy::EditRow> rowsFor(const alloy::Composition& alloy,
                                    const std::vector<alloy::EditRow>& before) {
  std::vector<alloy::EditRow> rows = alloy::rowsOf(alloy);
  for (alloy::EditRow& row : rows) {
    const alloy::EditRow* old = findRow(before, row.atomicNumber);
    row.locked = old != nullptr && old->locked;
  }
  return rows;
}

std::vector<alloy::EditRow> rowsAtPlace(const std::vector<alloy::EditRow>& before,
                                        const alloy::TernarySection& section,
                                        const std::array<double, 3>& weights) {
  std::map<int, double> percent;
  for (const alloy::Share& share : section.fixedPercent())
    percent[share.atomicNumber] = share.amount;
  const double variable = section.variablePercent();
  double left = variable;
  for (std::size_t i = 0; i < 3; ++i) {
    const double wanted = std::round(weights[i] * variable * 10.0) / 10.0;
    // The last corner takes what the others leave, so that the sum stays.
    const double amount = i == 2 ? left : std::clamp(wanted, 0.0, left);
    percent[section.corners()[i]] = amount < 1e-9 ? 0.0 : amount;
    left -= amount;
  }
  std::vector<alloy::EditRow> rows;
  for (const alloy::EditRow& row : before) {
    const auto found = percent.find(row.atomicNumber);
    if (found == percent.end())
      continue;
    rows.push_back({row.atomicNumber, found->second, row.locked});
    percent.erase(found);
  }
  for (const int corner : section.corners()) {
    if (const auto found = percent.find(corner); found != percent.end()) {
      rows.push_back({corner, found->second});
      percent.erase(found);
    }
  }
  for (const auto& [atomicNumber, amount] : percent)
    rows.push_back({atomicNumber, amount});
  return rows;
}

SectionPlane sectionPlane(const WorkbenchState& state) {
  SectionPlane plane{state.section.corners, state.section.fixedPercent};
  if (!state.section.followsAlloy)
    return plane;
  plane.fixedPercent.clear();
  for (const alloy::EditRow& row : state.rows) {
    if (row.percent > 0.0 && std::find(plane.corners.begin(), plane.corners.end(),
                                       row.atomicNumber) == plane.corners.end())
      plane.fixedPercent.push_back({row.atomicNumber, row.percent});
  }
  return plane;
}

std::array<int, 3> cornersFor(const std::vector<alloy::EditRow>& rows, std::array<int, 3> before) {
  if (std::all_of(before.begin(), before.end(),
                  [&](int corner) { return findRow(rows, corner) != nullptr; }))
    return before;
  std::vector<alloy::EditRow> byContent = rows;
  std::stable_sort(byContent.begin(), byContent.end(),
                   [](const alloy::EditRow& a, const alloy::EditRow& b) {
                     return a.percent > b.percent + 1e-9;
                   });
  std::vector<int> wanted;
  const auto add = [&](int atomicNumber) {
    if (wanted.size() < 3 && std::find(wanted.begin(), wanted.end(), atomicNumber) == wanted.end())
      wanted.push_back(atomicNumber);
  };
  for (const alloy::EditRow& row : byContent)
    add(row.atomicNumber);
  for (const int corner : before)
    add(corner);
  for (const int former : kCommonFormers)
    add(former);
  // The same three in another order would only turn the triangle round.
  if (std::all_of(before.begin(), before.end(), [&](int corner) {
        return std::find(wanted.begin(), wanted.end(), corner) != wanted.end();
      }))
    return before;
  return {wanted[0], wanted[1], wanted[2]};
}

}  // namespace vitrine::app

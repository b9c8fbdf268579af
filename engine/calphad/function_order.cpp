#include "engine/calphad/function_order.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace vitrine::calphad {

namespace {

/// Each function after those it uses; without recursion, so that no chain is too long.
std::vector<std::size_t> evaluationOrderOf(const std::vector<Function>& functions) {
  std::vector<std::vector<std::size_t>> usedBy(functions.size());
  std::vector<std::size_t> waitsFor(functions.size());
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < functions.size(); ++i) {
    for (const auto& piece : functions[i].value.pieces()) {
      for (const std::size_t used : piece.expression.functions()) {
        usedBy[used].push_back(i);
        ++waitsFor[i];
      }
    }
    if (waitsFor[i] == 0 && !functions[i].value.pieces().empty())
      order.push_back(i);
  }
  for (std::size_t next = 0; next < order.size(); ++next) {
    for (const std::size_t user : usedBy[order[next]]) {
      if (--waitsFor[user] == 0)
        order.push_back(user);
    }
  }
  return order;
}

void leaveOutParametersWithoutValue(Database& database) {
  std::vector<bool> known(database.functions.size());
  for (const std::size_t i : database.evaluationOrder)
    known[i] = true;
  for (std::size_t i = 0; i < known.size(); ++i) {
    const Function& function = database.functions[i];
    if (!known[i])
      database.notes.push_back(
          {Finding::Severity::Note,
           "function " + function.name +
               (function.value.pieces().empty() ? " is not defined" : " has no value") +
               "; parameters that need it are left out",
           function.line});
  }
  std::erase_if(database.parameters, [&](const Parameter& parameter) {
    return std::ranges::any_of(parameter.value.pieces(), [&](const auto& piece) {
      return std::ranges::any_of(piece.expression.functions(),
                                 [&](std::size_t function) { return !known[function]; });
    });
  });
}

}  // namespace

void orderFunctions(Database& database) {
  database.evaluationOrder = evaluationOrderOf(database.functions);
  leaveOutParametersWithoutValue(database);
}

}  // namespace vitrine::calphad

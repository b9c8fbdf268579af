#include "engine/alloy/alloy_system.h"

#include "engine/alloy/element.h"

#include <set>
#include <string_view>

namespace vitrine::alloy {

std::string alloySystem(const std::vector<int>& atomicNumbers) {
  std::set<std::string_view> symbols;
  for (const int atomicNumber : atomicNumbers)
    symbols.insert(element(atomicNumber).symbol);
  std::string system;
  for (const auto symbol : symbols) {
    if (!system.empty())
      system += '-';
    system += symbol;
  }
  return system;
}

}  // namespace vitrine::alloy

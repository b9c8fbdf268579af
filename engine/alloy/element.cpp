#include "engine/alloy/element.h"

#include <array>
#include <cassert>
#include <cstddef>

namespace vitrine::alloy {

namespace {

constexpr std::array<Element, kElementCount> kElements{{
#include "element_table.inc"
}};

consteval bool isInOrder() {
  for (int i = 0; i < kElementCount; ++i) {
    if (kElements[i].atomicNumber != i + 1)
      return false;
  }
  return true;
}
static_assert(isInOrder(), "the rows of elements.csv stand by rising atomic number, none missing");

constexpr std::size_t kLetters = 26;

/// Where a symbol of one capital and at most one small letter stands in the index below.
constexpr std::size_t placeOf(std::string_view symbol) {
  const auto first = static_cast<std::size_t>(symbol[0] - 'A');
  const auto second = symbol.size() > 1 ? static_cast<std::size_t>(symbol[1] - 'a') + 1 : 0;
  return first * (kLetters + 1) + second;
}

/// Atomic numbers by place; 0 where there is no element.
consteval auto symbolIndex() {
  std::array<unsigned char, kLetters*(kLetters + 1)> index{};
  for (const auto& each : kElements)
    index[placeOf(each.symbol)] = static_cast<unsigned char>(each.atomicNumber);
  return index;
}
constexpr auto kSymbolIndex = symbolIndex();

}  // namespace

std::span<const Element> elements() {
  return kElements;
}

const Element& element(int atomicNumber) {
  assert(atomicNumber >= 1 && atomicNumber <= kElementCount);
  return kElements[atomicNumber - 1];
}

const Element* findElement(std::string_view symbol) {
  if (symbol.empty() || symbol.size() > 2 || symbol[0] < 'A' || symbol[0] > 'Z')
    return nullptr;
  if (symbol.size() == 2 && (symbol[1] < 'a' || symbol[1] > 'z'))
    return nullptr;
  const int atomicNumber = kSymbolIndex[placeOf(symbol)];
  return atomicNumber > 0 ? &kElements[atomicNumber - 1] : nullptr;
}

}  // namespace vitrine::alloy

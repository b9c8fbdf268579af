#include "engine/alloy/element.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

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

constexpr int kLetters = 26;

/// Atomic numbers by first letter and second letter (0 for none); 0 where there is no element.
consteval std::array<unsigned char, kLetters*(kLetters + 1)> symbolIndex() {
  std::array<unsigned char, kLetters*(kLetters + 1)> index{};
  for (const auto& each : kElements) {
    const int second = each.symbol.size() > 1 ? each.symbol[1] - 'a' + 1 : 0;
    index[(each.symbol[0] - 'A') * (kLetters + 1) + second] =
        static_cast<unsigned char>(each.atomicNumber);
  }
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
  int second = 0;
  if (symbol.size() == 2) {
    if (symbol[1] < 'a' || symbol[1] > 'z')
      return nullptr;
    second = symbol[1] - 'a' + 1;
  }
  const int atomicNumber = kSymbolIndex[(symbol[0] - 'A') * (kLetters + 1) + second];
  return atomicNumber > 0 ? &kElements[atomicNumber - 1] : nullptr;
}

}  // namespace vitrine::alloy

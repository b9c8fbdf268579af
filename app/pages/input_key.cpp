#include "app/pages/input_key.h"

#include <array>
#include <charconv>

namespace vitrine::app {

namespace {

template <class Shares>
void append(std::string& key, const Shares& shares) {
  for (const alloy::Share& share : shares)
    key += std::to_string(share.atomicNumber) + ':' + inputKey(share.amount) + ' ';
}

}  // namespace

std::string inputKey(double value) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return {text.data(), end};
}

std::string inputKey(const alloy::Composition& alloy) {
  std::string key;
  append(key, alloy.shares());
  return key;
}

std::string inputKey(const SectionPlane& plane) {
  std::string key;
  for (const int corner : plane.corners)
    key += std::to_string(corner) + '-';
  append(key, plane.fixedPercent);
  return key;
}

}  // namespace vitrine::app

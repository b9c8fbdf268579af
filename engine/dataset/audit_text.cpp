#include "engine/dataset/audit_text.h"

#include <array>
#include <charconv>

namespace vitrine::dataset {

std::string numberText(double value, int digits) {
  std::array<char, 64> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value,
                                 std::chars_format::general, digits);
  return {text.data(), end.ptr};
}

}  // namespace vitrine::dataset

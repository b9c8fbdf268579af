#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace vitrine::files {

static_assert(std::endian::native == std::endian::little, "files are little-endian");

/// Appends plain values to a growing buffer, little-endian.
class ByteWriter {
 public:
  template <class T>
  requires std::is_arithmetic_v<T>
  void put(T value) { putRaw(std::as_bytes(std::span(&value, 1))); }
  template <class T>
  requires std::is_arithmetic_v<T>
  void putArray(std::span<const T> values) { putRaw(std::as_bytes(values)); }
  /// Length (32 bit), then the characters.
  void putString(std::string_view text);
  void putRaw(std::span<const std::byte> bytes);

  /// What was put so far.
  [[nodiscard]] std::span<const std::byte> bytes() const noexcept { return m_bytes; }
  [[nodiscard]] std::vector<std::byte> take() { return std::move(m_bytes); }

 private:
  std::vector<std::byte> m_bytes;
};

/// Reads what ByteWriter wrote. Every read is bounds-checked. @throws Error (Damaged) past the end.
class ByteReader {
 public:
  explicit ByteReader(std::span<const std::byte> bytes) : m_bytes(bytes) {}

  template <class T>
  requires std::is_arithmetic_v<T> T get() {
    T value;
    std::memcpy(&value, take(sizeof(T)).data(), sizeof(T));
    return value;
  }
  template <class T>
  requires std::is_arithmetic_v<T> std::vector<T> getArray(std::size_t count) {
    requireItems(count, sizeof(T));
    std::vector<T> values(count);
    if (count > 0)
      std::memcpy(values.data(), take(count * sizeof(T)).data(), count * sizeof(T));
    return values;
  }
  std::string getString();
  std::span<const std::byte> take(std::size_t count);
  [[nodiscard]] std::size_t remaining() const noexcept { return m_bytes.size(); }

 private:
  /// Refuses a count that cannot be there before memory is taken for it.
  void requireItems(std::size_t count, std::size_t size) const;

  std::span<const std::byte> m_bytes;
};

}  // namespace vitrine::files

#include "engine/files/bytes.h"

#include "engine/core/error.h"

namespace vitrine::files {

namespace {

[[noreturn]] void throwTruncated() {
  throw Error(ErrorCode::Damaged, "The file ends too early: it is damaged or was cut short.");
}

}  // namespace

void ByteWriter::putString(std::string_view text) {
  put(static_cast<std::uint32_t>(text.size()));
  putRaw(std::as_bytes(std::span(text)));
}

void ByteWriter::putRaw(std::span<const std::byte> bytes) {
  m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
}

std::string ByteReader::getString() {
  const auto bytes = take(get<std::uint32_t>());
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::span<const std::byte> ByteReader::take(std::size_t count) {
  if (count > m_bytes.size())
    throwTruncated();
  const auto head = m_bytes.first(count);
  m_bytes = m_bytes.subspan(count);
  return head;
}

void ByteReader::requireItems(std::size_t count, std::size_t size) const {
  if (count > m_bytes.size() / size)
    throwTruncated();
}

}  // namespace vitrine::files

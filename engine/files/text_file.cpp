#include "engine/files/text_file.h"

#include "engine/core/error.h"
#include "engine/files/file_descriptor.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <string_view>
#include <system_error>
#include <unistd.h>

namespace vitrine::files {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// Windows-1252 from 0x80 to 0x9F; everything above is the same as in Unicode.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

void appendUtf8(std::string& text, char32_t code) {
  const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0U | (code >> 6U));
    put(0x80U | (code & 0x3FU));
  } else if (code < 0x10000) {
    put(0xE0U | (code >> 12U));
    put(0x80U | ((code >> 6U) & 0x3FU));
    put(0x80U | (code & 0x3FU));
  } else {
    put(0xF0U | (code >> 18U));
    put(0x80U | ((code >> 12U) & 0x3FU));
    put(0x80U | ((code >> 6U) & 0x3FU));
    put(0x80U | (code & 0x3FU));
  }
}

/// Length of the well-formed UTF-8 sequence at the front of `text`; 0 where there is none.
std::size_t utf8SequenceLength(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80)
    return 1;
  std::size_t length = 0;
  // The second byte alone decides on overlong forms, surrogates and what lies past U+10FFFF.
  unsigned lowest = 0x80;
  unsigned highest = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    if (lead == 0xE0)
      lowest = 0xA0;
    if (lead == 0xED)
      highest = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    if (lead == 0xF0)
      lowest = 0x90;
    if (lead == 0xF4)
      highest = 0x8F;
  } else {
    return 0;
  }
  if (text.size() < length || byte(1) < lowest || byte(1) > highest)
    return 0;
  for (std::size_t i = 2; i < length; ++i)
    if ((byte(i) & 0xC0U) != 0x80U)
      return 0;
  return length;
}

bool isUtf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = utf8SequenceLength(text);
    if (length == 0)
      return false;
    text.remove_prefix(length);
  }
  return true;
}

std::string fromWestern(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (const char character : bytes) {
    const auto byte = static_cast<unsigned char>(character);
    appendUtf8(text,
               byte >= 0x80 && byte < 0xA0 ? char32_t{kWindows1252[byte - 0x80U]} : char32_t{byte});
  }
  return text;
}

std::string fromUtf16(std::string_view bytes, bool bigEndian) {
  const auto unit = [&](std::size_t i) -> char32_t {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return bigEndian ? (first << 8U) | second : (second << 8U) | first;
  };
  const auto isHigh = [](char32_t code) { return code >= 0xD800 && code < 0xDC00; };
  const auto isLow = [](char32_t code) { return code >= 0xDC00 && code < 0xE000; };

  std::string text;
  text.reserve(bytes.size());
  std::size_t i = 0;
  for (; i + 1 < bytes.size(); i += 2) {
    const char32_t code = unit(i);
    if (isHigh(code) && i + 3 < bytes.size() && isLow(unit(i + 2))) {
      appendUtf8(text, 0x10000U + ((code - 0xD800U) << 10U) + (unit(i + 2) - 0xDC00U));
      i += 2;
    } else {
      appendUtf8(text, isHigh(code) || isLow(code) ? kReplacement : code);
    }
  }
  if (i < bytes.size())
    appendUtf8(text, kReplacement);
  return text;
}

/// Why a file cannot be opened or read, and what to do about it.
std::string reasonOf(int error) {
  switch (error) {
    case ENOENT:
      return "there is no such file; check its name and its folder";
    case EACCES:
      return "it may not be opened; change its permissions or copy it";
    case EISDIR:
      return "it is a folder; name a file in it";
    default:
      return std::generic_category().message(error);
  }
}

[[noreturn]] void throwCannotRead(const std::filesystem::path& file, const std::string& why) {
  throw Error(ErrorCode::CannotRead, "Cannot read " + file.string() + ": " + why + ".");
}

}  // namespace

DecodedText decodeText(std::span<const std::byte> bytes) {
  std::string_view raw(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  if (raw.starts_with("\xFF\xFE"))
    return {fromUtf16(raw.substr(2), false), TextEncoding::Utf16};
  if (raw.starts_with("\xFE\xFF"))
    return {fromUtf16(raw.substr(2), true), TextEncoding::Utf16};
  if (raw.starts_with("\xEF\xBB\xBF"))
    raw.remove_prefix(3);
  if (isUtf8(raw))
    return {std::string(raw), TextEncoding::Utf8};
  return {fromWestern(raw), TextEncoding::Western};
}

std::vector<std::byte> readBytes(const std::filesystem::path& file, std::size_t limit) {
  // The size a file claims is no promise (pipes, /proc), so the bytes themselves are counted.
  constexpr std::size_t kChunk = std::size_t{256} << 10U;
  const FileDescriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!descriptor.isOpen())
    throwCannotRead(file, reasonOf(errno));
  std::vector<std::byte> bytes;
  std::size_t size = 0;
  for (;;) {
    bytes.resize(size + kChunk);
    const ssize_t count = ::read(descriptor.get(), bytes.data() + size, kChunk);
    if (count < 0) {
      if (errno == EINTR)
        continue;
      throwCannotRead(file, reasonOf(errno));
    }
    size += static_cast<std::size_t>(count);
    if (size > limit)
      throwCannotRead(file, "it is larger than " + std::to_string(limit) + " bytes; split it");
    if (count == 0)
      break;
  }
  bytes.resize(size);
  return bytes;
}

std::string readText(const std::filesystem::path& file, std::size_t limit) {
  return decodeText(readBytes(file, limit)).utf8;
}

}  // namespace vitrine::files

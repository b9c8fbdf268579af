// Any bytes as a packed file: no crash, only vitrine::Error, never more than the limit.

#include "engine/core/error.h"
#include "engine/files/gzip.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

using namespace vitrine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kLimit = std::size_t{1} << 20U;
  try {
    if (files::gunzip(std::as_bytes(std::span(data, size)), kLimit).size() > kLimit)
      std::abort();
  } catch (const Error&) {
    // Refused with a word for people.
  }
  return 0;
}

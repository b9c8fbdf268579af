#include "engine/files/checksum.h"

#include <boost/crc.hpp>

namespace vitrine::files {

std::uint32_t checksumOf(std::span<const std::byte> bytes) {
  boost::crc_32_type crc;
  crc.process_bytes(bytes.data(), bytes.size());
  return crc.checksum();
}

}  // namespace vitrine::files

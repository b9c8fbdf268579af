#include "engine/files/gzip.h"

#include "engine/core/error.h"

#include <algorithm>
#include <string>
#include <zlib.h>

namespace vitrine::files {

namespace {

/// 32 KiB window, and gzip's header expected.
constexpr int kGzipWindow = 15 + 16;
constexpr std::size_t kPiece = std::size_t{1} << 20U;

[[noreturn]] void damaged() {
  throw Error(ErrorCode::Damaged, "The packed file is damaged or not whole.");
}

/// zlib's stream, ended whatever happens.
class Inflater {
 public:
  Inflater() {
    if (inflateInit2(&m_stream, kGzipWindow) != Z_OK)
      throw Error(ErrorCode::Failed, "There is not enough memory to unpack the file.");
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() { inflateEnd(&m_stream); }
  z_stream& operator*() { return m_stream; }

 private:
  z_stream m_stream{};
};

}  // namespace

bool isGzip(std::span<const std::byte> bytes) {
  return bytes.size() > 2 && bytes[0] == std::byte{0x1f} && bytes[1] == std::byte{0x8b};
}

std::vector<std::byte> gunzip(std::span<const std::byte> packed, std::size_t limit,
                              const RunContext& context) {
  Inflater inflater;
  z_stream& stream = *inflater;
  std::vector<std::byte> unpacked;
  std::vector<std::byte> piece(kPiece);
  std::size_t taken = 0;
  while (taken < packed.size()) {
    context.tick(static_cast<double>(taken) / static_cast<double>(packed.size()));
    const auto offered = static_cast<uInt>(std::min(kPiece, packed.size() - taken));
    // zlib reads only, but its old interface has no const.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(packed.data() + taken));
    stream.avail_in = offered;
    int state = Z_OK;
    do {
      stream.next_out = reinterpret_cast<Bytef*>(piece.data());
      stream.avail_out = static_cast<uInt>(piece.size());
      state = inflate(&stream, Z_NO_FLUSH);
      if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
        damaged();
      const std::size_t fresh = piece.size() - stream.avail_out;
      if (unpacked.size() + fresh > limit)
        throw Error(ErrorCode::Damaged, "The packed file unpacks to more than " +
                                            std::to_string(limit >> 20U) + " MB.");
      unpacked.insert(unpacked.end(), piece.begin(),
                      piece.begin() + static_cast<std::ptrdiff_t>(fresh));
      context.tick();
    } while (state == Z_OK && (stream.avail_in > 0 || stream.avail_out == 0));
    taken += offered - stream.avail_in;
    if (state == Z_STREAM_END) {
      // Another member may follow; what else follows is padding.
      if (!isGzip(packed.subspan(taken)))
        return unpacked;
      inflateReset(&stream);
    } else if (stream.avail_in > 0) {
      damaged();
    }
  }
  // A whole file ends where its last member does.
  damaged();
}

}  // namespace vitrine::files

#include "engine/regression/packed_bytes.h"

#include "engine/core/error.h"

#include <vector>

namespace vitrine::regression {

namespace {

// A list of cells may stand for this many cells a byte and no more, which bounds the memory that a
// damaged file can ask for.
constexpr std::size_t kCellsPerByte = 64;

constexpr std::uint8_t kAllCells = 0;
constexpr std::uint8_t kListedCells = 1;

[[noreturn]] void damaged() {
  throw Error(ErrorCode::Damaged, "The numbers of this model are damaged.");
}

std::vector<std::byte> listedCells(const Matrix& matrix) {
  files::ByteWriter out;
  for (std::size_t i = 0; i < matrix.rows(); ++i) {
    std::size_t next = 0;
    for (std::size_t j = 0; j < matrix.columns(); ++j) {
      if (matrix(i, j) == 0.0)
        continue;
      putPacked(out, j - next + 1);
      out.put(matrix(i, j));
      next = j + 1;
    }
    putPacked(out, 0);
  }
  return out.take();
}

}  // namespace

void putPacked(files::ByteWriter& out, std::uint64_t value) {
  while (value >= 0x80U) {
    out.put(static_cast<std::uint8_t>(value | 0x80U));
    value >>= 7U;
  }
  out.put(static_cast<std::uint8_t>(value));
}

std::uint64_t getPacked(files::ByteReader& in, std::uint64_t most) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const auto byte = in.get<std::uint8_t>();
    const std::uint64_t bits = byte & 0x7fU;
    if ((bits << shift) >> shift != bits)
      damaged();
    value |= bits << shift;
    if (byte >= 0x80U)
      continue;
    if (value > most || (byte == 0 && shift > 0))
      damaged();
    return value;
  }
  damaged();
}

void putMatrix(files::ByteWriter& out, const Matrix& matrix) {
  putPacked(out, matrix.rows());
  putPacked(out, matrix.columns());
  const auto cells = matrix.rows() * matrix.columns();
  const auto listed = listedCells(matrix);
  if (listed.size() < cells * sizeof(double) && cells <= kCellsPerByte * listed.size()) {
    out.put(kListedCells);
    out.putRaw(listed);
  } else {
    out.put(kAllCells);
    out.putArray(matrix.values());
  }
}

Matrix getMatrix(files::ByteReader& in) {
  const auto rows = getPacked(in, UINT32_MAX);
  const auto columns = getPacked(in, UINT32_MAX);
  const auto layout = in.get<std::uint8_t>();
  if (layout > kListedCells)
    damaged();
  const std::size_t mostCells =
      layout == kAllCells ? in.remaining() / sizeof(double) : in.remaining() * kCellsPerByte;
  if (columns > 0 && rows > mostCells / columns)
    damaged();
  Matrix matrix(rows, columns);
  for (std::size_t i = 0; columns > 0 && i < rows; ++i) {
    if (layout == kAllCells) {
      for (auto& cell : matrix.row(i))
        cell = in.get<double>();
      continue;
    }
    std::size_t next = 0;
    while (const auto step = getPacked(in, columns - next)) {
      next += step;
      matrix(i, next - 1) = in.get<double>();
    }
  }
  return matrix;
}

}  // namespace vitrine::regression

#pragma once

#include "engine/core/matrix.h"
#include "engine/files/bytes.h"

#include <cstddef>
#include <cstdint>

namespace vitrine::regression {

/// Seven bits a byte, lowest first, the top bit set where more follow: the varint of Protocol
/// Buffers. Small numbers take one byte.
void putPacked(files::ByteWriter& out, std::uint64_t value);
/// @throws Error (Damaged) past the end, above `most`, or in more bytes than the number needs
std::uint64_t getPacked(files::ByteReader& in, std::uint64_t most = UINT64_MAX);

/// Rows, columns, a byte (0 all cells, 1 only those that are not zero), the cells row by row; a
/// listed cell is its distance from the one before and its value.
void putMatrix(files::ByteWriter& out, const Matrix& matrix);
/// @throws Error (Damaged)
Matrix getMatrix(files::ByteReader& in);

}  // namespace vitrine::regression

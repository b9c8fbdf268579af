#pragma once

#include "engine/regression/regressor.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace vitrine::regression {

/// A trained model as bytes, for a section of a model file: a tag, the number of features and what
/// the kind needs. Trees take 5.5 bytes a node on average (never above 8 with fewer than 128
/// features), in preorder: the feature's number + 1 and the threshold for a split, 0, the cover and
/// the prediction for a leaf; numbers of variable length as in Protocol Buffers, little-endian.
std::vector<std::byte> encodeRegressor(const Regressor& model);

/// @throws Error (Damaged) for anything that encodeRegressor does not write: no input makes it read
/// out of bounds, recurse, or take much more memory than the input has.
std::shared_ptr<const Regressor> decodeRegressor(std::span<const std::byte> bytes);

}  // namespace vitrine::regression

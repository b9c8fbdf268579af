#pragma once

#include "engine/files/bytes.h"
#include "engine/regression/tree_ensemble.h"

#include <memory>

namespace vitrine::regression {

/// Features, base, number of trees, number of nodes, the nodes of all trees in preorder. A split is
/// its feature's number + 1 and its threshold; a leaf 0, its cover and its prediction. Whole
/// numbers are packed, thresholds and predictions are single precision.
void putTrees(files::ByteWriter& out, const TreeEnsemble& trees);
/// @throws Error (Damaged)
std::shared_ptr<const TreeEnsemble> getTrees(files::ByteReader& in, ModelKind kind);

}  // namespace vitrine::regression

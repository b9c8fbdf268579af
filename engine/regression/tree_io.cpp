#include "engine/regression/tree_io.h"

#include "engine/core/error.h"
#include "engine/regression/packed_bytes.h"

#include <cstdint>
#include <vector>

namespace vitrine::regression {

namespace {

using Node = TreeEnsemble::Node;

constexpr std::uint64_t kMaxFeatures = 1'000'000;
constexpr std::size_t kBytesOfSmallestNode = 5;

[[noreturn]] void damaged() {
  throw Error(ErrorCode::Damaged, "The trees of this model are damaged.");
}

/// Reads one tree to its last leaf and works out what is not stored: right children and the covers
/// of splits.
void getTree(files::ByteReader& in, std::uint64_t features, std::size_t mostNodes,
             std::vector<Node>& nodes) {
  const auto first = nodes.size();
  std::vector<std::size_t> open;  // splits whose right child is still to come
  while (true) {
    if (nodes.size() == mostNodes)
      damaged();
    Node node;
    const auto tag = getPacked(in, features);
    if (tag == 0)
      node.cover = static_cast<std::uint32_t>(getPacked(in, UINT32_MAX));
    else
      node.feature = static_cast<std::int32_t>(tag - 1);
    node.value = in.get<float>();
    nodes.push_back(node);
    if (tag != 0) {
      open.push_back(nodes.size() - 1);
    } else {
      if (open.empty())
        break;
      nodes[open.back()].right = static_cast<std::uint32_t>(nodes.size() - first);
      open.pop_back();
    }
  }
  for (auto i = nodes.size(); i-- > first;) {
    if (nodes[i].feature == TreeEnsemble::kLeaf)
      continue;
    const auto cover = std::uint64_t{nodes[i + 1].cover} + nodes[first + nodes[i].right].cover;
    if (cover > UINT32_MAX)
      damaged();
    nodes[i].cover = static_cast<std::uint32_t>(cover);
  }
}

}  // namespace

void putTrees(files::ByteWriter& out, const TreeEnsemble& trees) {
  putPacked(out, trees.featureCount());
  out.put(trees.base());
  putPacked(out, trees.treeCount());
  putPacked(out, trees.nodeCount());
  for (std::size_t t = 0; t < trees.treeCount(); ++t) {
    for (const Node& node : trees.tree(t)) {
      putPacked(out, static_cast<std::uint64_t>(node.feature + 1));
      if (node.feature == TreeEnsemble::kLeaf)
        putPacked(out, node.cover);
      out.put(node.value);
    }
  }
}

std::shared_ptr<const TreeEnsemble> getTrees(files::ByteReader& in, ModelKind kind) {
  const auto features = getPacked(in, kMaxFeatures);
  const auto base = in.get<double>();
  const auto count = getPacked(in);
  const auto mostNodes = getPacked(in, in.remaining() / kBytesOfSmallestNode);
  if (count > mostNodes)
    damaged();
  std::vector<Node> nodes;
  std::vector<std::size_t> starts;
  nodes.reserve(mostNodes);
  starts.reserve(count);
  for (std::uint64_t t = 0; t < count; ++t) {
    starts.push_back(nodes.size());
    getTree(in, features, mostNodes, nodes);
  }
  if (nodes.size() != mostNodes)
    damaged();
  return TreeEnsemble::create(kind, features, base, std::move(nodes), std::move(starts));
}

}  // namespace vitrine::regression

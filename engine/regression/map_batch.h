#pragma once

#include "engine/regression/tree_walker.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace vitrine::regression {

/// A block whose rows make a map: sorted by their first varying feature, they fall into lines, and
/// along a line every feature only rises or only falls. What goes left at a split is then one piece
/// of each line, so whole pieces travel down a tree instead of rows.
class MapBlock {
 public:
  /// Null where the rows make no map, or one too fine for the tables.
  static std::unique_ptr<const MapBlock> find(const RowBlock& block);

  struct Line {
    std::uint16_t begin, end;  // of the sorted rows
  };
  /// Where a line crosses a threshold: the rows before `cut` go left, or those from it on where the
  /// feature falls along the line.
  struct Crossing {
    std::uint16_t cut;
    bool falls;
  };

  [[nodiscard]] std::span<const Line> lines() const noexcept { return m_lines; }
  /// The rows of the block in the order of the map.
  [[nodiscard]] std::span<const std::uint16_t> order() const noexcept { return m_order; }
  /// How all lines cross `feature <= threshold`.
  [[nodiscard]] const Crossing* crossings(std::int32_t feature, float threshold) const noexcept;

 private:
  struct Feature {
    std::vector<float> values;        // all different ones, rising
    std::vector<Crossing> crossings;  // for each count of values on the left, for each line
  };

  bool findLines(const RowBlock& block, std::span<const std::uint32_t> varying);
  bool tabulate(const RowBlock& block, std::uint32_t feature);

  std::vector<std::uint16_t> m_order;
  std::vector<Line> m_lines;
  std::vector<Feature> m_features;  // by feature; empty for one that does not vary
};

/// The rows of a map, as TreeWalker sends them down trees: in pieces of lines. The sums are in the
/// order of the map.
class MapRows {
 public:
  explicit MapRows(const MapBlock& map) : m_map(map) {}

  [[nodiscard]] NodeRows all();
  /// The pieces that go left come to stand behind those that go right.
  [[nodiscard]] PartedRows part(NodeRows here, std::int32_t feature, float threshold);
  void add(NodeRows here, LeafSums leaf, std::span<LeafSums> sums) const;

 private:
  /// A part of a line, as one word: written and read again at once, three would stall.
  class Piece {
   public:
    Piece() = default;
    Piece(std::uint32_t line, std::uint32_t begin, std::uint32_t end)
        : m_word(std::uint64_t{line} << 32U | begin << 16U | end) {}

    [[nodiscard]] std::uint32_t line() const { return static_cast<std::uint32_t>(m_word >> 32U); }
    [[nodiscard]] std::uint32_t begin() const { return m_word >> 16U & 0xffffU; }
    [[nodiscard]] std::uint32_t end() const { return m_word & 0xffffU; }

   private:
    std::uint64_t m_word = 0;
  };

  const MapBlock& m_map;
  std::vector<Piece> m_pieces;  // of the nodes still to be reached, the next one last
  std::vector<Piece> m_left;
};

}  // namespace vitrine::regression

#pragma once

#include "widgets/structure/structure_model.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace vitrine::test {

/// A box of Cu and Zr atoms on a jolted cubic lattice, about 17 Å^3 each.
inline std::shared_ptr<const atomistic::Structure> madeUpAtoms(std::size_t perEdge) {
  constexpr double kSpacing = 2.57;
  const double edge = kSpacing * static_cast<double>(perEdge);
  auto structure = std::make_shared<atomistic::Structure>(atomistic::Structure{
      atomistic::Cell({{{edge, 0, 0}, {0, edge, 0}, {0, 0, edge}}}), {}, {}, {}, {}});
  std::uint32_t noise = 20221122;
  const auto next = [&noise] {
    noise = noise * 1664525U + 1013904223U;
    return static_cast<double>(noise >> 8U) / static_cast<double>(1U << 24U);
  };
  const auto place = [&](std::size_t i) {
    return kSpacing * (static_cast<double>(i) + 0.3 * next());
  };
  for (std::size_t i = 0; i < perEdge; ++i)
    for (std::size_t j = 0; j < perEdge; ++j)
      for (std::size_t k = 0; k < perEdge; ++k) {
        structure->species.push_back(next() < 0.44 ? 40 : 29);
        structure->positions.push_back({place(i), place(j), place(k)});
      }
  return structure;
}

/// The same as a view shows it, by element.
inline widgets::StructureViewModel madeUpModel(std::size_t perEdge) {
  widgets::StructureViewModel model;
  model.name = QStringLiteral("made up");
  model.structure = madeUpAtoms(perEdge);
  return model;
}

}  // namespace vitrine::test

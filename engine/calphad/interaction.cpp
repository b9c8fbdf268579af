#include "engine/calphad/interaction.h"

#include <algorithm>
#include <array>
#include <set>

namespace vitrine::calphad {

namespace {

constexpr std::size_t kOrderingSublattices = 4;

Expansion one() {
  return {{{}, 1.0}};
}

Expansion difference(std::uint16_t a, std::uint16_t b) {
  return {{{a}, 1.0}, {{b}, -1.0}};
}

/// y_k + (1 - sum of the three)/3.
Expansion share(const Monomial& three, std::size_t k) {
  Expansion result{{{}, 1.0 / 3.0}};
  for (std::size_t i = 0; i < three.size(); ++i)
    result[{three[i]}] += (i == k ? 1.0 : 0.0) - 1.0 / 3.0;
  return result;
}

}  // namespace

std::optional<Expansion> compositionFactor(const std::vector<Monomial>& variables, int order,
                                           bool alone) {
  Expansion product = one();
  std::vector<const Monomial*> interacting;
  for (const auto& sublattice : variables) {
    for (const auto variable : sublattice)
      product = multiply(product, {{{variable}, 1.0}});
    if (sublattice.size() > 1)
      interacting.push_back(&sublattice);
  }
  const auto count = [&](std::size_t i) { return interacting[i]->size(); };
  if (interacting.size() == 1 && count(0) == 2) {
    const auto& pair = *interacting[0];
    for (int k = 0; k < order; ++k)
      product = multiply(product, difference(pair[0], pair[1]));
    return product;
  }
  if (interacting.size() == 1 && count(0) == 3 && order < 3) {
    if (!alone)
      product = multiply(product, share(*interacting[0], static_cast<std::size_t>(order)));
    return product;
  }
  if (interacting.size() == 2 && count(0) == 2 && count(1) == 2 && (order == 1 || order == 2)) {
    const auto& pair = *interacting[static_cast<std::size_t>(order - 1)];
    return multiply(product, difference(pair[0], pair[1]));
  }
  if (order == 0)
    return product;
  return {};
}

std::vector<std::vector<std::vector<std::size_t>>> equivalentConstituents(
    const std::vector<std::vector<std::size_t>>& constituents, char option) {
  if ((option != 'F' && option != 'B') || constituents.size() < kOrderingSublattices)
    return {constituents};
  std::set<std::vector<std::vector<std::size_t>>> all;
  std::array<std::size_t, kOrderingSublattices> order{0, 1, 2, 3};
  do {
    // Pairs of second neighbours stay pairs in bcc.
    if (option == 'B' && order[0] / 2 != order[1] / 2)
      continue;
    auto permuted = constituents;
    for (std::size_t s = 0; s < kOrderingSublattices; ++s)
      permuted[s] = constituents[order[s]];
    all.insert(std::move(permuted));
  } while (std::next_permutation(order.begin(), order.end()));
  return {all.begin(), all.end()};
}

}  // namespace vitrine::calphad

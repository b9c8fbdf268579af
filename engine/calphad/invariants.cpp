#include "engine/calphad/invariants.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace vitrine::calphad {

namespace {

using Ties = std::vector<TieLine>;

/// Compositions that differ by more belong to different events.
constexpr double kNear = 0.03;

/// Sum of the differences of two rows of tie-lines; empty where their phases differ.
std::optional<double> difference(const Ties& a, const Ties& b) {
  if (a.size() != b.size())
    return {};
  double sum = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].left.phase != b[i].left.phase || a[i].right.phase != b[i].right.phase)
      return {};
    sum += std::abs(a[i].left.x - b[i].left.x) + std::abs(a[i].right.x - b[i].right.x);
  }
  return sum;
}

Ties without(Ties ties, std::size_t index, std::size_t count) {
  const auto begin = ties.begin() + static_cast<std::ptrdiff_t>(index);
  ties.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
  return ties;
}

double width(const TieLine& tie) {
  return tie.right.x - tie.left.x;
}

/// Looks for the change that takes a row of tie-lines to a shorter one with the least movement.
class Change {
 public:
  Change(const Ties& more, const Ties& fewer) : m_more(more), m_fewer(fewer) {}

  std::optional<Invariant> find() {
    for (std::size_t k = 0; k < m_more.size(); ++k) {
      vanishing(k);
      atAnEnd(k);
      if (k + 1 < m_more.size()) {
        merging(k);
        congruent(k);
      }
    }
    if (m_least > kNear)
      return {};
    return m_best;
  }

 private:
  void consider(InvariantKind kind, const Ties& rest, double cost, std::vector<TieEnd> phases) {
    const auto moved = difference(rest, m_fewer);
    if (!moved || cost + *moved >= m_least)
      return;
    m_least = cost + *moved;
    m_best.kind = kind;
    m_best.phases = std::move(phases);
  }

  void vanishing(std::size_t k) {
    const TieLine& tie = m_more[k];
    if (tie.left.phase == tie.right.phase)
      consider(InvariantKind::Critical, without(m_more, k, 1), width(tie), {tie.left, tie.right});
  }

  void atAnEnd(std::size_t k) {
    const TieLine& tie = m_more[k];
    const bool first = k == 0;
    const bool last = k + 1 == m_more.size();
    if (first)
      consider(InvariantKind::PureTransition, without(m_more, k, 1), tie.right.x,
               {tie.left, tie.right});
    if (last)
      consider(InvariantKind::PureTransition, without(m_more, k, 1), 1.0 - tie.left.x,
               {tie.left, tie.right});
  }

  /// P-Q and Q-R become P-R.
  void merging(std::size_t k) {
    Ties rest = without(m_more, k + 1, 1);
    rest[k].right = m_more[k + 1].right;
    consider(InvariantKind::Eutectic, rest, 0.0,
             {m_more[k].left, m_more[k].right, m_more[k + 1].right});
  }

  /// P-Q and Q-P vanish.
  void congruent(std::size_t k) {
    if (m_more[k].left.phase == m_more[k + 1].right.phase)
      consider(InvariantKind::Congruent, without(m_more, k, 2),
               width(m_more[k]) + width(m_more[k + 1]), {m_more[k].left, m_more[k].right});
  }

  const Ties& m_more;
  const Ties& m_fewer;
  Invariant m_best;
  double m_least = 1e9;
};

/// A phase of fixed composition gives way to another one, with as many tie-lines as before.
std::optional<Invariant> replacement(const BinaryLevel& low, const BinaryLevel& high) {
  const auto sequence = [](const BinaryLevel& level) {
    std::vector<TieEnd> phases{{level.firstPhase, level.firstName, 0.0}};
    for (const TieLine& tie : level.ties)
      phases.push_back(tie.right);
    return phases;
  };
  const auto below = sequence(low);
  const auto above = sequence(high);
  std::vector<TieEnd> changed;
  bool pure = false;
  for (std::size_t i = 0; i < below.size(); ++i) {
    if (below[i].phase == above[i].phase)
      continue;
    if (!changed.empty() || std::abs(below[i].x - above[i].x) > kNear)
      return {};
    changed = {below[i], above[i]};
    pure = i == 0 || i + 1 == below.size();
  }
  if (changed.empty())
    return {};
  return Invariant{pure ? InvariantKind::PureTransition : InvariantKind::Congruent, 0.0,
                   std::move(changed), false};
}

}  // namespace

std::optional<Invariant> invariantBetween(const BinaryLevel& low, const BinaryLevel& high,
                                          std::size_t liquid) {
  std::optional<Invariant> result;
  if (low.ties.size() == high.ties.size()) {
    result = replacement(low, high);
  } else {
    const bool moreAbove = high.ties.size() > low.ties.size();
    result = moreAbove ? Change(high.ties, low.ties).find() : Change(low.ties, high.ties).find();
    if (result && result->kind == InvariantKind::Eutectic && !moreAbove)
      result->kind = InvariantKind::Peritectic;
  }
  if (!result)
    return {};
  result->temperatureK = 0.5 * (low.temperatureK + high.temperatureK);
  result->liquid = std::any_of(result->phases.begin(), result->phases.end(),
                               [liquid](const TieEnd& end) { return end.phase == liquid; });
  return result;
}

}  // namespace vitrine::calphad

#include "engine/alloy/balance.h"

#include "engine/alloy/element.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace vitrine::alloy {

namespace {

using Amounts = std::vector<double>;

/// Smallest amount, in percent, that counts as something rather than rounding.
constexpr double kTrace = 1e-9;

double massOf(const EditRow& row) {
  return element(row.atomicNumber).massU;
}

/// Amounts in percent of the other basis: times or over the atomic mass, the sum brought to 100.
Amounts converted(std::span<const EditRow> rows, Amounts amounts, bool toWeight) {
  double sum = 0.0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    amounts[i] *= toWeight ? massOf(rows[i]) : 1.0 / massOf(rows[i]);
    sum += amounts[i];
  }
  if (sum > 0.0) {
    for (double& amount : amounts)
      amount *= 100.0 / sum;
  }
  return amounts;
}

std::optional<std::size_t> indexOf(std::span<const EditRow> rows, int atomicNumber) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const EditRow& row) {
    return row.atomicNumber == atomicNumber;
  });
  if (found == rows.end())
    return std::nullopt;
  return static_cast<std::size_t>(found - rows.begin());
}

/// What the rows besides `self` hold: in locks, and free to give way.
struct Others {
  double locked = 0.0;
  double free = 0.0;
  std::size_t freeCount = 0;
};

Others othersOf(std::span<const EditRow> rows, const Amounts& amounts, std::size_t self) {
  Others others;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i == self)
      continue;
    if (rows[i].locked) {
      others.locked += amounts[i];
    } else {
      others.free += amounts[i];
      ++others.freeCount;
    }
  }
  return others;
}

/// Gives the free rows besides `self` the sum `room`, by the rule.
void share(std::span<const EditRow> rows, Amounts& amounts, std::size_t self, const Others& others,
           double room) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i == self || rows[i].locked)
      continue;
    amounts[i] = others.free > kTrace ? amounts[i] * (room / others.free)
                                      : room / static_cast<double>(others.freeCount);
  }
}

std::vector<EditRow> withPercents(std::span<const EditRow> rows, Amounts amounts, Basis basis) {
  if (basis == Basis::WeightPercent)
    amounts = converted(rows, std::move(amounts), false);
  std::vector<EditRow> changed(rows.begin(), rows.end());
  for (std::size_t i = 0; i < changed.size(); ++i)
    changed[i].percent = amounts[i] > kTrace ? amounts[i] : 0.0;
  return changed;
}

Balanced refused(std::span<const EditRow> rows) {
  return {{rows.begin(), rows.end()}, Balanced::Outcome::Refused};
}

}  // namespace

Amounts percentOf(std::span<const EditRow> rows, Basis basis) {
  Amounts amounts;
  amounts.reserve(rows.size());
  for (const EditRow& row : rows)
    amounts.push_back(row.percent);
  return basis == Basis::WeightPercent ? converted(rows, std::move(amounts), true) : amounts;
}

Balanced setPercent(std::span<const EditRow> rows, int atomicNumber, double percent, Basis basis) {
  const auto self = indexOf(rows, atomicNumber);
  if (!self || !std::isfinite(percent))
    return refused(rows);
  Amounts amounts = percentOf(rows, basis);
  const Others others = othersOf(rows, amounts, *self);
  const double highest = std::max(0.0, 100.0 - others.locked);
  const double taken = others.freeCount == 0 ? amounts[*self] : std::clamp(percent, 0.0, highest);
  const bool fulfilled = std::abs(taken - percent) <= kTrace;
  if (others.freeCount == 0 && !fulfilled)
    return refused(rows);
  amounts[*self] = taken;
  share(rows, amounts, *self, others, highest - taken);
  return {withPercents(rows, std::move(amounts), basis),
          fulfilled ? Balanced::Outcome::Taken : Balanced::Outcome::Limited};
}

Balanced addRow(std::span<const EditRow> rows, int atomicNumber) {
  if (indexOf(rows, atomicNumber) || atomicNumber < 1 || atomicNumber > kElementCount)
    return refused(rows);
  Balanced added{{rows.begin(), rows.end()}, Balanced::Outcome::Taken};
  // The first element of an empty alloy is all of it.
  added.rows.push_back({atomicNumber, rows.empty() ? 100.0 : 0.0, false});
  return added;
}

Balanced removeRow(std::span<const EditRow> rows, int atomicNumber, Basis basis) {
  const auto self = indexOf(rows, atomicNumber);
  if (!self || rows.size() == 1)
    return refused(rows);
  Amounts amounts = percentOf(rows, basis);
  const Others others = othersOf(rows, amounts, *self);
  if (amounts[*self] > kTrace) {
    if (others.freeCount == 0)
      return refused(rows);
    const double room = std::max(0.0, 100.0 - others.locked);
    amounts[*self] = 0.0;
    share(rows, amounts, *self, others, room);
  }
  Balanced removed{withPercents(rows, std::move(amounts), basis), Balanced::Outcome::Taken};
  removed.rows.erase(removed.rows.begin() + static_cast<std::ptrdiff_t>(*self));
  return removed;
}

Reach reach(std::span<const EditRow> rows, int atomicNumber, Basis basis) {
  const auto self = indexOf(rows, atomicNumber);
  if (!self)
    return {0.0, 0.0};
  const Amounts amounts = percentOf(rows, basis);
  const Others others = othersOf(rows, amounts, *self);
  if (others.freeCount == 0)
    return {amounts[*self], amounts[*self]};
  return {0.0, std::max(0.0, 100.0 - others.locked)};
}

std::vector<EditRow> rowsOf(const Composition& alloy) {
  std::vector<EditRow> rows;
  for (const Share& part : alloy.shares())
    rows.push_back({part.atomicNumber, 100.0 * part.amount, false});
  std::sort(rows.begin(), rows.end(), [](const EditRow& a, const EditRow& b) {
    if (std::abs(a.percent - b.percent) > kTrace)
      return a.percent > b.percent;
    return element(a.atomicNumber).symbol < element(b.atomicNumber).symbol;
  });
  return rows;
}

std::optional<Composition> compositionOf(std::span<const EditRow> rows) {
  std::vector<Share> shares;
  for (const EditRow& row : rows) {
    if (row.percent > 0.0)
      shares.push_back({row.atomicNumber, row.percent});
  }
  if (shares.empty())
    return std::nullopt;
  return Composition::fromAmounts(shares);
}

}  // namespace vitrine::alloy

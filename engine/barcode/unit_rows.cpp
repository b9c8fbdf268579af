#include "engine/barcode/unit_rows.h"

#include "engine/core/pack.h"
#include "engine/core/vector_clones.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

namespace vitrine::barcode {

namespace {

using FloatPack = float __attribute__((vector_size(16)));

/// The last floats, which fill no pack, are left to the caller.
VITRINE_VECTOR_CLONES
double squaredDistanceOfPacks(const float* a, const float* b, std::size_t size) {
  Pack sums{};
  for (std::size_t i = 0; i < size; i += kPackLanes) {
    FloatPack x;
    FloatPack y;
    std::memcpy(&x, a + i, sizeof x);
    std::memcpy(&y, b + i, sizeof y);
    const Pack off = __builtin_convertvector(x, Pack) - __builtin_convertvector(y, Pack);
    sums += off * off;
  }
  return total(sums);
}

}  // namespace

UnitRows::UnitRows(const Matrix& soap) : m_length(soap.columns()) {
  m_values.reserve(soap.values().size());
  for (std::size_t i = 0; i < soap.rows(); ++i) {
    const auto row = soap.row(i);
    const double square = std::inner_product(row.begin(), row.end(), row.begin(), 0.0);
    const double factor = square > 0.0 ? 1.0 / std::sqrt(square) : 0.0;
    for (const double value : row)
      m_values.push_back(static_cast<float>(factor * value));
  }
}

double squaredDistance(std::span<const float> a, std::span<const float> b) noexcept {
  const std::size_t packed = a.size() / kPackLanes * kPackLanes;
  double sum = squaredDistanceOfPacks(a.data(), b.data(), packed);
  for (std::size_t i = packed; i < a.size(); ++i) {
    const double off = static_cast<double>(a[i]) - static_cast<double>(b[i]);
    sum += off * off;
  }
  return sum;
}

double similarityOf(double squaredDistance) noexcept {
  return 1.0 - std::sqrt(0.5 * squaredDistance);
}

double squaredDistanceAt(double threshold) noexcept {
  return 2.0 * (1.0 - threshold) * (1.0 - threshold);
}

void describeUnits(const atomistic::SoapDescriptor& descriptor,
                   const atomistic::Structure& structure, const RunContext& context,
                   const std::function<void(std::size_t first, const UnitRows& rows,
                                            const RunContext& context)>& take) {
  atomistic::describeAll(descriptor, structure, context,
                         [&](std::size_t first, const Matrix& rows) {
                           take(first, UnitRows(rows), context.silent());
                         });
}

}  // namespace vitrine::barcode

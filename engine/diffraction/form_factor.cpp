#include "engine/diffraction/form_factor.h"

#include "engine/alloy/element.h"
#include "engine/core/error.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <string>

namespace vitrine::diffraction {

namespace {

constexpr std::size_t kTerms = 5;

/// a1 to a5, c, b1 to b5 (Å^2).
constexpr std::array<std::array<double, 2 * kTerms + 1>, kFormFactors> kCoefficients{{
#include "form_factor_table.inc"
}};

}  // namespace

double formFactor(int atomicNumber, double q) {
  if (atomicNumber < 1 || atomicNumber > kFormFactors)
    throw Error(ErrorCode::InvalidInput,
                std::string("There is no form factor of ")
                    .append(atomicNumber > 0 && atomicNumber <= alloy::kElementCount
                                ? alloy::element(atomicNumber).name
                                : "an unknown element")
                    .append(": X-ray patterns go up to californium."));
  if (!(q >= 0.0 && q <= kLargestFormFactorQ))
    throw Error(ErrorCode::InvalidInput, "Form factors are known from q = 0 to 75 1/Å.");
  const auto& row = kCoefficients[static_cast<std::size_t>(atomicNumber - 1)];
  const double s = q / (4.0 * std::numbers::pi);
  double f = row[kTerms];
  for (std::size_t i = 0; i < kTerms; ++i)
    f += row[i] * std::exp(-row[kTerms + 1 + i] * s * s);
  return f;
}

}  // namespace vitrine::diffraction

#include "engine/calphad/site_polynomial.h"

#include <algorithm>

namespace vitrine::calphad {

Expansion multiply(const Expansion& a, const Expansion& b) {
  Expansion product;
  for (const auto& [left, leftFactor] : a) {
    for (const auto& [right, rightFactor] : b) {
      Monomial both = left;
      both.insert(both.end(), right.begin(), right.end());
      std::sort(both.begin(), both.end());
      product[std::move(both)] += leftFactor * rightFactor;
    }
  }
  return product;
}

void SitePolynomial::add(const Expansion& expansion, std::size_t parameter, double weight) {
  for (const auto& [monomial, factor] : expansion) {
    if (factor != 0.0)
      m_terms[monomial].emplace_back(parameter, factor * weight);
  }
}

void SitePolynomial::add(const SitePolynomial& other, std::span<const std::uint16_t> variables,
                         double weight) {
  for (const auto& [monomial, parts] : other.m_terms) {
    Monomial renamed;
    for (const auto variable : monomial)
      renamed.push_back(variables[variable]);
    std::sort(renamed.begin(), renamed.end());
    auto& own = m_terms[std::move(renamed)];
    for (const auto& [parameter, factor] : parts)
      own.emplace_back(parameter, factor * weight);
  }
}

std::vector<double> SitePolynomial::coefficients(std::span<const double> parameters) const {
  std::vector<double> result;
  result.reserve(m_terms.size());
  for (const auto& [monomial, parts] : m_terms) {
    double sum = 0.0;
    for (const auto& [parameter, weight] : parts)
      sum += weight * parameters[parameter];
    result.push_back(sum);
  }
  return result;
}

void SitePolynomial::evaluate(std::span<const double> coefficients,
                              std::span<const double> fractions, bool withHessian,
                              Derivatives& sum) const {
  const std::size_t n = fractions.size();
  std::size_t index = 0;
  for (const auto& [monomial, parts] : m_terms) {
    const double coefficient = coefficients[index++];
    if (coefficient == 0.0)
      continue;
    const std::size_t degree = monomial.size();
    double before = coefficient;  // the product of the factors before i
    for (std::size_t i = 0; i < degree; ++i) {
      double between = before;  // without factor i, up to j
      for (std::size_t j = i + 1; j < degree; ++j) {
        if (withHessian) {
          double others = between;
          for (std::size_t k = j + 1; k < degree; ++k)
            others *= fractions[monomial[k]];
          sum.hessian[monomial[i] * n + monomial[j]] += others;
          sum.hessian[monomial[j] * n + monomial[i]] += others;
        }
        between *= fractions[monomial[j]];
      }
      sum.gradient[monomial[i]] += between;
      before *= fractions[monomial[i]];
    }
    sum.value += before;
  }
}

}  // namespace vitrine::calphad

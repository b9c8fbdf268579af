#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace vitrine::calphad {

/// A product of site fractions: their indices, rising, as often as they occur.
using Monomial = std::vector<std::uint16_t>;
/// A polynomial in site fractions: monomials and their factors.
using Expansion = std::map<Monomial, double>;

Expansion multiply(const Expansion& a, const Expansion& b);

/// A function of the site fractions of a phase with its first and second derivatives.
struct Derivatives {
  explicit Derivatives(std::size_t variables)
      : gradient(variables), hessian(variables * variables) {}

  double value = 0.0;
  std::vector<double> gradient;
  std::vector<double> hessian;  ///< full and symmetric, row after row
};

/// A polynomial in site fractions whose coefficients are sums of weighted parameters: what a
/// phase's Gibbs energy, Curie temperature and magnetic moment have in common.
class SitePolynomial {
 public:
  /// Adds `parameter` times `weight` times an expansion.
  void add(const Expansion& expansion, std::size_t parameter, double weight = 1.0);
  /// Adds `weight` times another polynomial whose variable i is called variables[i] here.
  void add(const SitePolynomial& other, std::span<const std::uint16_t> variables, double weight);

  [[nodiscard]] bool empty() const noexcept { return m_terms.empty(); }
  /// The coefficient of each monomial, from the values of the parameters.
  [[nodiscard]] std::vector<double> coefficients(std::span<const double> parameters) const;
  /// Adds value, gradient and, where wished, the Hessian at `fractions` to `sum`.
  void evaluate(std::span<const double> coefficients, std::span<const double> fractions,
                bool withHessian, Derivatives& sum) const;

 private:
  std::map<Monomial, std::vector<std::pair<std::size_t, double>>> m_terms;
};

}  // namespace vitrine::calphad

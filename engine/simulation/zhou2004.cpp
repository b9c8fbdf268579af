#include "engine/simulation/zhou2004.h"

#include "engine/alloy/element.h"
#include "engine/core/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace vitrine::simulation {

namespace {

constexpr std::array kMetals = std::to_array<ZhouMetal>({
#include "zhou_table.inc"
});

constexpr int kRows = 2000;
constexpr double kClosestA = 0.5;
constexpr double kLeastDensity = 100.0;
constexpr double kLatticeOfFcc = 1.4142135623730951;

/// exp(-decay (x - 1)) / (1 + (x - end)^20), x = r/re: the shape of all three functions of
/// distance.
double shape(double x, double decay, double end) {
  return std::exp(-decay * (x - 1.0)) / (1.0 + std::pow(x - end, 20));
}

double ownPair(const ZhouMetal& metal, double distanceA) {
  const double x = distanceA / metal.re;
  return metal.A * shape(x, metal.alpha, metal.kappa) -
         metal.B * shape(x, metal.beta, metal.lambda);
}

class Table {
 public:
  explicit Table(const std::vector<int>& elements) : m_elements(elements) {
    for (const int element : elements)
      m_metals.push_back(&zhouMetal(element));
    double highest = kLeastDensity;
    for (const auto* metal : m_metals)
      highest = std::max({highest, zhouDensity(*metal, kClosestA), 2.0 * metal->rhoe});
    m_distanceStep = zhouCutoffA(elements) / (kRows - 1);
    m_densityStep = highest / (kRows - 1);
  }

  std::string text() {
    m_text =
        "Zhou, Johnson and Wadley, Phys. Rev. B 69, 144113 (2004), doi:10.1103/PhysRevB."
        "69.144113\nTabulated by Vitrine. UNITS: metal\n"
        "Pairs of different metals follow from the pure ones and are not fitted\n";
    m_text += std::to_string(m_elements.size());
    for (const int element : m_elements)
      m_text.append(" ").append(alloy::element(element).symbol);
    m_text += "\n";
    print("%d %.16e", kRows, m_densityStep);
    print(" %d %.16e", kRows, m_distanceStep);
    print(" %.16e\n", zhouCutoffA(m_elements));
    for (std::size_t i = 0; i < m_metals.size(); ++i)
      metal(i);
    for (std::size_t i = 0; i < m_metals.size(); ++i)
      for (std::size_t j = 0; j <= i; ++j)
        for (int row = 0; row < kRows; ++row)
          value(row, distance(row) * zhouPair(*m_metals[i], *m_metals[j], clamped(row)));
    return std::move(m_text);
  }

 private:
  [[nodiscard]] double distance(int row) const { return m_distanceStep * row; }
  [[nodiscard]] double clamped(int row) const { return std::max(kClosestA, distance(row)); }

  void metal(std::size_t i) {
    const ZhouMetal& metal = *m_metals[i];
    const auto& element = alloy::element(m_elements[i]);
    print("%d %.6f", element.atomicNumber, element.massU);
    print(" %.6f fcc\n", kLatticeOfFcc * metal.re);
    for (int row = 0; row < kRows; ++row)
      value(row, zhouEmbedding(metal, m_densityStep * row));
    for (int row = 0; row < kRows; ++row)
      value(row, zhouDensity(metal, clamped(row)));
  }
  void value(int row, double number) {
    constexpr int kPerLine = 5;
    print(row % kPerLine == kPerLine - 1 ? "%.16e\n" : "%.16e ", number);
  }
  template <class... Values>
  void print(const char* format, Values... values) {
    std::array<char, 128> buffer{};
    const int count = std::snprintf(buffer.data(), buffer.size(), format, values...);
    m_text.append(buffer.data(), static_cast<std::size_t>(count));
  }

  const std::vector<int>& m_elements;
  std::vector<const ZhouMetal*> m_metals;
  double m_distanceStep = 0.0;
  double m_densityStep = 0.0;
  std::string m_text;
};

}  // namespace

std::vector<int> zhouElements() {
  std::vector<int> elements;
  for (const auto& metal : kMetals)
    elements.push_back(alloy::findElement(metal.symbol)->atomicNumber);
  std::sort(elements.begin(), elements.end());
  return elements;
}

const ZhouMetal& zhouMetal(int atomicNumber) {
  const auto symbol = alloy::element(atomicNumber).symbol;
  for (const auto& metal : kMetals)
    if (metal.symbol == symbol)
      return metal;
  throw Error(ErrorCode::InvalidInput,
              "The potential zhou2004 does not describe " + std::string(symbol) + ".");
}

double zhouDensity(const ZhouMetal& metal, double distanceA) {
  return metal.fe * shape(distanceA / metal.re, metal.beta, metal.lambda);
}

double zhouPair(const ZhouMetal& a, const ZhouMetal& b, double distanceA) {
  if (&a == &b)
    return ownPair(a, distanceA);
  const double ratio = zhouDensity(b, distanceA) / zhouDensity(a, distanceA);
  return 0.5 * (ratio * ownPair(a, distanceA) + ownPair(b, distanceA) / ratio);
}

double zhouEmbedding(const ZhouMetal& metal, double density) {
  const double low = metal.rhol * metal.rhoe;
  if (density < low) {
    const double d = density / low - 1.0;
    return metal.Fn0 + d * (metal.Fn1 + d * (metal.Fn2 + d * metal.Fn3));
  }
  if (density < metal.rhoh * metal.rhoe) {
    const double d = density / metal.rhoe - 1.0;
    const double cubic = density < metal.rhoe ? metal.F3minus : metal.F3plus;
    return metal.F0 + d * (metal.F1 + d * (metal.F2 + d * cubic));
  }
  const double x = density / metal.rhos;
  return metal.Fe * (1.0 - metal.eta * std::log(x)) * std::pow(x, metal.eta);
}

double zhouCutoffA(const std::vector<int>& elements) {
  double largest = 0.0;
  for (const int element : elements)
    largest = std::max(largest, zhouMetal(element).re);
  return std::sqrt(5.0) * largest;
}

std::string zhouTable(const std::vector<int>& elements) {
  return Table(elements).text();
}

}  // namespace vitrine::simulation

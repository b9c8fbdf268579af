#include "engine/atomistic/soap.h"

#include "engine/alloy/element.h"
#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/core/vector_clones.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <string>

namespace vitrine::atomistic {

namespace {

/// Neighbours that are added at once: the coefficients are loaded and stored a fourth as often.
constexpr std::size_t kBlock = 4;
/// Environments that wait for their receiver: 54 MB of two species in the usual settings.
constexpr std::size_t kAtomsAtOnce = 2048;

std::vector<int> sorted(std::vector<int> species) {
  std::sort(species.begin(), species.end());
  species.erase(std::unique(species.begin(), species.end()), species.end());
  constexpr std::size_t kMostSpecies = 10;
  if (species.empty() || species.size() > kMostSpecies)
    throw Error(ErrorCode::InvalidInput, "An environment is described with 1 to 10 elements.");
  return species;
}

std::size_t lengthOf(std::size_t species, const SoapSettings& settings) {
  const auto n = static_cast<std::size_t>(settings.radial);
  const auto degrees = static_cast<std::size_t>(settings.angular) + 1;
  return degrees * (species * n * (n + 1) / 2 + species * (species - 1) / 2 * n * n);
}

/// coefficients[lm][n] += sum over the block of harmonics[lm] radial[l][n]
VITRINE_VECTOR_CLONES
void addBlock(const double* radial, std::size_t radialSize, const double* harmonics,
              std::size_t harmonicsSize, std::size_t degrees, std::size_t stride,
              double* coefficients) {
  for (std::size_t l = 0; l < degrees; ++l) {
    const double* const r0 = radial + l * stride;
    const double* const r1 = r0 + radialSize;
    const double* const r2 = r1 + radialSize;
    const double* const r3 = r2 + radialSize;
    for (std::size_t lm = l * l; lm < (l + 1) * (l + 1); ++lm) {
      const double y0 = harmonics[lm];
      const double y1 = harmonics[lm + harmonicsSize];
      const double y2 = harmonics[lm + 2 * harmonicsSize];
      const double y3 = harmonics[lm + 3 * harmonicsSize];
      double* const c = coefficients + lm * stride;
      for (std::size_t n = 0; n < stride; ++n)
        c[n] += (y0 * r0[n] + y1 * r1[n]) + (y2 * r2[n] + y3 * r3[n]);
    }
  }
}

/// products[n][n'] = sum over m of a[m][n] b[m][n']
VITRINE_VECTOR_CLONES
void sumProducts(const double* a, const double* b, std::size_t orders, std::size_t radial,
                 std::size_t stride, double* products) {
  std::fill(products, products + radial * stride, 0.0);
  for (std::size_t m = 0; m < orders; ++m) {
    for (std::size_t n = 0; n < radial; ++n) {
      const double factor = a[m * stride + n];
      const double* const row = b + m * stride;
      double* const sum = products + n * stride;
      for (std::size_t k = 0; k < stride; ++k)
        sum[k] += factor * row[k];
    }
  }
}

}  // namespace

/// What one thread needs, made once for many atoms.
struct SoapDescriptor::Workspace {
  std::vector<Neighbour> neighbours;
  std::vector<double> radial;                     ///< of a block
  std::vector<double> harmonics;                  ///< the same
  std::vector<std::vector<double>> coefficients;  ///< of each species: [lm][n]
  std::vector<double> products;
};

SoapDescriptor::SoapDescriptor(std::vector<int> species, const SoapSettings& settings)
    : m_species(sorted(std::move(species))),
      m_settings(settings),
      m_radial(settings),
      m_harmonics(settings.angular),
      m_length(lengthOf(m_species.size(), settings)) {}

std::size_t SoapDescriptor::speciesIndex(int atomicNumber) const {
  const auto found = std::lower_bound(m_species.begin(), m_species.end(), atomicNumber);
  if (found == m_species.end() || *found != atomicNumber)
    throw Error(ErrorCode::InvalidInput,
                "The structure contains " + std::string(alloy::element(atomicNumber).symbol) +
                    ", which the description of environments does not know.");
  return static_cast<std::size_t>(found - m_species.begin());
}

void SoapDescriptor::describeAtom(const Structure& structure,
                                  const std::vector<Neighbour>& neighbours, std::size_t atom,
                                  Workspace& work, double* vector) const {
  const std::size_t degrees = static_cast<std::size_t>(m_settings.angular) + 1;
  const std::size_t stride = m_radial.stride();
  work.coefficients.resize(m_species.size());
  for (std::size_t s = 0; s < m_species.size(); ++s) {
    auto& coefficients = work.coefficients[s];
    coefficients.assign(m_harmonics.size() * stride, 0.0);
    std::size_t waiting = 0;
    const auto flush = [&] {
      // What is missing in the last block counts nothing.
      std::fill(work.radial.begin() + static_cast<std::ptrdiff_t>(waiting * m_radial.size()),
                work.radial.end(), 0.0);
      addBlock(work.radial.data(), m_radial.size(), work.harmonics.data(), m_harmonics.size(),
               degrees, stride, coefficients.data());
      waiting = 0;
    };
    const auto add = [&](const Vector3& direction, double distance) {
      m_radial.at(distance, &work.radial[waiting * m_radial.size()]);
      m_harmonics.at(direction, &work.harmonics[waiting * m_harmonics.size()]);
      if (++waiting == kBlock)
        flush();
    };
    if (structure.species[atom] == m_species[s])
      add({0.0, 0.0, 1.0}, 0.0);
    for (const Neighbour& each : neighbours)
      if (structure.species[each.atom] == m_species[s])
        add(1.0 / each.distance * each.to, each.distance);
    if (waiting > 0)
      flush();
  }

  const auto radial = static_cast<std::size_t>(m_settings.radial);
  work.products.resize(radial * stride);
  for (std::size_t a = 0; a < m_species.size(); ++a) {
    for (std::size_t b = a; b < m_species.size(); ++b) {
      for (std::size_t l = 0; l < degrees; ++l) {
        sumProducts(&work.coefficients[a][l * l * stride], &work.coefficients[b][l * l * stride],
                    2 * l + 1, radial, stride, work.products.data());
        const double factor =
            std::numbers::pi * std::sqrt(8.0 / (2.0 * static_cast<double>(l) + 1.0));
        for (std::size_t n = 0; n < radial; ++n)
          for (std::size_t k = a == b ? n : 0; k < radial; ++k)
            *vector++ = factor * work.products[n * stride + k];
      }
    }
  }
}

Matrix SoapDescriptor::describe(const Structure& structure, const NeighbourSearch& search,
                                std::span<const std::size_t> atoms,
                                const RunContext& context) const {
  for (const int species : speciesOf(structure))
    static_cast<void>(speciesIndex(species));
  Matrix rows(atoms.size(), m_length);
  // Blocks as long as a thread works without a tick.
  constexpr std::size_t kAtomsPerItem = 16;
  const std::size_t items = (atoms.size() + kAtomsPerItem - 1) / kAtomsPerItem;
  parallelFor(context, items, [&](std::size_t item) {
    Workspace work;
    work.radial.resize(kBlock * m_radial.size());
    work.harmonics.resize(kBlock * m_harmonics.size());
    const std::size_t end = std::min(atoms.size(), (item + 1) * kAtomsPerItem);
    for (std::size_t i = item * kAtomsPerItem; i < end; ++i) {
      search.neighboursOf(atoms[i], work.neighbours);
      describeAtom(structure, work.neighbours, atoms[i], work, rows.row(i).data());
    }
  });
  return rows;
}

void describeAll(const SoapDescriptor& descriptor, const Structure& structure,
                 const RunContext& context,
                 const std::function<void(std::size_t first, const Matrix& rows)>& take) {
  const NeighbourSearch search(structure, descriptor.reachA());
  std::vector<std::size_t> atoms;
  for (std::size_t first = 0; first < structure.size(); first += kAtomsAtOnce) {
    atoms.resize(std::min(kAtomsAtOnce, structure.size() - first));
    std::iota(atoms.begin(), atoms.end(), first);
    const auto count = static_cast<double>(structure.size());
    const RunContext part = context.slice(static_cast<double>(first) / count,
                                          static_cast<double>(first + atoms.size()) / count);
    take(first, descriptor.describe(structure, search, atoms, part));
  }
}

double soapSimilarity(std::span<const double> a, std::span<const double> b) {
  const auto product = [](std::span<const double> x, std::span<const double> y) {
    return std::inner_product(x.begin(), x.end(), y.begin(), 0.0);
  };
  const double cosine = product(a, b) / std::sqrt(product(a, a) * product(b, b));
  return 1.0 - std::sqrt(std::max(0.0, 1.0 - cosine));
}

}  // namespace vitrine::atomistic

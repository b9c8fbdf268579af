// Environments of a glass in smooth overlaps of atomic positions: time for each on one core, and
// against a plain loop over the same definition.

#include "engine/alloy/element.h"
#include "engine/atomistic/soap.h"
#include "engine/atomistic/soap_basis.h"
#include "engine/core/random.h"
#include "tests/bench/timing.h"

#include <cmath>
#include <complex>
#include <numbers>
#include <numeric>

using namespace vitrine;
using namespace vitrine::atomistic;

namespace {

/// As dense as a Cu-Zr glass, 17.2 Å^3 an atom, no two atoms closer than 2 Å.
Structure glass(std::size_t atoms) {
  const double edge = std::cbrt(17.2 * static_cast<double>(atoms));
  Structure structure{
      Cell({Vector3{edge, 0, 0}, Vector3{0, edge, 0}, Vector3{0, 0, edge}}), {}, {}, {}, {}};
  Random random(5);
  // A cubic lattice, shaken.
  const auto side = static_cast<std::size_t>(std::ceil(std::cbrt(static_cast<double>(atoms))));
  const double step = edge / static_cast<double>(side);
  for (std::size_t i = 0; i < side * side * side && structure.size() < atoms; ++i) {
    const auto along = [&](std::size_t k) {
      return step * (static_cast<double>(k) + 0.2 * (random.uniform() - 0.5));
    };
    structure.positions.push_back(
        {along(i % side), along(i / side % side), along(i / side / side)});
    structure.species.push_back(random.uniform() < 0.56 ? 29 : 40);
  }
  return structure;
}

/// The definition written down as it stands: for every neighbour every orbital and every harmonic
/// from its formula.
std::vector<double> plainSoap(const Structure& structure, const std::vector<Neighbour>& neighbours,
                              std::size_t centre, const SoapSettings& settings) {
  const SoapExpansion expansion(settings);
  const auto n = static_cast<std::size_t>(settings.radial);
  const auto degrees = static_cast<std::size_t>(settings.angular) + 1;
  std::vector<std::complex<double>> coefficients[2];
  for (auto& each : coefficients)
    each.resize(degrees * degrees * n);
  const auto add = [&](const Vector3& to, double distance, int species) {
    const auto radial = expansion.at(distance).values;
    const double cosine = distance > 0.0 ? to[2] / distance : 1.0;
    const double phi = std::atan2(to[1], to[0]);
    for (std::size_t l = 0; l < degrees; ++l) {
      for (std::size_t m = 0; m <= l; ++m) {
        const auto harmonic =
            std::polar(std::sph_legendre(static_cast<unsigned>(l), static_cast<unsigned>(m),
                                         std::acos(std::clamp(cosine, -1.0, 1.0))),
                       static_cast<double>(m) * phi);
        for (std::size_t k = 0; k < n; ++k)
          coefficients[species == 40 ? 1 : 0][(l * degrees + m) * n + k] +=
              radial[l * n + k] * harmonic;
      }
    }
  };
  add({}, 0.0, structure.species[centre]);
  for (const Neighbour& each : neighbours)
    add(each.to, each.distance, structure.species[each.atom]);
  std::vector<double> vector;
  for (int a = 0; a < 2; ++a)
    for (int b = a; b < 2; ++b)
      for (std::size_t l = 0; l < degrees; ++l)
        for (std::size_t i = 0; i < n; ++i)
          for (std::size_t j = a == b ? i : 0; j < n; ++j) {
            double sum = 0.0;
            for (std::size_t m = 0; m <= l; ++m)
              sum += (m == 0 ? 1.0 : 2.0) *
                     std::real(std::conj(coefficients[a][(l * degrees + m) * n + i]) *
                               coefficients[b][(l * degrees + m) * n + j]);
            vector.push_back(std::numbers::pi *
                             std::sqrt(8.0 / (2.0 * static_cast<double>(l) + 1.0)) * sum);
          }
  return vector;
}

}  // namespace

int main() {
  const Structure structure = glass(2000);
  for (const SoapBasis basis : {SoapBasis::Gto, SoapBasis::Polynomial}) {
    SoapSettings settings;
    settings.basis = basis;
    const SoapDescriptor descriptor({29, 40}, settings);
    const NeighbourSearch search(structure, descriptor.reachA());
    std::vector<std::size_t> atoms(400);
    std::iota(atoms.begin(), atoms.end(), std::size_t{0});
    const RunContext one = RunContext().withThreads(1);
    Matrix rows;
    const double seconds =
        bench::medianSeconds(5, [&] { rows = descriptor.describe(structure, search, atoms, one); });
    const double each = 1000.0 * seconds / static_cast<double>(atoms.size());
    const bool gto = basis == SoapBasis::Gto;
    bench::report(gto ? "an environment, gto, one core" : "an environment, polynomial, one core",
                  "ms", each, 0.1);
    if (!gto)
      continue;
    std::vector<Neighbour> neighbours;
    double plain = 0.0;
    double worst = 0.0;
    constexpr std::size_t kPlain = 10;
    for (std::size_t i = 0; i < kPlain; ++i) {
      search.neighboursOf(i, neighbours);
      std::vector<double> vector;
      plain += 1000.0 / kPlain * bench::medianSeconds(1, [&] {
                 vector = plainSoap(structure, neighbours, i, settings);
               });
      worst = std::max(worst, 1.0 - soapSimilarity(vector, rows.row(i)));
    }
    std::printf(
        "{\"case\": \"the same by a plain loop\", \"ms\": %.3g, \"ratio\": %.3g, "
        "\"similarity_off\": %.2g}\n",
        plain, plain / each, worst);
  }
  return 0;
}

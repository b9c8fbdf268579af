#include "engine/atomistic/soap_radial.h"

#include "engine/atomistic/soap_basis.h"
#include "engine/core/error.h"
#include "engine/core/vector_clones.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace vitrine::atomistic {

namespace {

/// The Gaussian of an atom beyond the cutoff counts until it has fallen to this.
constexpr double kFaintest = 0.001;
/// Lanes of the widest vectors that are used.
constexpr std::size_t kLanes = 4;
/// Of sigma: cubics between such nodes follow a Gaussian to 1e-9.
constexpr double kNodesPerSigma = 40.0;

void require(bool holds, const char* what) {
  if (!holds)
    throw Error(ErrorCode::InvalidInput,
                std::string("Environments cannot be described like this: ") + what + ".");
}

VITRINE_VECTOR_CLONES
void evaluateCubics(const double* cubics, std::size_t size, double t, double* values) {
  const double* a = cubics;
  const double* b = cubics + size;
  const double* c = cubics + 2 * size;
  const double* d = cubics + 3 * size;
  for (std::size_t i = 0; i < size; ++i)
    values[i] = a[i] + t * (b[i] + t * (c[i] + t * d[i]));
}

}  // namespace

SoapRadial::SoapRadial(const SoapSettings& settings)
    : m_reach(settings.cutoffA + settings.sigmaA * std::sqrt(-2.0 * std::log(kFaintest))),
      m_stride((static_cast<std::size_t>(std::max(settings.radial, 0)) + kLanes - 1) / kLanes *
               kLanes),
      m_size(m_stride * static_cast<std::size_t>(std::max(settings.angular, 0) + 1)) {
  require(settings.cutoffA > 1.0 && settings.cutoffA <= 30.0, "the cutoff lies between 1 and 30 Å");
  require(settings.radial >= 1 && settings.radial <= 30, "there are 1 to 30 radial functions");
  require(settings.angular >= 0 && settings.angular <= 20, "degrees reach from 0 to at most 20");
  require(settings.sigmaA >= 0.05 && settings.sigmaA <= 2.0,
          "the width of an atom lies between 0.05 and 2 Å");

  const auto radial = static_cast<std::size_t>(settings.radial);
  const SoapExpansion expansion(settings);
  m_intervals = static_cast<std::size_t>(std::ceil(m_reach / settings.sigmaA * kNodesPerSigma));
  m_step = m_reach / static_cast<double>(m_intervals);
  // A cubic of an interval by values and slopes at its ends.
  std::vector<RadialValues> nodes;
  for (std::size_t i = 0; i <= m_intervals; ++i)
    nodes.push_back(expansion.at(static_cast<double>(i) * m_step));
  m_cubics.assign(m_intervals * 4 * m_size, 0.0);
  for (std::size_t i = 0; i < m_intervals; ++i) {
    for (std::size_t k = 0; k < nodes[i].values.size(); ++k) {
      const std::size_t place = k / radial * m_stride + k % radial;
      const double y0 = nodes[i].values[k];
      const double y1 = nodes[i + 1].values[k];
      const double s0 = m_step * nodes[i].slopes[k];
      const double s1 = m_step * nodes[i + 1].slopes[k];
      double* const cubic = &m_cubics[i * 4 * m_size + place];
      cubic[0] = y0;
      cubic[m_size] = s0;
      cubic[2 * m_size] = 3.0 * (y1 - y0) - 2.0 * s0 - s1;
      cubic[3 * m_size] = 2.0 * (y0 - y1) + s0 + s1;
    }
  }
}

void SoapRadial::at(double distance, double* values) const {
  const double position = distance / m_step;
  const auto interval = std::min(static_cast<std::size_t>(position), m_intervals - 1);
  evaluateCubics(&m_cubics[interval * 4 * m_size], m_size, position - static_cast<double>(interval),
                 values);
}

}  // namespace vitrine::atomistic

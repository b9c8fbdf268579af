#include "engine/atomistic/real_harmonics.h"

#include <cmath>
#include <numbers>

namespace vitrine::atomistic {

namespace {

std::size_t place(int l, int m) {
  return static_cast<std::size_t>(l * l + l + m);
}

}  // namespace

RealHarmonics::RealHarmonics(int highestDegree)
    : m_highest(highestDegree),
      m_size(static_cast<std::size_t>((highestDegree + 1) * (highestDegree + 1))),
      m_rise(m_size),
      m_fall(m_size) {
  for (int l = 1; l <= highestDegree; ++l) {
    for (int m = 0; m < l; ++m) {
      const double square = static_cast<double>(l) * l - static_cast<double>(m) * m;
      const double before = static_cast<double>(l - 1) * (l - 1);
      m_rise[place(l, m)] = std::sqrt((4.0 * l * l - 1.0) / square);
      m_fall[place(l, m)] = std::sqrt((before - static_cast<double>(m) * m) / (4.0 * before - 1.0));
    }
    m_rise[place(l, l)] = std::sqrt((2.0 * l + 1.0) / (2.0 * l));
  }
  // (before - m^2) / (4 before - 1) is 0 / -1 for l = 1.
  if (highestDegree >= 1)
    m_fall[place(1, 0)] = 0.0;
}

void RealHarmonics::at(const Vector3& direction, double* values) const {
  const double z = direction[2];
  // Legendre functions without their power of sin(theta), which (x + iy)^m brings with it.
  values[0] = 0.5 * std::numbers::inv_sqrtpi;
  for (int l = 1; l <= m_highest; ++l) {
    values[place(l, l)] = m_rise[place(l, l)] * values[place(l - 1, l - 1)];
    values[place(l, l - 1)] = m_rise[place(l, l - 1)] * z * values[place(l - 1, l - 1)];
    for (int m = 0; m < l - 1; ++m)
      values[place(l, m)] = m_rise[place(l, m)] * (z * values[place(l - 1, m)] -
                                                   m_fall[place(l, m)] * values[place(l - 2, m)]);
  }
  double cosine = std::numbers::sqrt2;
  double sine = 0.0;
  for (int m = 1; m <= m_highest; ++m) {
    const double next = cosine * direction[0] - sine * direction[1];
    sine = cosine * direction[1] + sine * direction[0];
    cosine = next;
    for (int l = m; l <= m_highest; ++l) {
      const double legendre = values[place(l, m)];
      values[place(l, m)] = legendre * cosine;
      values[place(l, -m)] = legendre * sine;
    }
  }
}

}  // namespace vitrine::atomistic

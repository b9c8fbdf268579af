#pragma once

#include "app/trainer/settings.h"
#include "engine/core/matrix.h"
#include "engine/core/random.h"

#include <cstddef>
#include <vector>

namespace vitrine::trainer {

/// Chooses the compositions and patterns of a training step as Ding et al. do for continuous
/// labels: what was measured near a wanted composition stands for it, as no composition has more
/// than one pattern. Compositions are atomic fractions; noise lies in the plane where they add up
/// to 1.
class Vicinity {
 public:
  struct Pair {
    std::vector<double> wanted;     ///< a training composition with noise
    std::size_t row = 0;            ///< a measured pattern near it
    double measuredWeight = 1.0;    ///< of that pattern in the loss
    std::vector<double> generated;  ///< composition to generate at, near `wanted`
    double generatedWeight = 1.0;
  };
  struct Mixture {
    std::size_t first = 0, second = 0;  ///< rows
    double share = 0.0;                 ///< of the second
  };

  /// @param fractions  training rows × elements; at least two rows
  Vicinity(const Matrix& fractions, const TrainingSettings& settings);

  /// Hard or soft vicinal pair, by the settings.
  [[nodiscard]] Pair pair(Random& random) const;
  /// A row and a mixture of it with one of its nearest neighbours.
  [[nodiscard]] Mixture mixture(Random& random) const;

  /// Standard deviation of the noise for each element: 1.06 s n^(-1/5), s that of the rows.
  [[nodiscard]] const std::vector<double>& noise() const noexcept { return m_noise; }
  /// Hard radius: `vicinityFactor` times the largest distance to a nearest neighbour.
  [[nodiscard]] double radius() const noexcept { return m_radius; }

 private:
  [[nodiscard]] std::vector<double> noisy(std::size_t row, Random& random) const;
  /// Of a pattern so far from the wanted composition; 0 leaves it out.
  [[nodiscard]] double weight(double distance) const;
  [[nodiscard]] std::vector<double> near(const std::vector<double>& wanted, Random& random) const;

  Matrix m_fractions;
  VicinityKind m_kind;
  std::vector<double> m_noise;
  double m_radius = 0.0;
  std::vector<std::vector<std::size_t>> m_neighbours;
};

}  // namespace vitrine::trainer

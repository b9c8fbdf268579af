#pragma once

#include "engine/diffraction/spectrum_set.h"

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::generation {

enum class GeneratorKind {
  Nearest,          ///< the pattern of the nearest alloy
  InverseDistance,  ///< mean of all patterns, weighted by 1 / distance³
  RadialBasis,      ///< linear radial basis functions in composition
  GaussianProcess,  ///< Gaussian processes on principal components
  CcGan,            ///< continuous conditional generative adversarial network
  Shape,            ///< our own: Gaussian fields of a pattern's scale and of its shape
};

inline constexpr std::array kGeneratorKinds{
    GeneratorKind::Nearest,         GeneratorKind::InverseDistance, GeneratorKind::RadialBasis,
    GeneratorKind::GaussianProcess, GeneratorKind::CcGan,           GeneratorKind::Shape,
};

/// "nearest", "idw", "rbf", "gp", "ccgan", "shape": the names of the command line and of files.
std::string_view generatorName(GeneratorKind kind);
/// @throws Error (InvalidInput) naming those that exist
GeneratorKind generatorKind(std::string_view name);

/// What a generator is, where it comes from and how good it is; stored in its file and shown on
/// request.
struct GeneratorCard {
  /// Of the tensors beside the card; files of a later version are refused. 2 says that the curves
  /// are radial distribution functions; patterns are as they were in 1.
  static constexpr int kVersion = 2;

  GeneratorKind kind = GeneratorKind::Nearest;
  std::vector<int> elements;      ///< atomic numbers, rising: the order of fractions
  diffraction::UniformAxis axis;  ///< of every pattern, or g(r), it makes
  /// Whether it learned from simulated glasses.
  diffraction::PatternOrigin origin = diffraction::PatternOrigin::Measured;
  std::string source;                      ///< where the patterns come from
  std::string licence;                     ///< of those patterns
  std::size_t rows = 0;                    ///< patterns it learned from
  std::vector<std::string> steps;          ///< preprocessing of those patterns
  std::string trained;                     ///< ISO date
  std::string program;                     ///< version that trained it
  std::map<std::string, double> settings;  ///< hyperparameters, given or found
  std::map<std::string, double> scores;    ///< on rows it did not learn from, e.g. "mse.mean"
};

/// The alloy system of a card, as alloy::alloySystem names it: "Co-Ti-Zr".
std::string systemName(const GeneratorCard& card);

/// What it makes are radial distribution functions.
inline bool isRadial(const GeneratorCard& card) {
  return card.axis.kind == diffraction::AxisKind::R;
}

/// The card as JSON for people and other programs, and back. Unknown keys are ignored.
std::string cardJson(const GeneratorCard& card);
/// @throws Error (Damaged, TooNew)
GeneratorCard cardFromJson(const std::string& json);

}  // namespace vitrine::generation

#pragma once

#include "engine/atomistic/soap.h"
#include "engine/atomistic/vector3.h"
#include "engine/atomistic/voronoi.h"
#include "engine/barcode/barcode_card.h"
#include "engine/barcode/energy_predictor.h"
#include "engine/barcode/environment_weights.h"
#include "engine/barcode/reference_barcodes.h"
#include "engine/barcode/unique_environments.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vitrine::barcode {

/// The atoms of an environment where it was first met: the centre, then those within the cutoff.
struct EnvironmentAtoms {
  std::vector<int> species;                    ///< atomic numbers
  std::vector<atomistic::Vector3> positionsA;  ///< from the centre
};

/// The glasses a model learned from.
struct BarcodeSamples {
  Matrix barcodes;                      ///< samples × bars
  std::vector<double> energyEvPerAtom;  ///< one for each
  std::vector<std::string> groups;      ///< one for each
  std::vector<double> outOfFoldAll;     ///< predicted from all environments without it, eV/atom
  std::vector<double> outOfFoldBars;    ///< predicted from the bars without it, eV/atom
};

/// What a model is made of.
struct BarcodeParts {
  BarcodeCard card;
  UniqueEnvironments environments;
  std::vector<atomistic::VoronoiIndex> kernels;  ///< of each environment's centre
  std::vector<EnvironmentAtoms> atoms;           ///< of each environment
  std::vector<double> importance;  ///< of each environment among all, mean |SHAP value|, eV/atom
  std::vector<std::size_t> barEnvironments;  ///< the most important first
  std::vector<double> barImportance;         ///< of each bar among the bars, the same
  std::optional<EnergyPredictor> all;        ///< always there in a model
  std::optional<EnergyPredictor> bars;       ///< the same
  BarcodeSamples samples;
};

/// One line of a barcode.
struct Bar {
  std::size_t environment = 0;
  atomistic::VoronoiIndex kernel{};
  bool kasper = false;             ///< group 1; group 2 otherwise
  double importance = 0.0;         ///< mean |SHAP value| among the bars, eV/atom
  double meanShare = 0.0;          ///< over the training glasses
  double energyCorrelation = 0.0;  ///< Pearson's r of the share with the energy; NaN if constant
};

/// Reads glasses: unique local environments, the bars among them, and the energy that goes with a
/// barcode. Made valid by create and then unchanged; shared by threads.
class BarcodeModel {
 public:
  /// @throws Error (Damaged) where the parts do not belong together
  static std::shared_ptr<const BarcodeModel> create(BarcodeParts parts);

  [[nodiscard]] const BarcodeCard& card() const noexcept { return m_parts.card; }
  [[nodiscard]] const UniqueEnvironments& environments() const noexcept {
    return m_parts.environments;
  }
  [[nodiscard]] const BarcodeParts& parts() const noexcept { return m_parts; }
  [[nodiscard]] const atomistic::SoapDescriptor& descriptor() const noexcept {
    return m_descriptor;
  }
  [[nodiscard]] const EnvironmentWeights& weights() const noexcept { return m_weights; }
  [[nodiscard]] const std::vector<Bar>& bars() const noexcept { return m_bars; }
  [[nodiscard]] const ReferenceBarcodes& reference() const noexcept { return m_reference; }
  /// Pearson's r with the energy of all Kasper bars together (Fig. 7a of the paper).
  [[nodiscard]] double kasperCorrelation() const noexcept { return m_kasperCorrelation; }
  /// The same of all bars with an icosahedron as kernel (Fig. 7b).
  [[nodiscard]] double icosahedraCorrelation() const noexcept { return m_icosahedraCorrelation; }

 private:
  explicit BarcodeModel(BarcodeParts parts);

  BarcodeParts m_parts;
  atomistic::SoapDescriptor m_descriptor;
  EnvironmentWeights m_weights;
  std::vector<Bar> m_bars;
  ReferenceBarcodes m_reference;
  double m_kasperCorrelation = 0.0;
  double m_icosahedraCorrelation = 0.0;
};

/// Pearson's correlation coefficient; NaN where one side does not vary.
double correlation(std::span<const double> x, std::span<const double> y);

}  // namespace vitrine::barcode

#pragma once

#include "engine/core/matrix.h"
#include "engine/core/run_context.h"
#include "engine/regression/least_squares.h"
#include "engine/regression/regressor.h"

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

namespace vitrine::barcode {

/// How an energy is learned.
enum class EnergyMethod {
  BoostedTrees,  ///< the paper's; needs thousands of glasses
  Line,          ///< with penalised coefficients; better for hundreds
};

inline constexpr std::array kEnergyMethods{EnergyMethod::BoostedTrees, EnergyMethod::Line};

/// "boosted_trees", "line": the names of cards.
std::string_view methodName(EnergyMethod method);

/// A method and its settings: those of regression::fit for trees, "penalty" for a line.
struct EnergyRecipe {
  EnergyMethod method = EnergyMethod::BoostedTrees;
  regression::Hyperparameters parameters;
};

/// From a row of shares or a barcode to the energy, eV/atom. Unchanging; shared by threads.
///
/// It learns the energy of 2000 atoms in eV, the unit the paper's hyperparameters are meant for;
/// everything that goes in and out is per atom, so it serves structures of any size.
class EnergyPredictor {
 public:
  /// What it learns instead of eV/atom.
  static std::vector<double> targetOf(std::span<const double> energyEvPerAtom);

  /// @throws Error (InvalidInput) for unequal lengths or settings out of range; Cancelled
  static EnergyPredictor fit(const EnergyRecipe& recipe, const Matrix& rows,
                             std::span<const double> energyEvPerAtom, const RunContext& context);

  [[nodiscard]] EnergyMethod method() const noexcept;
  [[nodiscard]] std::size_t featureCount() const noexcept;
  /// eV/atom, one for each row.
  [[nodiscard]] std::vector<double> predict(const Matrix& rows, const RunContext& context) const;
  /// Mean |SHAP value| of each feature over the rows it learned from, eV/atom. For a line they are
  /// coefficient × (feature - its mean), exactly.
  [[nodiscard]] std::vector<double> importance(const Matrix& rows, const RunContext& context) const;

  [[nodiscard]] std::vector<std::byte> encode() const;
  /// @throws Error (Damaged) for anything that encode does not write
  static EnergyPredictor decode(std::span<const std::byte> bytes);

 private:
  using Trees = std::shared_ptr<const regression::Regressor>;
  explicit EnergyPredictor(std::variant<Trees, regression::LinearFit> model)
      : m_model(std::move(model)) {}

  std::variant<Trees, regression::LinearFit> m_model;
};

}  // namespace vitrine::barcode

#pragma once

#include "engine/calphad/phase_model.h"

namespace vitrine::calphad {

/// A phase at one temperature: its Gibbs energy as a function of the site fractions, in J per mole
/// of formula units, relative to the reference of the database.
class PhaseEnergy {
 public:
  /// @param model      must outlive this
  /// @param functions  Database::functionValues at this temperature
  PhaseEnergy(const PhaseModel& model, const Database& database, std::span<const double> functions,
              double temperatureK);

  [[nodiscard]] const PhaseModel& model() const noexcept { return *m_model; }
  /// @param fractions  positive, sum 1 on each sublattice
  /// @return the Gibbs energy with its derivatives by the site fractions, taken as independent
  [[nodiscard]] Derivatives evaluate(std::span<const double> fractions) const {
    return evaluate(fractions, true);
  }
  /// The Gibbs energy alone.
  [[nodiscard]] double value(std::span<const double> fractions) const {
    return evaluate(fractions, false).value;
  }

 private:
  [[nodiscard]] Derivatives evaluate(std::span<const double> fractions, bool withHessian) const;

  using Coefficients = std::array<std::vector<double>, PhaseModel::kProperties>;

  [[nodiscard]] Derivatives property(ParameterKind kind, std::span<const double> fractions,
                                     std::span<const double> averages, bool withHessian) const;
  void addMixing(std::span<const double> fractions, bool withHessian, Derivatives& sum) const;
  void addMagnetism(std::span<const double> fractions, std::span<const double> averages,
                    bool withHessian, Derivatives& sum) const;

  const PhaseModel* m_model;
  double m_temperatureK;
  Coefficients m_ownPart;
  Coefficients m_averaged;
};

}  // namespace vitrine::calphad

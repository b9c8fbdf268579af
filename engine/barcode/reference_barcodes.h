#pragma once

#include "engine/core/matrix.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace vitrine::barcode {

/// How far a barcode is from the one that a thermally processed glass of the same energy has.
struct BarcodeContrast {
  std::vector<double> difference;  ///< of each bar, reference less this one
  double sdGroup1 = 0.0;           ///< standard deviation of the differences over the Kasper bars
  double sdGroup2 = 0.0;           ///< over the others: the measure of heterogeneity
  /// What chance alone gives for sdGroup2.
  double sdGroup2ByChance = 0.0;
  /// Part of the reference glasses, each against the others, with a smaller sdGroup2.
  double rankGroup2 = 0.0;
  bool inside = false;  ///< the energy lies within those of the reference glasses
};

/// Barcodes of thermally processed glasses against their energies: what others of equal energy are
/// held against (C. Liu et al., Acta Mater. 259, 119281 (2023), section 3.3 and Fig. 6). The
/// reference at an energy is a straight line through neighbouring glasses, weighted by a Gaussian
/// of a tenth of the range of energies. Unchanging.
class ReferenceBarcodes {
 public:
  /// @param barcodes  samples × bars
  /// @param groups    what each sample comes from; glasses of one group are left out together
  /// @param kasper    of each bar
  /// @throws Error (InvalidInput) for unequal lengths or fewer than three samples
  ReferenceBarcodes(Matrix barcodes, std::vector<double> energyEvPerAtom,
                    std::vector<std::string> groups, std::vector<bool> kasper);

  [[nodiscard]] const Matrix& barcodes() const noexcept { return m_barcodes; }
  [[nodiscard]] std::span<const double> energies() const noexcept { return m_energies; }
  [[nodiscard]] const std::vector<std::string>& groups() const noexcept { return m_groups; }

  [[nodiscard]] std::vector<double> at(double energyEvPerAtom) const;
  /// @param byChance  standard deviation that chance alone gives each bar's share
  [[nodiscard]] BarcodeContrast contrast(std::span<const double> barcode, double energyEvPerAtom,
                                         std::span<const double> byChance) const;

 private:
  /// Leaves out a group; none for an empty name.
  [[nodiscard]] std::vector<double> at(double energy, const std::string& without) const;
  [[nodiscard]] double spread(std::span<const double> difference, bool kasper) const;

  Matrix m_barcodes;
  std::vector<double> m_energies;
  std::vector<std::string> m_groups;
  std::vector<bool> m_kasper;
  double m_width = 0.0;               ///< of the Gaussian, eV/atom
  std::vector<double> m_ownSdGroup2;  ///< of samples against the other groups, rising
};

}  // namespace vitrine::barcode

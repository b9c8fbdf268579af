#pragma once

#include "engine/core/matrix.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vitrine::barcode {

/// How far a barcode is from the one that a thermally processed glass of the same energy has.
struct BarcodeContrast {
  double energyEvPerAtom = 0.0;    ///< of the reference: the nearest there is where it lies outside
  bool inside = false;             ///< the energy lies within those of the reference glasses
  bool isReference = false;        ///< it is one of them; its group is left out of the reference
  std::vector<double> difference;  ///< of each bar, reference less this one
  double sdGroup1 = 0.0;           ///< standard deviation of the differences over the Kasper bars
  double sdGroup2 = 0.0;           ///< over the others: the measure of heterogeneity
  /// What chance alone gives for sdGroup2.
  double sdGroup2ByChance = 0.0;
  /// Part of the reference glasses near this energy, each against the other groups, that have a
  /// smaller sdGroup2.
  double rankGroup2 = 0.0;
};

/// Barcodes of thermally processed glasses against their energies: what others of equal energy are
/// held against (C. Liu et al., Acta Mater. 259, 119281 (2023), section 3.3 and Fig. 6). The
/// reference at an energy is a straight line through neighbouring glasses, weighted by a Gaussian
/// of a tenth of the range of energies; how heterogeneous they are themselves is weighted alike.
/// Unchanging.
class ReferenceBarcodes {
 public:
  /// @param barcodes  samples × bars
  /// @param groups    what each sample comes from; glasses of one group are left out together,
  ///                  where there are several groups
  /// @param kasper    of each bar
  /// @throws Error (InvalidInput) for unequal lengths or fewer than three samples
  ReferenceBarcodes(Matrix barcodes, std::vector<double> energyEvPerAtom,
                    std::vector<std::string> groups, std::vector<bool> kasper);

  [[nodiscard]] std::vector<double> at(double energyEvPerAtom) const;
  /// @param byChance  standard deviation that chance alone gives each bar's share
  [[nodiscard]] BarcodeContrast contrast(std::span<const double> barcode, double energyEvPerAtom,
                                         std::span<const double> byChance) const;

 private:
  /// A reference glass and its sdGroup2 against the other groups.
  struct HeldOut {
    double energy = 0.0;
    double sdGroup2 = 0.0;
  };

  [[nodiscard]] double inRange(double energy) const;
  /// Of a sample at a place.
  [[nodiscard]] double weight(double sampleEnergy, double place) const;
  /// Without a sample and its group.
  [[nodiscard]] std::vector<double> at(double energy, std::optional<std::size_t> without) const;
  [[nodiscard]] std::optional<std::size_t> sampleWith(std::span<const double> barcode) const;
  [[nodiscard]] double spread(std::span<const double> difference, bool kasper) const;
  [[nodiscard]] double rank(double sdGroup2, double energy) const;

  Matrix m_barcodes;
  std::vector<double> m_energies;
  std::vector<std::string> m_groups;
  std::vector<bool> m_kasper;
  bool m_severalGroups = false;
  double m_width = 0.0;  ///< of the Gaussian, eV/atom
  std::vector<HeldOut> m_heldOut;
};

}  // namespace vitrine::barcode

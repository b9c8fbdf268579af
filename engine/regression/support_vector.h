#pragma once

#include "engine/regression/rbf_kernel.h"
#include "engine/regression/regressor.h"

#include <memory>
#include <span>
#include <vector>

namespace vitrine::regression {

/// A weighted sum of Gaussians about the support vectors.
class SupportVector final : public Regressor {
 public:
  /// Everything the model is made of: prediction = offset + sum of coefficient · kernel.
  struct Parts {
    Matrix vectors;                    ///< support vectors × features
    std::vector<double> coefficients;  ///< in the target's unit, one for each vector
    std::vector<double> scale;         ///< what each feature is multiplied by
    double gamma = 1.0;
    double offset = 0.0;
  };

  /// @throws Error (Damaged) where lengths disagree or a number is not finite
  static std::shared_ptr<const SupportVector> create(Parts parts);

  [[nodiscard]] ModelKind kind() const noexcept override { return ModelKind::SupportVector; }
  [[nodiscard]] std::size_t featureCount() const noexcept override { return m_parts.scale.size(); }
  [[nodiscard]] std::vector<double> predict(const Matrix& x,
                                            const RunContext& context) const override;
  [[nodiscard]] const Parts& parts() const noexcept { return m_parts; }

 private:
  explicit SupportVector(Parts parts);

  Parts m_parts;
  RbfKernel m_kernel;
};

struct SupportVectorSettings {
  double c = 30.0;        ///< penalty, in standard deviations of the target
  double epsilon = 0.02;  ///< half width of the tube without penalty, in the same unit
  double gamma = 2.0;
  bool standardise = false;  ///< divides each feature by its standard deviation
};

/// Epsilon support vector regression by LIBSVM (Chang & Lin 2011) with a Gaussian kernel. LIBSVM
/// only trains, on a kernel matrix of 16 n² bytes, hence the limit on rows.
///
/// LIBSVM has no way to be stopped. A request to stop makes its kernel matrix read as not-a-number;
/// after a step or two no pair of multipliers can be improved any more, the solver finds itself
/// finished, and frees what it holds.
/// @throws Error (InvalidInput) above 8000 rows
std::shared_ptr<const SupportVector> trainSupportVector(const SupportVectorSettings& settings,
                                                        const Matrix& x, std::span<const double> y,
                                                        const RunContext& context);

}  // namespace vitrine::regression

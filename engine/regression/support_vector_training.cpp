#include "engine/core/error.h"
#include "engine/regression/feature_scale.h"
#include "engine/regression/support_vector.h"

#include <libsvm/svm.h>

#include <atomic>
#include <cmath>
#include <limits>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

namespace vitrine::regression {

namespace {

constexpr std::size_t kMaxRows = 8000;

/// The kernel matrix as LIBSVM reads a precomputed one: row i is its number i + 1, the kernel
/// values, and a last cell, not-a-number, that no number points to until `spoil`.
class KernelRows {
 public:
  KernelRows(const Matrix& x, std::span<const double> scale, double gamma,
             const RunContext& context)
      : m_count(x.rows()),
        m_cells(std::make_unique_for_overwrite<svm_node[]>(m_count * (m_count + 2))) {
    const RbfKernel kernel(x, scale, gamma);
    std::vector<double> values(m_count);
    for (std::size_t i = 0; i < m_count; ++i) {
      context.tick();
      kernel.values(x.row(i), values);
      svm_node* row = m_cells.get() + i * (m_count + 2);
      row[0] = {0, static_cast<double>(i + 1)};
      for (std::size_t j = 0; j < m_count; ++j)
        row[j + 1] = {static_cast<int>(j + 1), values[j]};
      row[m_count + 1] = {-1, std::numeric_limits<double>::quiet_NaN()};
      m_rows.push_back(row);
    }
  }

  svm_node** rows() { return m_rows.data(); }
  /// From any thread, while LIBSVM reads: a number is one aligned word, which it sees old or new.
  void spoil() {
    for (svm_node* row : m_rows)
      std::atomic_ref(row[0].value)
          .store(static_cast<double>(m_count + 1), std::memory_order_relaxed);
  }

 private:
  std::size_t m_count;
  std::unique_ptr<svm_node[]> m_cells;
  std::vector<svm_node*> m_rows;
};

struct FreeModel {
  void operator()(svm_model* model) const { svm_free_and_destroy_model(&model); }
};

/// A target of mean 0 and deviation 1, and what it was.
struct Standardised {
  double mean = 0.0;
  double deviation = 1.0;
  std::vector<double> values;

  explicit Standardised(std::span<const double> y) {
    const auto n = static_cast<double>(y.size());
    for (const double value : y)
      mean += value / n;
    double variance = 0.0;
    for (const double value : y)
      variance += (value - mean) * (value - mean) / n;
    if (variance > 0.0)
      deviation = std::sqrt(variance);
    for (const double value : y)
      values.push_back((value - mean) / deviation);
  }
};

svm_parameter parameters(const SupportVectorSettings& settings) {
  svm_parameter made{};
  made.svm_type = EPSILON_SVR;
  made.kernel_type = PRECOMPUTED;
  // No cache beyond the two rows LIBSVM insists on: the matrix is one, and a cached row would not
  // see it spoiled. No shrinking: it pays only with a cache, and to undo it can take as long as
  // thousands of steps.
  made.cache_size = 1e-6;
  made.shrinking = 0;
  made.eps = 1e-3;
  made.C = settings.c;
  made.p = settings.epsilon;
  return made;
}

}  // namespace

std::shared_ptr<const SupportVector> trainSupportVector(const SupportVectorSettings& settings,
                                                        const Matrix& x, std::span<const double> y,
                                                        const RunContext& context) {
  if (x.rows() > kMaxRows)
    throw Error(ErrorCode::InvalidInput,
                "The support vector model takes at most " + std::to_string(kMaxRows) +
                    " training rows, and these are " + std::to_string(x.rows()) +
                    "; train another model on them.");
  // LIBSVM writes to stdout otherwise.
  static std::once_flag silenced;
  std::call_once(silenced, [] { svm_set_print_string_function([](const char*) {}); });

  const auto scale = featureScale(x, settings.standardise);
  KernelRows kernel(x, scale, settings.gamma, context);

  Standardised target(y);
  const svm_parameter parameter = parameters(settings);
  const svm_problem problem{static_cast<int>(x.rows()), target.values.data(), kernel.rows()};
  if (const char* complaint = svm_check_parameter(&problem, &parameter))
    throw Error(ErrorCode::Failed, "LIBSVM refused to train the support vector model.", complaint);

  std::unique_ptr<svm_model, FreeModel> model;
  {
    const std::stop_callback spoiled(context.stopToken(), [&] { kernel.spoil(); });
    model.reset(svm_train(&problem, &parameter));
  }
  context.tick();

  SupportVector::Parts parts;
  std::vector<std::size_t> chosen;
  for (int i = 0; i < model->l; ++i) {
    chosen.push_back(static_cast<std::size_t>(model->sv_indices[i]) - 1);
    parts.coefficients.push_back(model->sv_coef[0][i] * target.deviation);
  }
  parts.vectors = x.select(chosen);
  parts.scale = scale;
  parts.gamma = settings.gamma;
  parts.offset = target.mean - model->rho[0] * target.deviation;
  context.tick(1.0);
  return SupportVector::create(std::move(parts));
}

}  // namespace vitrine::regression

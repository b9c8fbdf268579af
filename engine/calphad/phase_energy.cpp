#include "engine/calphad/phase_energy.h"

#include "engine/calphad/magnetism.h"
#include "engine/core/units.h"

#include <cmath>

namespace vitrine::calphad {

PhaseEnergy::PhaseEnergy(const PhaseModel& model, const Database& database,
                         std::span<const double> functions, double temperatureK)
    : m_model(&model), m_temperatureK(temperatureK) {
  std::vector<double> parameters;
  parameters.reserve(model.m_parameters.size());
  for (const std::size_t i : model.m_parameters)
    parameters.push_back(database.parameters[i].value.value(temperatureK, functions));
  for (std::size_t p = 0; p < PhaseModel::kProperties; ++p) {
    m_ownPart[p] = model.m_ownPart[p].coefficients(parameters);
    m_averaged[p] = model.m_averaged[p].coefficients(parameters);
  }
}

Derivatives PhaseEnergy::evaluate(std::span<const double> fractions, bool withHessian) const {
  std::vector<double> averages(m_model->m_averages);
  for (std::size_t v = 0; v < m_model->m_averageOf.size(); ++v)
    averages[m_model->m_averageOf[v]] += m_model->m_averageWeight[v] * fractions[v];
  Derivatives sum = property(ParameterKind::Gibbs, fractions, averages, withHessian);
  addMixing(fractions, withHessian, sum);
  if (m_model->m_structureFactor > 0.0)
    addMagnetism(fractions, averages, withHessian, sum);
  return sum;
}

Derivatives PhaseEnergy::property(ParameterKind kind, std::span<const double> fractions,
                                  std::span<const double> averages, bool withHessian) const {
  const auto p = static_cast<std::size_t>(kind);
  const std::size_t n = fractions.size();
  Derivatives sum(n);
  m_model->m_ownPart[p].evaluate(m_ownPart[p], fractions, withHessian, sum);
  if (m_model->m_averaged[p].empty())
    return sum;
  Derivatives averaged(averages.size());
  m_model->m_averaged[p].evaluate(m_averaged[p], averages, withHessian, averaged);
  sum.value += averaged.value;
  const auto& of = m_model->m_averageOf;
  const auto& weight = m_model->m_averageWeight;
  for (std::size_t v = 0; v < n; ++v)
    sum.gradient[v] += weight[v] * averaged.gradient[of[v]];
  for (std::size_t v = 0; withHessian && v < n; ++v) {
    for (std::size_t w = 0; w < n; ++w)
      sum.hessian[v * n + w] +=
          weight[v] * weight[w] * averaged.hessian[of[v] * averages.size() + of[w]];
  }
  return sum;
}

void PhaseEnergy::addMixing(std::span<const double> fractions, bool withHessian,
                            Derivatives& sum) const {
  const double rt = kGasConstant * m_temperatureK;
  for (const auto& sublattice : m_model->m_sublattices) {
    if (sublattice.species.size() < 2)
      continue;
    for (std::size_t i = 0; i < sublattice.species.size(); ++i) {
      const std::size_t v = sublattice.first + i;
      const double logarithm = std::log(fractions[v]);
      sum.value += rt * sublattice.sites * fractions[v] * logarithm;
      sum.gradient[v] += rt * sublattice.sites * (logarithm + 1.0);
      if (withHessian)
        sum.hessian[v * fractions.size() + v] += rt * sublattice.sites / fractions[v];
    }
  }
}

void PhaseEnergy::addMagnetism(std::span<const double> fractions, std::span<const double> averages,
                               bool withHessian, Derivatives& sum) const {
  const auto curie = property(ParameterKind::CurieTemperature, fractions, averages, withHessian);
  const auto moment = property(ParameterKind::MagneticMoment, fractions, averages, withHessian);
  const auto g = magneticEnergy(m_temperatureK, curie.value, moment.value,
                                m_model->m_antiferromagneticFactor, m_model->m_structureFactor);
  if (g.value == 0.0)
    return;
  const std::size_t n = fractions.size();
  sum.value += g.value;
  for (std::size_t v = 0; v < n; ++v)
    sum.gradient[v] += g.byC * curie.gradient[v] + g.byB * moment.gradient[v];
  for (std::size_t v = 0; withHessian && v < n; ++v) {
    const double byC = g.byCC * curie.gradient[v] + g.byCB * moment.gradient[v];
    const double byB = g.byCB * curie.gradient[v] + g.byBB * moment.gradient[v];
    for (std::size_t w = 0; w < n; ++w) {
      const std::size_t vw = v * n + w;
      sum.hessian[vw] += byC * curie.gradient[w] + byB * moment.gradient[w] +
                         g.byC * curie.hessian[vw] + g.byB * moment.hessian[vw];
    }
  }
}

}  // namespace vitrine::calphad

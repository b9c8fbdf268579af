#include "engine/regression/parameter_reader.h"

#include "engine/core/error.h"

#include <cmath>
#include <sstream>

namespace vitrine::regression {

ParameterReader::ParameterReader(ModelKind kind, const Hyperparameters& parameters)
    : m_kind(kind), m_left(parameters) {}

double ParameterReader::number(const std::string& name, double fallback, double low, double high) {
  m_known += (m_known.empty() ? "" : ", ") + name;
  const auto found = m_left.find(name);
  if (found == m_left.end())
    return fallback;
  const double value = found->second;
  m_left.erase(found);
  if (!(value >= low && value <= high)) {
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << "The parameter " << name << " of " << modelName(m_kind) << " is " << value
         << " and must lie between " << low << " and " << high << ".";
    throw Error(ErrorCode::InvalidInput, text.str());
  }
  return value;
}

std::size_t ParameterReader::count(const std::string& name, std::size_t fallback, std::size_t low,
                                   std::size_t high) {
  const double value = number(name, static_cast<double>(fallback), static_cast<double>(low),
                              static_cast<double>(high));
  if (value != std::floor(value))
    throw Error(ErrorCode::InvalidInput, "The parameter " + name + " of " +
                                             std::string(modelName(m_kind)) +
                                             " must be a whole number.");
  return static_cast<std::size_t>(value);
}

void ParameterReader::finish() const {
  if (m_left.empty())
    return;
  throw Error(ErrorCode::InvalidInput, std::string(modelName(m_kind)) + " has no parameter \"" +
                                           m_left.begin()->first + "\"; it has " + m_known + ".");
}

}  // namespace vitrine::regression

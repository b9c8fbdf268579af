#pragma once

#include "engine/regression/regressor.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace vitrine::regression {

/// Takes hyperparameters one by one, each with its default and range.
class ParameterReader {
 public:
  ParameterReader(ModelKind kind, const Hyperparameters& parameters);

  /// @throws Error (InvalidInput) outside [low, high]
  double number(const std::string& name, double fallback, double low, double high);
  /// @throws Error (InvalidInput) outside [low, high] or where it is no whole number
  std::size_t count(const std::string& name, std::size_t fallback, std::size_t low,
                    std::size_t high);
  bool flag(const std::string& name, bool fallback) {
    return count(name, fallback ? 1 : 0, 0, 1) == 1;
  }
  /// @throws Error (InvalidInput) for a parameter that nobody took
  void finish() const;

 private:
  ModelKind m_kind;
  Hyperparameters m_left;
  std::string m_known;
};

}  // namespace vitrine::regression

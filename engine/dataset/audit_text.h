#pragma once

#include <string>

namespace vitrine::dataset {

/// A number for a sentence: at most `digits` significant digits, a point in every locale.
std::string numberText(double value, int digits = 6);

}  // namespace vitrine::dataset

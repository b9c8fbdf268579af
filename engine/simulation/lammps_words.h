#pragma once

#include <string>
#include <string_view>

namespace vitrine::simulation {

/// What an error of LAMMPS means and what to do about it, for people; empty where nothing better
/// than its own words is known. @param error  the sentence behind "ERROR"
std::string meaningOf(std::string_view error);

}  // namespace vitrine::simulation

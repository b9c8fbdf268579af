#pragma once

#include <string>
#include <vector>

namespace vitrine::alloy {

/// The name of the system of these elements, whatever their order: symbols in alphabetic order
/// joined by "-", e.g. "Al-Cu-Zr". An element counts once; no element gives no name.
std::string alloySystem(const std::vector<int>& atomicNumbers);

}  // namespace vitrine::alloy

#pragma once

namespace vitrine::relaxation {

/// Contact value g(d) of hard spheres at packing fraction `phi` in the Percus–Yevick theory:
/// (1 + phi/2) / (1 - phi)^2.
double contactValue(double phi);

}  // namespace vitrine::relaxation

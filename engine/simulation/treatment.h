#pragma once

#include "engine/atomistic/structure.h"
#include "engine/simulation/run.h"
#include "engine/simulation/schedule.h"

namespace vitrine::simulation {

// What is done to a glass that is there, as a request for runSimulation. Potential, program, folder
// and seed are left to the caller. All throw Error (InvalidInput) as scheduleOf.
RunRequest treatmentOf(const Anneal& wish, atomistic::Structure glass);
RunRequest treatmentOf(const Heating& wish, atomistic::Structure glass);
RunRequest treatmentOf(const Shear& wish, atomistic::Structure glass);
/// Only the inherent structure is looked for.
RunRequest minimisationOf(atomistic::Structure glass);

}  // namespace vitrine::simulation

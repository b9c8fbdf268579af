#pragma once

#include "engine/calphad/database.h"

namespace vitrine::calphad {

/// Finds the order in which the functions of a database can be computed. Those that are not
/// defined, or only by themselves, have no value: parameters that need one are left out, and the
/// notes say so.
void orderFunctions(Database& database);

}  // namespace vitrine::calphad

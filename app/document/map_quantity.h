#pragma once

#include "app/quantities/map_quantity.h"

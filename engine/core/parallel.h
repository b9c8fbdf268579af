#pragma once

#include "engine/core/run_context.h"

#include <cstddef>
#include <functional>

namespace vitrine {

/// Calls `body(i)` once for each i in [0, count), on up to `context.threads()` threads, the calling
/// one among them. Ticks after every item, so an item must take less than 20 ms or tick by itself.
///
/// A body writes only to places that belong to its own i; the result is then the same for any
/// number of threads. Inside a body a further `parallelFor` runs in line. The first exception
/// (Cancelled included) ends the loop and is thrown on.
void parallelFor(const RunContext& context, std::size_t count,
                 const std::function<void(std::size_t)>& body);

}  // namespace vitrine

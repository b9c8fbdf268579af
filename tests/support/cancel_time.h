#pragma once

#include <QtGlobal>

namespace vitrine::test {

/// How long a job may go on after it was told to stop. 100 ms is a requirement; a sanitizer slows
/// everything down, so there it is multiplied.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr qint64 kCancelMs = 3000;
#else
inline constexpr qint64 kCancelMs = 100;
#endif

}  // namespace vitrine::test

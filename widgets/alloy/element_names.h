#pragma once

#include <QString>

namespace vitrine::widgets {

/// "Zirconium", in the user's language. @pre 1 <= atomicNumber <= alloy::kElementCount
QString elementName(int atomicNumber);
/// "Zr".
QString elementSymbol(int atomicNumber);

}  // namespace vitrine::widgets

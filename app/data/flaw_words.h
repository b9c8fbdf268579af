#pragma once

#include "engine/dataset/audit.h"

#include <QString>

namespace vitrine::app {

/// What kind of flaw it is, in two or three words.
QString flawText(dataset::FlawKind kind);
/// "error", "warning", "note".
QString severityText(dataset::FlawSeverity severity);
/// What a fix does to the table, as a sentence: "Set Tg of Zr50Cu50 to 650.2."; empty where there
/// is none.
QString fixText(const dataset::Table& table, const dataset::Fix& fix);

}  // namespace vitrine::app

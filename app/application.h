#pragma once

#include "app/cli/command_line.h"

namespace vitrine::app {

/// Opens the workbench and runs until its window is closed, or only takes its picture where that is
/// what `request` wants.
int runWorkbench(int argc, char** argv, const cli::WorkbenchRequest& request);

}  // namespace vitrine::app

#pragma once

#include "app/cli/command_line.h"

namespace vitrine::app {

/// Draws a composition triangle into a file, for the command line. Runs without a display.
/// @throws Error (CannotWrite)
void drawMapPicture(const cli::MapPicture& picture);

}  // namespace vitrine::app

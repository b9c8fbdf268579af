#pragma once

#include <filesystem>

namespace vitrine::app {

/// Opens the workbench and runs until its window is closed.
int runWorkbench(int argc, char** argv, const std::filesystem::path& resources);

}  // namespace vitrine::app

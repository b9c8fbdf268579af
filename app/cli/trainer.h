#pragma once

#include <filesystem>
#include <span>
#include <string>

namespace vitrine::cli {

/// Lets `program`, the trainer of networks, take the place of this process, so that there is one
/// process to watch and to stop. @throws Error where that cannot be done
[[noreturn]] void becomeTrainer(const std::filesystem::path& program,
                                std::span<const std::string> arguments);

}  // namespace vitrine::cli

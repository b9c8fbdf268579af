#include "engine/files/folder.h"

#include "engine/core/error.h"

#include <system_error>

namespace vitrine::files {

void makeFolder(const std::filesystem::path& folder) {
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  if (failure)
    throw Error(ErrorCode::CannotWrite,
                "The folder " + folder.string() + " cannot be made: " + failure.message() + ".");
}

}  // namespace vitrine::files

#include "app/cli/models.h"

#include "engine/core/error.h"
#include "engine/prediction/training.h"

namespace vitrine::cli {

SharedModel loadModel(const std::filesystem::path& resources, prediction::Property property) {
  const auto file = resources / "models" / prediction::modelFileName(property);
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored))
    throw Error(ErrorCode::Failed, "There is no model " + file.string() +
                                       "; name the folder that holds models/ with --resources.");
  return prediction::loadPropertyModel(file);
}

}  // namespace vitrine::cli

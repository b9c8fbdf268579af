#include "app/cli/tables.h"

#include "app/cli/options.h"
#include "engine/core/error.h"
#include "engine/dataset/table_io.h"

namespace vitrine::cli {

prediction::Property propertyOf(std::string_view name) {
  return oneOf(name, "--property", {"Tg", "Tm"}) == "Tg" ? prediction::Property::Tg
                                                         : prediction::Property::Tm;
}

std::vector<regression::ModelKind> modelsOf(std::string_view name) {
  if (name == "all" || name == "blend")
    return {};
  return {regression::modelKind(name)};
}

dataset::Table tableOf(const std::filesystem::path& file, const RunContext& context) {
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored))
    throw Error(ErrorCode::CannotRead, "There is no file " + file.string() + ".");
  return dataset::readTable(file, context);
}

}  // namespace vitrine::cli

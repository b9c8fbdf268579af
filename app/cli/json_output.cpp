#include "app/cli/json_output.h"

#include <ostream>

namespace vitrine::cli {

void write(std::ostream& out, const Json& object) {
  out << object.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

void writeLine(std::ostream& out, const Json& object) {
  out << object.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n' << std::flush;
}

}  // namespace vitrine::cli

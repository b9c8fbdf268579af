#include "engine/alloy/domain.h"

namespace vitrine::alloy {

std::string_view domainName(Domain domain) {
  switch (domain) {
    case Domain::Inside:
      return "inside";
    case Domain::Edge:
      return "edge";
    case Domain::Outside:
      return "outside";
  }
  return {};
}

}  // namespace vitrine::alloy

#include "engine/prediction/estimate.h"

namespace vitrine::prediction {

std::string_view propertyName(Property property) {
  return property == Property::Tg ? "Tg" : "Tm";
}

std::string_view propertyColumn(Property property) {
  return property == Property::Tg ? "Tg_K" : "Tl_K";
}

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

}  // namespace vitrine::prediction

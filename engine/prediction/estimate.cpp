#include "engine/prediction/estimate.h"

namespace vitrine::prediction {

std::string_view propertyName(Property property) {
  return property == Property::Tg ? "Tg" : "Tm";
}

std::string_view propertyColumn(Property property) {
  return property == Property::Tg ? "Tg_K" : "Tl_K";
}

}  // namespace vitrine::prediction

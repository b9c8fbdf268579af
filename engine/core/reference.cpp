#include "engine/core/reference.h"

namespace vitrine {

std::string citation(const Reference& reference) {
  std::string text = reference.authors + ", " + reference.title;
  if (!reference.source.empty())
    text += ", " + reference.source;
  if (reference.year != 0)
    text += " (" + std::to_string(reference.year) + ")";
  if (!reference.doi.empty())
    text += ", doi:" + reference.doi;
  return text;
}

}  // namespace vitrine

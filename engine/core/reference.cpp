#include "engine/core/reference.h"

namespace vitrine {

std::string citation(const Reference& reference) {
  std::string text;
  // Titles and authors that could not be confirmed are left blank in the list.
  for (const std::string& part : {reference.authors, reference.title, reference.source}) {
    if (!part.empty())
      text += (text.empty() ? "" : ", ") + part;
  }
  if (reference.year != 0)
    text += " (" + std::to_string(reference.year) + ")";
  if (!reference.doi.empty())
    text += ", doi:" + reference.doi;
  return text;
}

}  // namespace vitrine

#pragma once

#include <map>
#include <string>

namespace vitrine {

/// A publication. Every citation on screen comes from `resources/references.json`.
struct Reference {
  std::string key;      ///< e.g. "que2025"
  std::string authors;  ///< "N. T. Que, A. D. Phan, …"
  std::string title;
  std::string source;  ///< journal, volume, page; or publisher
  int year = 0;
  std::string doi;  ///< empty where there is none
};

using References = std::map<std::string, Reference>;

/// "N. T. Que et al., Title, Source (2025), doi:…": the text of a tooltip and of "copy citation".
std::string citation(const Reference& reference);

}  // namespace vitrine

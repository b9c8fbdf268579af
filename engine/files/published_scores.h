#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::files {

/// A published model and its scores, as printed.
struct PublishedModel {
  long rows = 0;     ///< of the data behind it
  std::string data;  ///< their kind, e.g. "experiment"
  std::string models;
  std::string r2Percent;  ///< "98.0", "> 98.0"; empty where none is given
  std::string rmseK;      ///< the same
  std::string reference;
};

/// A table of them out of a publication.
struct PublishedScores {
  std::string source;  ///< key of its reference
  std::string table;   ///< "Table II"
  std::string note;
  std::vector<PublishedModel> models;
};

/// @throws Error (CannotRead, Damaged) naming the file
PublishedScores readPublishedScores(const std::filesystem::path& file);
/// The same from text; `name` stands for the file in messages. @throws Error (Damaged)
PublishedScores parsePublishedScores(std::string_view json, std::string_view name);

}  // namespace vitrine::files

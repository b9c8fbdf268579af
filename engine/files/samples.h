#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::files {

/// One entry of the sample gallery.
struct SampleEntry {
  std::string title;
  std::string formula;
  std::string description;  ///< one line
  std::string source;       ///< key in references.json
};

/// Reads `samples.json`: {"samples": [{"title", "formula", "description", "source"}]}, in the order
/// of the file. @throws Error (CannotRead, Damaged) naming the file.
std::vector<SampleEntry> readSamples(const std::filesystem::path& file);

/// The same from text; `name` stands for the file in messages. @throws Error (Damaged)
std::vector<SampleEntry> parseSamples(std::string_view json, std::string_view name);

/// A table of alloys that comes with the program.
struct SampleTable {
  std::string title;
  std::string file;         ///< name beside the list
  std::string description;  ///< one line
  std::string source;       ///< key in references.json
};

/// Reads `tables.json`: {"tables": [{"title", "file", "description", "source"}]}, in the order of
/// the file. @throws Error (CannotRead, Damaged) naming the file.
std::vector<SampleTable> readSampleTables(const std::filesystem::path& file);

/// The same from text. @throws Error (Damaged)
std::vector<SampleTable> parseSampleTables(std::string_view json, std::string_view name);

}  // namespace vitrine::files

#pragma once

#include "app/cli/verb.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::cli {

/// The options of one verb. Numbers are taken as text and read here, because the library obeys the
/// locale.
class Options {
 public:
  Options(std::string_view verb, std::string_view summary);

  CLI::App& app() noexcept { return m_app; }
  CLI::Option* text(const std::string& name, std::string& value, const std::string& typeName,
                    const std::string& help);
  CLI::Option* flag(const std::string& name, bool& value, const std::string& help);

  /// @throws CLI::ParseError for wrong usage and for --help
  void parse(const Call& call);

  /// The folder with models and references: --resources, or that of the program.
  [[nodiscard]] std::filesystem::path resources(const Call& call) const;

 private:
  CLI::App m_app;
  std::string m_resources;
};

/// @param what  names the value in the error, e.g. "--tg"
/// @throws Error (InvalidInput) unless all of `text` is one finite number
double number(std::string_view text, std::string_view what);
/// As `number`, for a number above zero.
double positive(std::string_view text, std::string_view what);
/// Whole numbers from `lowest` to `highest`.
int wholeNumber(std::string_view text, std::string_view what, int lowest, int highest);
/// "550,600": numbers separated by commas, in the order given.
std::vector<double> numbers(std::string_view text, std::string_view what);
/// The parts between separators, without the spaces around them.
std::vector<std::string> parts(std::string_view text, char separator);
/// One of some words. @throws Error naming them
std::string_view oneOf(std::string_view text, std::string_view what,
                       std::initializer_list<std::string_view> words);

}  // namespace vitrine::cli

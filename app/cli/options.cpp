#include "app/cli/options.h"

#include "engine/core/error.h"
#include "engine/files/number_text.h"

#include <algorithm>
#include <cmath>
#include <ostream>

namespace vitrine::cli {

namespace {

[[noreturn]] void refuse(std::string_view what, std::string_view text, std::string_view wanted) {
  throw Error(ErrorCode::InvalidInput, std::string(what) + " takes " + std::string(wanted) +
                                           ", not \"" + std::string(text) + "\".");
}

}  // namespace

Options::Options(std::string_view verb, std::string_view summary)
    : m_app(std::string(summary), "vitrine " + std::string(verb)) {
  m_app.set_help_flag("-h,--help", "Print this help and end");
  m_app.get_formatter()->column_width(30);
  text("--resources", m_resources, "DIR",
       "Folder with the models and references (path; default: the one of the installation)");
}

CLI::Option* Options::text(const std::string& name, std::string& value, const std::string& typeName,
                           const std::string& help) {
  return m_app.add_option(name, value, help)->type_name(typeName);
}

CLI::Option* Options::flag(const std::string& name, bool& value, const std::string& help) {
  return m_app.add_flag(name, value, help);
}

void Options::parse(const Call& call) {
  // The library takes them from the back.
  std::vector<std::string> reversed(call.arguments.rbegin(), call.arguments.rend());
  try {
    m_app.parse(reversed);
  } catch (const CLI::CallForHelp&) {
    call.out << m_app.help();
    throw;
  }
}

std::filesystem::path Options::resources(const Call& call) const {
  return m_resources.empty() ? call.environment.resources : std::filesystem::path(m_resources);
}

double number(std::string_view text, std::string_view what) {
  const auto value = files::parseNumber(text);
  if (!value)
    refuse(what, text, "a number with a decimal point");
  return *value;
}

double positive(std::string_view text, std::string_view what) {
  const double value = number(text, what);
  if (!(value > 0.0))
    refuse(what, text, "a number above zero");
  return value;
}

int wholeNumber(std::string_view text, std::string_view what, int lowest, int highest) {
  const double value = number(text, what);
  if (value != std::floor(value) || value < lowest || value > highest)
    refuse(what, text,
           "a whole number from " + std::to_string(lowest) + " to " + std::to_string(highest));
  return static_cast<int>(value);
}

std::vector<std::string> parts(std::string_view text, char separator) {
  std::vector<std::string> found;
  while (true) {
    const auto end = text.find(separator);
    found.emplace_back(files::trimmed(text.substr(0, end)));
    if (end == std::string_view::npos)
      return found;
    text.remove_prefix(end + 1);
  }
}

std::vector<double> numbers(std::string_view text, std::string_view what) {
  std::vector<double> values;
  for (const auto& part : parts(text, ','))
    values.push_back(number(part, what));
  return values;
}

std::string_view oneOf(std::string_view text, std::string_view what,
                       std::initializer_list<std::string_view> words) {
  const auto found = std::find(words.begin(), words.end(), text);
  if (found != words.end())
    return *found;
  std::string wanted = "one of";
  for (const auto word : words)
    wanted += (word == *words.begin() ? " " : ", ") + std::string(word);
  refuse(what, text, wanted);
}

}  // namespace vitrine::cli

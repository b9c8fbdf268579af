#include "engine/simulation/lammps_output.h"

#include "engine/files/number_text.h"
#include "engine/simulation/lammps_input.h"

#include <array>
#include <cmath>
#include <vector>

namespace vitrine::simulation {

namespace {

constexpr std::size_t kColumns = 6;

std::vector<std::string_view> words(std::string_view line) {
  std::vector<std::string_view> found;
  std::size_t begin = line.find_first_not_of(" \t");
  while (begin != std::string_view::npos) {
    const std::size_t end = line.find_first_of(" \t", begin);
    found.push_back(line.substr(begin, end - begin));
    begin = line.find_first_not_of(" \t", end);
  }
  return found;
}

/// Empty unless all words are numbers and there are so many.
std::vector<double> numbers(const std::vector<std::string_view>& words, std::size_t count) {
  std::vector<double> values;
  for (const auto word : words) {
    const auto value = files::parseNumber(word);
    if (!value)
      return {};
    values.push_back(*value);
  }
  return values.size() == count ? values : std::vector<double>();
}

}  // namespace

void LammpsOutput::take(std::string_view line) {
  constexpr std::string_view kVersion = "LAMMPS (";
  constexpr std::string_view kLast = "Last command: ";
  if (line.starts_with(kMark))
    takeMark(line.substr(std::string_view(kMark).size()));
  else if (line.starts_with("ERROR"))
    takeError(line);
  else if (line.starts_with(kLast))
    m_lastCommand = line.substr(kLast.size());
  else if (line.starts_with("Step Temp PotEng Volume Press Pxy"))
    m_inTable = true;
  else if (line.starts_with("Loop time"))
    m_inTable = false;
  else if (m_inTable && m_inStage)
    takeThermo(line);
  else if (m_version.empty() && line.starts_with(kVersion) && line.ends_with(')'))
    m_version = line.substr(kVersion.size(), line.size() - kVersion.size() - 1);
}

void LammpsOutput::takeMark(std::string_view text) {
  const auto parts = words(text);
  if (parts.size() == 1 && parts[0] == "done") {
    m_done = true;
  } else if (parts.size() == 2 && parts[0] == "stage") {
    m_inStage = true;
    if (m_sinks.stage)
      m_sinks.stage(std::string(parts[1]));
  } else if (parts.size() == 2 && parts[0] == "minimise") {
    m_inStage = false;
  } else if (parts.size() == 4 && parts[0] == "minimum") {
    const auto values = numbers({parts.begin() + 1, parts.end()}, 3);
    if (!values.empty())
      m_minimum = {{}, values[0], values[1], values[2]};
  } else if (parts.size() == 2 && parts[0] == "wrote") {
    m_minimum.file = parts[1];
    if (m_sinks.minimised)
      m_sinks.minimised(m_minimum);
  }
}

void LammpsOutput::takeThermo(std::string_view line) {
  const auto values = numbers(words(line), kColumns);
  if (!values.empty() && m_sinks.thermo)
    m_sinks.thermo(
        {std::llround(values[0]), values[1], values[2], values[3], values[4], values[5]});
}

void LammpsOutput::takeError(std::string_view line) {
  if (!m_error.empty())
    return;
  const auto colon = line.find(": ");
  line.remove_prefix(colon == std::string_view::npos ? 0 : colon + 2);
  if (const auto place = line.rfind(" (src/"); place != std::string_view::npos)
    line = line.substr(0, place);
  m_error = files::trimmed(line);
}

}  // namespace vitrine::simulation

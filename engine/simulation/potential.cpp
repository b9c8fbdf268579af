#include "engine/simulation/potential.h"

#include "engine/alloy/element.h"
#include "engine/core/error.h"
#include "engine/files/text_file.h"
#include "engine/simulation/eam_file.h"

#include <algorithm>
#include <cstdlib>

namespace vitrine::simulation {

namespace {

namespace fs = std::filesystem;

constexpr const char* kDebianFolder = "/usr/share/lammps/potentials";

std::string joined(const std::vector<int>& elements) {
  std::string text;
  for (std::size_t i = 0; i < elements.size(); ++i)
    text.append(i == 0 ? "" : i + 1 == elements.size() ? " and " : ", ")
        .append(alloy::element(elements[i]).symbol);
  return text;
}

}  // namespace

std::vector<fs::path> potentialFolders() {
  std::vector<fs::path> folders;
  if (const char* named = std::getenv("LAMMPS_POTENTIALS"); named != nullptr && *named != '\0')
    folders.emplace_back(named);
  folders.emplace_back(kDebianFolder);
  return folders;
}

Potential potentialOfFile(const fs::path& file) {
  const std::string text = files::readText(file);
  try {
    EamFile read = parseEamFile(text, file.filename().string());
    return {file.filename().string(), std::move(read.style),   {fs::absolute(file)},
            std::move(read.elements), read.cutoffA,            std::move(read.comment)};
  } catch (const Error& error) {
    throw Error(error.code(), file.string() + " is no EAM potential that can be used: " +
                                  error.what(),
                error.detail());
  }
}

std::vector<Potential> installedPotentials(const std::vector<fs::path>& folders) {
  std::vector<Potential> found;
  for (const auto& folder : folders) {
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none)) {
      const auto name = entry.path().filename().string();
      const auto known = [&](const Potential& each) { return each.name == name; };
      if (!looksLikeEam(name) || std::any_of(found.begin(), found.end(), known))
        continue;
      try {
        found.push_back(potentialOfFile(entry.path()));
      } catch (const Error&) {
        continue;
      }
    }
  }
  std::sort(found.begin(), found.end(),
            [](const Potential& a, const Potential& b) { return a.name < b.name; });
  return found;
}

Potential potentialNamed(const std::string& nameOrFile, const std::vector<fs::path>& folders) {
  std::error_code none;
  if (nameOrFile.find('/') == std::string::npos)
    for (const auto& folder : folders)
      if (fs::is_regular_file(folder / nameOrFile, none))
        return potentialOfFile(folder / nameOrFile);
  if (fs::is_regular_file(nameOrFile, none))
    return potentialOfFile(nameOrFile);
  throw Error(ErrorCode::InvalidInput,
              "There is no potential " + nameOrFile +
                  ": it is neither a file nor one of those that the Debian package lammps-data "
                  "installs.");
}

void requireCovered(const Potential& potential, const alloy::Composition& alloy) {
  std::vector<int> missing;
  for (const auto& share : alloy.shares())
    if (std::find(potential.elements.begin(), potential.elements.end(), share.atomicNumber) ==
        potential.elements.end())
      missing.push_back(share.atomicNumber);
  if (!missing.empty())
    throw Error(ErrorCode::InvalidInput, "The potential " + potential.name + " describes " +
                                             joined(potential.elements) + ", but not " +
                                             joined(missing) + ".");
}

}  // namespace vitrine::simulation

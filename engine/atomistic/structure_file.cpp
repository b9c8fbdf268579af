#include "engine/atomistic/structure_file.h"

#include "engine/atomistic/extended_xyz.h"
#include "engine/atomistic/lammps_data.h"
#include "engine/atomistic/lammps_dump.h"
#include "engine/atomistic/poscar.h"
#include "engine/atomistic/text_lines.h"
#include "engine/core/error.h"
#include "engine/files/atomic_file.h"
#include "engine/files/gzip.h"
#include "engine/files/text_file.h"

#include <algorithm>
#include <string>
#include <utility>

namespace vitrine::atomistic {

namespace {

/// A dump of a million atoms takes about 60 MB.
constexpr std::size_t kMostBytes = std::size_t{1} << 30U;

TypedStructure typed(Structure structure) {
  TypedStructure result{std::move(structure), {}, {}};
  result.elements = speciesOf(result.structure);
  for (const int species : result.structure.species)
    result.types.push_back(
        static_cast<int>(std::lower_bound(result.elements.begin(), result.elements.end(), species) -
                         result.elements.begin()) +
        1);
  result.structure.species.clear();
  return result;
}

/// The title of a data file may say anything; the line of the atoms comes soon after.
bool isLammpsData(std::string_view text) {
  constexpr int kHeaderLines = 40;
  TextLines lines(text);
  for (int i = 0; i < kHeaderLines && lines.next(); ++i)
    if (i > 0 && lines.fields().size() >= 2 && lines.fields()[1] == "atoms")
      return true;
  return false;
}

bool isDump(std::string_view text) {
  return text.substr(0, 120).find("ITEM: TIMESTEP") != std::string_view::npos;
}

bool isExtendedXyz(std::string_view text) {
  TextLines lines(text);
  return lines.next() && lines.fields().size() == 1 && lines.next() &&
         lines.line().find("attice=") != std::string_view::npos;
}

}  // namespace

TypedStructure parseStructure(std::string_view text, const RunContext& context) {
  if (isDump(text))
    return parseLastDumpFrame(text, context);
  if (isLammpsData(text))
    return parseLammpsData(text, context);
  if (isExtendedXyz(text))
    return typed(parseExtendedXyz(text, context));
  return typed(parsePoscar(text, context));
}

namespace {

/// Gives the text of a file, unpacked, to `parse`; errors name the file.
template <class Parse>
auto withTextOf(const std::filesystem::path& file, const RunContext& context, const Parse& parse) {
  std::vector<std::byte> bytes = files::readBytes(file, kMostBytes);
  try {
    if (files::isGzip(bytes))
      bytes = files::gunzip(bytes, kMostBytes, context);
    return parse(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
  } catch (const Error& error) {
    throw Error(error.code(), file.string() + ": " + error.what(), error.detail());
  }
}

}  // namespace

TypedStructure readStructure(const std::filesystem::path& file, const RunContext& context) {
  return withTextOf(file, context,
                    [&](std::string_view text) { return parseStructure(text, context); });
}

void readFrames(const std::filesystem::path& file, const std::function<void(DumpFrame frame)>& take,
                const RunContext& context) {
  withTextOf(file, context, [&](std::string_view text) {
    if (isDump(text))
      eachDumpFrame(text, take, context);
    else
      take({0, parseStructure(text, context)});
  });
}

void writeStructure(const Structure& structure, const std::filesystem::path& file) {
  const std::string suffix = file.extension().string();
  if (suffix == ".data" || suffix == ".lmp")
    return files::writeAtomically(file, lammpsDataOf(structure));
  if (suffix == ".xyz" || suffix == ".extxyz")
    return files::writeAtomically(file, extendedXyzOf(structure));
  if (suffix == ".vasp" || suffix == ".poscar")
    return files::writeAtomically(file, poscarOf(structure));
  throw Error(ErrorCode::InvalidInput,
              file.string() + ": atoms are written as .data (LAMMPS), .xyz or .vasp.");
}

}  // namespace vitrine::atomistic

#include "engine/atomistic/extended_xyz.h"

#include "engine/alloy/element.h"
#include "engine/atomistic/text_lines.h"
#include "engine/core/error.h"
#include "engine/files/number_text.h"

#include <algorithm>
#include <optional>

namespace vitrine::atomistic {

namespace {

/// More atoms than any machine reads; a number like that is a mistake.
constexpr long long kMostAtoms = 100'000'000;

/// key=value or key="value with spaces", whatever the case of the key.
std::optional<std::string_view> valueOf(std::string_view comment, std::string_view key) {
  const auto same = [](char a, char b) { return std::tolower(a) == std::tolower(b); };
  std::size_t from = 0;
  while (from < comment.size()) {
    const auto found = std::search(comment.begin() + static_cast<std::ptrdiff_t>(from),
                                   comment.end(), key.begin(), key.end(), same);
    if (found == comment.end())
      return std::nullopt;
    const auto begin = static_cast<std::size_t>(found - comment.begin());
    from = begin + key.size();
    const bool starts = begin == 0 || comment[begin - 1] == ' ' || comment[begin - 1] == '\t';
    if (!starts || from >= comment.size() || comment[from] != '=')
      continue;
    std::string_view rest = comment.substr(from + 1);
    if (rest.starts_with('"')) {
      rest.remove_prefix(1);
      return rest.substr(0, rest.find('"'));
    }
    return rest.substr(0, rest.find_first_of(" \t"));
  }
  return std::nullopt;
}

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(mark);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos)
      return parts;
    text.remove_prefix(end + 1);
  }
}

/// Where a property stands in the line of an atom.
struct Column {
  std::string name;
  char kind = 'R';
  std::size_t width = 1;
  std::size_t first = 0;
};

std::vector<Column> columnsOf(std::string_view properties, const TextLines& lines) {
  std::vector<Column> columns;
  const auto parts = split(properties, ':');
  if (parts.size() % 3 != 0)
    lines.fail("Properties is not made of name:type:width");
  std::size_t first = 0;
  for (std::size_t i = 0; i < parts.size(); i += 3) {
    const int width = parts[i + 2].size() == 1 ? parts[i + 2][0] - '0' : 0;
    if (width < 1 || width > 9 || parts[i + 1].size() != 1)
      lines.fail("Properties is not made of name:type:width");
    columns.push_back(
        {std::string(parts[i]), parts[i + 1][0], static_cast<std::size_t>(width), first});
    first += static_cast<std::size_t>(width);
  }
  return columns;
}

const Column* find(const std::vector<Column>& columns, std::string_view name, std::size_t width) {
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& column) {
    return column.name == name && column.width == width;
  });
  return found == columns.end() ? nullptr : &*found;
}

std::array<Vector3, 3> edgesOf(std::string_view lattice, const TextLines& lines) {
  TextLines numbers(lattice);
  std::array<Vector3, 3> edges{};
  if (!numbers.next() || numbers.fields().size() != 9)
    lines.fail("Lattice does not hold nine numbers");
  for (std::size_t i = 0; i < 9; ++i)
    edges[i / 3][i % 3] = numbers.real(i);
  return edges;
}

std::array<bool, 3> periodicOf(std::string_view comment) {
  std::array<bool, 3> periodic{true, true, true};
  const auto written = valueOf(comment, "pbc");
  if (!written)
    return periodic;
  std::size_t edge = 0;
  for (const char letter : *written)
    if (edge < 3 && letter != ' ')
      periodic[edge++] = letter == 'T' || letter == 't' || letter == '1';
  return periodic;
}

int speciesIn(const TextLines& lines, std::size_t field) {
  const auto* element =
      field < lines.fields().size() ? alloy::findElement(lines.fields()[field]) : nullptr;
  if (element == nullptr)
    lines.refuse(field, "element");
  return element->atomicNumber;
}

Vector3 vectorIn(const TextLines& lines, const Column& column) {
  return {lines.real(column.first), lines.real(column.first + 1), lines.real(column.first + 2)};
}

}  // namespace

Structure parseExtendedXyz(std::string_view text, const RunContext& context) {
  TextLines lines(text);
  lines.expectNext("the number of atoms");
  const long long count = lines.whole(0);
  if (count < 1 || count > kMostAtoms)
    lines.fail("a structure has 1 to " + std::to_string(kMostAtoms) + " atoms");
  lines.expectNext("the line with the cell");
  const std::string_view comment = lines.line();
  const auto lattice = valueOf(comment, "Lattice");
  if (!lattice)
    lines.fail("there is no Lattice=\"…\", and without a cell there is no glass");
  Structure structure{Cell(edgesOf(*lattice, lines), {}, periodicOf(comment)), {}, {}, {}, {}};
  const auto columns =
      columnsOf(valueOf(comment, "Properties").value_or("species:S:1:pos:R:3"), lines);
  const Column* species = find(columns, "species", 1);
  const Column* positions = find(columns, "pos", 3);
  const Column* velocities = find(columns, "vel", 3);
  if (velocities == nullptr)
    velocities = find(columns, "velo", 3);
  if (species == nullptr || positions == nullptr)
    lines.fail("Properties names no species or no pos");
  std::vector<std::pair<const Column*, std::vector<double>*>> numbers;
  for (const Column& column : columns)
    if (column.width == 1 && (column.kind == 'R' || column.kind == 'I'))
      numbers.emplace_back(&column, &structure.numbers[column.name]);

  for (long long i = 0; i < count; ++i) {
    lines.expectNext("the last atom");
    context.tick(static_cast<double>(i) / static_cast<double>(count));
    structure.species.push_back(speciesIn(lines, species->first));
    structure.positions.push_back(vectorIn(lines, *positions));
    if (velocities != nullptr)
      structure.velocities.push_back(vectorIn(lines, *velocities));
    for (const auto& [column, values] : numbers)
      values->push_back(lines.real(column->first));
  }
  return structure;
}

std::string extendedXyzOf(const Structure& structure) {
  std::string text = std::to_string(structure.size()) + "\nLattice=\"";
  const auto add = [&](double value) {
    if (!text.ends_with('"'))
      text += ' ';
    text += files::formatNumber(value);
  };
  const auto addVector = [&](const Vector3& vector) {
    for (const double value : vector)
      add(value);
  };
  for (const Vector3& edge : structure.cell.edges())
    addVector(edge);
  text += "\" Properties=species:S:1:pos:R:3";
  if (!structure.velocities.empty())
    text += ":vel:R:3";
  for (const auto& [name, values] : structure.numbers)
    text.append(":").append(name).append(":R:1");
  text += " pbc=\"";
  for (const bool periodic : structure.cell.periodic())
    text.append(text.ends_with('"') ? "" : " ").append(periodic ? "T" : "F");
  text += "\"\n";
  for (std::size_t i = 0; i < structure.size(); ++i) {
    text += alloy::element(structure.species[i]).symbol;
    addVector(structure.positions[i] - structure.cell.origin());
    if (!structure.velocities.empty())
      addVector(structure.velocities[i]);
    for (const auto& [name, values] : structure.numbers)
      add(values[i]);
    text += '\n';
  }
  return text;
}

}  // namespace vitrine::atomistic

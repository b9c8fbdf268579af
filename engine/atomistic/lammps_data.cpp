#include "engine/atomistic/lammps_data.h"

#include "engine/alloy/element.h"
#include "engine/atomistic/text_lines.h"
#include "engine/core/error.h"
#include "engine/files/number_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <tuple>
#include <unordered_map>

namespace vitrine::atomistic {

namespace {

constexpr long long kMostAtoms = 100'000'000;
constexpr long long kMostTypes = 1000;

/// What the lines above the first section say.
struct Header {
  long long atoms = 0;
  long long types = 0;
  std::array<double, 3> low{};
  std::array<double, 3> high{};
  std::array<double, 3> tilt{};  ///< xy, xz, yz
};

/// Where the fields of an atom stand in its line.
struct AtomStyle {
  std::size_t type = 1;
  std::size_t position = 2;
};

std::string_view withoutComment(std::string_view line) {
  line = line.substr(0, line.find('#'));
  const std::size_t end = line.find_last_not_of(" \t");
  const std::size_t begin = line.find_first_not_of(" \t");
  return begin == std::string_view::npos ? std::string_view() : line.substr(begin, end - begin + 1);
}

std::string_view comment(std::string_view line) {
  const std::size_t mark = line.find('#');
  if (mark == std::string_view::npos)
    return {};
  line.remove_prefix(mark + 1);
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos)
    return {};
  line.remove_prefix(begin);
  return line.substr(0, line.find_first_of(" \t"));
}

bool endsWith(const TextLines& lines, std::initializer_list<std::string_view> words) {
  const auto& fields = lines.fields();
  const std::string_view line = withoutComment(lines.line());
  std::size_t count = 0;
  for (std::size_t i = 0; i < fields.size() && fields[i].front() != '#'; ++i)
    ++count;
  if (count < words.size() || line.empty())
    return false;
  return std::equal(words.begin(), words.end(),
                    fields.begin() + static_cast<std::ptrdiff_t>(count - words.size()));
}

void readHeaderLine(const TextLines& lines, Header& header) {
  constexpr std::array<std::array<std::string_view, 2>, 3> kBounds{
      {{"xlo", "xhi"}, {"ylo", "yhi"}, {"zlo", "zhi"}}};
  if (endsWith(lines, {"atoms"}))
    header.atoms = lines.whole(0);
  else if (endsWith(lines, {"atom", "types"}))
    header.types = lines.whole(0);
  else if (endsWith(lines, {"xy", "xz", "yz"}))
    for (std::size_t i = 0; i < 3; ++i)
      header.tilt[i] = lines.real(i);
  for (std::size_t i = 0; i < 3; ++i) {
    if (!endsWith(lines, {kBounds[i][0], kBounds[i][1]}))
      continue;
    header.low[i] = lines.real(0);
    header.high[i] = lines.real(1);
  }
}

/// A section begins with a word in capitals alone on its line.
bool isSection(std::string_view line) {
  const std::string_view name = withoutComment(line);
  return !name.empty() && name.front() >= 'A' && name.front() <= 'Z' &&
         name.find_first_of("0123456789") == std::string_view::npos;
}

AtomStyle styleOf(std::string_view word, std::size_t fields, const TextLines& lines) {
  if (word == "atomic" || (word.empty() && (fields == 5 || fields == 8)))
    return {1, 2};
  if (word == "charge")
    return {1, 3};
  if (word == "molecular" || word == "bond" || word == "angle")
    return {2, 3};
  if (word == "full")
    return {2, 4};
  lines.fail(word.empty() ? "the style of the atoms is not said; write it as \"Atoms # atomic\""
                          : "atoms of style " + std::string(word.substr(0, 20)) +
                                " cannot be read; atomic, charge, molecular and full can");
}

class DataReader {
 public:
  DataReader(std::string_view text, const RunContext& context)
      : m_lines(text), m_context(context) {}

  TypedStructure read() {
    // The first line is a title, whatever it says.
    m_lines.expectNext("the header");
    std::string section;
    std::string style;
    bool more = m_lines.next();
    while (more && !isSection(m_lines.line())) {
      readHeaderLine(m_lines, m_header);
      more = m_lines.next();
    }
    checkHeader();
    TypedStructure result{{cell(), {}, {}, {}, {}}, {}, {}};
    result.elements.resize(static_cast<std::size_t>(m_header.types));
    while (more) {
      section = withoutComment(m_lines.line());
      style = comment(m_lines.line());
      if (section == "Masses")
        readMasses(result);
      else if (section == "Atoms")
        readAtoms(result, style);
      else if (section == "Velocities")
        readVelocities(result);
      // What stands behind, or in sections that say nothing of the structure, is passed over.
      do
        more = m_lines.next();
      while (more && !isSection(m_lines.line()));
    }
    if (result.types.empty())
      throw Error(ErrorCode::Damaged, "The file has no section Atoms.");
    return result;
  }

 private:
  void checkHeader() {
    if (m_header.atoms < 1 || m_header.atoms > kMostAtoms)
      m_lines.fail("the lines above do not say how many atoms there are");
    if (m_header.types < 1 || m_header.types > kMostTypes)
      m_lines.fail("the lines above do not say how many atom types there are");
  }

  [[nodiscard]] Cell cell() const {
    const auto& [low, high, tilt] = std::tie(m_header.low, m_header.high, m_header.tilt);
    return Cell({Vector3{high[0] - low[0], 0.0, 0.0}, Vector3{tilt[0], high[1] - low[1], 0.0},
                 Vector3{tilt[1], tilt[2], high[2] - low[2]}},
                low);
  }

  /// The next line that is not empty.
  void expectLine(const char* what) {
    do
      m_lines.expectNext(what);
    while (withoutComment(m_lines.line()).empty());
    m_context.tick();
  }

  [[nodiscard]] int typeIn(std::size_t field) const {
    const long long type = m_lines.whole(field);
    if (type < 1 || type > m_header.types)
      m_lines.fail("there is no atom type " + std::to_string(type));
    return static_cast<int>(type);
  }

  [[nodiscard]] Vector3 vectorIn(std::size_t field) const {
    return {m_lines.real(field), m_lines.real(field + 1), m_lines.real(field + 2)};
  }

  void readMasses(TypedStructure& result) {
    for (long long i = 0; i < m_header.types; ++i) {
      expectLine("the last mass");
      const auto index = static_cast<std::size_t>(typeIn(0) - 1);
      const auto* named = alloy::findElement(comment(m_lines.line()));
      result.elements[index] =
          named != nullptr ? named->atomicNumber : elementOfMass(m_lines.real(1));
    }
  }

  void readAtoms(TypedStructure& result, const std::string& written) {
    std::optional<AtomStyle> style;
    for (long long i = 0; i < m_header.atoms; ++i) {
      expectLine("the last atom");
      if (!style)
        style = styleOf(written, m_lines.fields().size(), m_lines);
      if (!m_places.emplace(m_lines.whole(0), result.types.size()).second)
        m_lines.fail("there is another atom with the number " + std::to_string(m_lines.whole(0)));
      result.types.push_back(typeIn(style->type));
      result.structure.positions.push_back(vectorIn(style->position));
    }
  }

  void readVelocities(TypedStructure& result) {
    result.structure.velocities.assign(result.types.size(), {});
    for (long long i = 0; i < m_header.atoms; ++i) {
      expectLine("the last velocity");
      const auto place = m_places.find(m_lines.whole(0));
      if (place == m_places.end())
        m_lines.fail("there is no atom with the number " + std::to_string(m_lines.whole(0)));
      result.structure.velocities[place->second] = vectorIn(1);
    }
  }

  TextLines m_lines;
  const RunContext& m_context;
  Header m_header;
  std::unordered_map<long long, std::size_t> m_places;  ///< of each atom by its number
};

}  // namespace

TypedStructure parseLammpsData(std::string_view text, const RunContext& context) {
  return DataReader(text, context).read();
}

std::string lammpsDataOf(const Structure& structure) {
  const auto& edges = structure.cell.edges();
  const double a = length(edges[0]);
  const Vector3 alongA = 1.0 / a * edges[0];
  const double xy = dot(edges[1], alongA);
  const Vector3 normal = cross(edges[0], edges[1]);
  const double b = length(normal) / a;
  const double c = dot(edges[2], normal) / length(normal);
  if (!(c > 0.0))
    throw Error(ErrorCode::InvalidInput,
                "LAMMPS takes no left-handed cell: exchange two of its edges.");
  const double xz = dot(edges[2], alongA);
  const Vector3 alongB = 1.0 / b * (edges[1] - xy * alongA);
  const double yz = dot(edges[2], alongB);
  const Vector3 alongC = 1.0 / length(normal) * normal;
  const auto turned = [&](const Vector3& v) -> Vector3 {
    return {dot(v, alongA), dot(v, alongB), dot(v, alongC)};
  };
  std::string text = "Written by Vitrine; lengths in Angstrom, velocities in Angstrom/ps\n\n";
  const auto add = [&](std::initializer_list<double> values) {
    for (const double value : values)
      text.append(text.ends_with('\n') ? "" : " ").append(files::formatNumber(value));
  };
  const std::vector<int> species = speciesOf(structure);
  text.append(std::to_string(structure.size())).append(" atoms\n");
  text.append(std::to_string(species.size())).append(" atom types\n\n");
  add({0.0, a});
  text += " xlo xhi\n";
  add({0.0, b});
  text += " ylo yhi\n";
  add({0.0, c});
  text += " zlo zhi\n";
  if (xy != 0.0 || xz != 0.0 || yz != 0.0) {
    add({xy, xz, yz});
    text += " xy xz yz\n";
  }
  text += "\nMasses\n\n";
  for (std::size_t i = 0; i < species.size(); ++i) {
    const alloy::Element& element = alloy::element(species[i]);
    text.append(std::to_string(i + 1));
    add({element.massU});
    text.append(" # ").append(element.symbol).append("\n");
  }
  text += "\nAtoms # atomic\n\n";
  for (std::size_t i = 0; i < structure.size(); ++i) {
    const auto type = std::lower_bound(species.begin(), species.end(), structure.species[i]);
    text.append(std::to_string(i + 1)).append(" ");
    text.append(std::to_string(type - species.begin() + 1));
    const Vector3 at = turned(structure.positions[i] - structure.cell.origin());
    add({at[0], at[1], at[2]});
    text += '\n';
  }
  if (!structure.velocities.empty()) {
    text += "\nVelocities\n\n";
    for (std::size_t i = 0; i < structure.size(); ++i) {
      const Vector3 v = turned(structure.velocities[i]);
      text += std::to_string(i + 1);
      add({v[0], v[1], v[2]});
      text += '\n';
    }
  }
  return text;
}

}  // namespace vitrine::atomistic

#include "engine/atomistic/poscar.h"

#include "engine/alloy/element.h"
#include "engine/atomistic/text_lines.h"
#include "engine/files/number_text.h"

#include <algorithm>
#include <cmath>

namespace vitrine::atomistic {

namespace {

/// "0 0 0" and the end of the line: an atom takes no fewer.
constexpr std::size_t kBytesPerAtom = 6;

Vector3 vectorIn(const TextLines& lines) {
  return {lines.real(0), lines.real(1), lines.real(2)};
}

/// What lengths are multiplied with: a negative scale is the volume of the cell, Å^3.
double factorOf(double scale, const std::array<Vector3, 3>& edges) {
  if (scale > 0.0)
    return scale;
  return std::cbrt(-scale / std::abs(dot(edges[0], cross(edges[1], edges[2]))));
}

}  // namespace

Structure parsePoscar(std::string_view text, const RunContext& context) {
  TextLines lines(text);
  lines.expectNext("a title");
  lines.expectNext("the scale");
  const double scale = lines.real(0);
  if (scale == 0.0)
    lines.fail("the scale is zero");
  std::array<Vector3, 3> edges{};
  for (Vector3& edge : edges) {
    lines.expectNext("the edges of the cell");
    edge = vectorIn(lines);
  }
  const double factor = factorOf(scale, edges);
  for (Vector3& edge : edges)
    edge = factor * edge;
  Structure structure{Cell(edges), {}, {}, {}, {}};
  lines.expectNext("the elements");
  std::vector<int> elements;
  for (std::size_t i = 0; i < lines.fields().size(); ++i) {
    // "Zr_sv/a1b2" names a pseudopotential too.
    const std::string_view field = lines.fields()[i];
    const auto* element = alloy::findElement(field.substr(0, field.find_first_of("_/")));
    if (element == nullptr)
      lines.refuse(i, "element");
    elements.push_back(element->atomicNumber);
  }
  lines.expectNext("the numbers of atoms");
  if (lines.fields().size() != elements.size() || elements.empty())
    lines.fail("there is one number of atoms for each element");
  const auto mostAtoms = static_cast<long long>(text.size() / kBytesPerAtom);
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const long long count = lines.whole(i);
    if (count < 0)
      lines.refuse(i, "number of atoms");
    if (count > mostAtoms - static_cast<long long>(structure.species.size()))
      lines.fail("there are more atoms than the file has lines for");
    structure.species.insert(structure.species.end(), static_cast<std::size_t>(count), elements[i]);
  }
  const auto startsWith = [&](std::string_view letters) {
    return !lines.fields().empty() &&
           letters.find(lines.fields()[0].front()) != std::string_view::npos;
  };
  lines.expectNext("the kind of coordinates");
  if (startsWith("Ss"))
    lines.expectNext("the kind of coordinates");
  const bool cartesian = startsWith("CcKk");
  if (!cartesian && !startsWith("Dd"))
    lines.fail("coordinates are Direct or Cartesian");
  for (std::size_t i = 0; i < structure.species.size(); ++i) {
    lines.expectNext("the last atom");
    context.tick();
    const Vector3 at = vectorIn(lines);
    structure.positions.push_back(cartesian ? factor * at : structure.cell.toPlace(at));
  }
  if (structure.positions.empty())
    lines.fail("there are no atoms");
  return structure;
}

std::string poscarOf(const Structure& structure) {
  std::string text = "Written by Vitrine\n1\n";
  const auto addLine = [&](const Vector3& vector) {
    for (const double value : vector)
      text.append(text.ends_with('\n') ? "" : " ").append(files::formatNumber(value));
    text += '\n';
  };
  for (const Vector3& edge : structure.cell.edges())
    addLine(edge);
  const std::vector<int> elements = speciesOf(structure);
  std::string counts;
  for (const int element : elements) {
    text.append(alloy::element(element).symbol).append(" ");
    counts
        .append(
            std::to_string(std::count(structure.species.begin(), structure.species.end(), element)))
        .append(" ");
  }
  text.append("\n").append(counts).append("\nDirect\n");
  for (const int element : elements)
    for (std::size_t i = 0; i < structure.size(); ++i)
      if (structure.species[i] == element)
        addLine(structure.cell.toFractions(structure.positions[i]));
  return text;
}

}  // namespace vitrine::atomistic

#include "engine/atomistic/lammps_dump.h"

#include "engine/alloy/element.h"
#include "engine/atomistic/text_lines.h"
#include "engine/core/error.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

namespace vitrine::atomistic {

namespace {

constexpr std::string_view kFrame = "ITEM: TIMESTEP";
constexpr long long kMostAtoms = 100'000'000;
constexpr long long kMostTypes = 1000;

/// The columns of the atoms, by what they mean.
struct Columns {
  std::optional<std::size_t> id;
  std::optional<std::size_t> type;
  std::optional<std::size_t> element;
  std::array<std::size_t, 3> position{};
  bool scaled = false;
  std::optional<std::array<std::size_t, 3>> velocity;
  std::vector<std::pair<std::string, std::size_t>> numbers;
};

Columns columnsOf(const TextLines& lines) {
  std::map<std::string_view, std::size_t> places;
  for (std::size_t i = 2; i < lines.fields().size(); ++i)
    places.emplace(lines.fields()[i], i - 2);
  const auto take = [&](std::string_view name) -> std::optional<std::size_t> {
    const auto found = places.find(name);
    if (found == places.end())
      return std::nullopt;
    const std::size_t place = found->second;
    places.erase(found);
    return place;
  };
  const auto takeThree = [&](const std::array<std::string_view, 3>& names)
      -> std::optional<std::array<std::size_t, 3>> {
    if (!places.contains(names[0]) || !places.contains(names[1]) || !places.contains(names[2]))
      return std::nullopt;
    return std::array<std::size_t, 3>{*take(names[0]), *take(names[1]), *take(names[2])};
  };
  Columns columns;
  columns.id = take("id");
  columns.type = take("type");
  columns.element = take("element");
  if (const auto plain = takeThree({"x", "y", "z"})) {
    columns.position = *plain;
  } else if (const auto unwrapped = takeThree({"xu", "yu", "zu"})) {
    columns.position = *unwrapped;
  } else if (const auto scaled = takeThree({"xs", "ys", "zs"})) {
    columns.position = *scaled;
    columns.scaled = true;
  } else {
    lines.fail("the atoms have no columns x y z, xs ys zs or xu yu zu");
  }
  columns.velocity = takeThree({"vx", "vy", "vz"});
  if (!columns.type && !columns.element)
    lines.fail("the atoms have neither a column type nor a column element");
  for (const auto& [name, place] : places)
    columns.numbers.emplace_back(name, place);
  return columns;
}

/// A triclinic dump gives the bounds of the box around the cell.
Cell cellIn(TextLines& lines) {
  const std::vector<std::string_view> words = lines.fields();
  const bool tilted = std::find(words.begin(), words.end(), "xy") != words.end();
  std::array<bool, 3> periodic{};
  for (std::size_t i = 0; i < 3 && i < words.size(); ++i)
    periodic[2 - i] = words[words.size() - 1 - i] == "pp";
  std::array<double, 3> low{};
  std::array<double, 3> high{};
  std::array<double, 3> tilt{};
  for (std::size_t i = 0; i < 3; ++i) {
    lines.expectNext("the bounds of the box");
    low[i] = lines.real(0);
    high[i] = lines.real(1);
    if (tilted)
      tilt[i] = lines.real(2);
  }
  const auto [xy, xz, yz] = tilt;
  low[0] -= std::min({0.0, xy, xz, xy + xz});
  high[0] -= std::max({0.0, xy, xz, xy + xz});
  low[1] -= std::min(0.0, yz);
  high[1] -= std::max(0.0, yz);
  return Cell({Vector3{high[0] - low[0], 0, 0}, Vector3{xy, high[1] - low[1], 0},
               Vector3{xz, yz, high[2] - low[2]}},
              low, periodic);
}

Vector3 vectorIn(const TextLines& lines, const std::array<std::size_t, 3>& fields) {
  return {lines.real(fields[0]), lines.real(fields[1]), lines.real(fields[2])};
}

/// Types of a dump that names elements: numbered as they come.
int typeOfElement(const TextLines& lines, std::size_t field, std::vector<int>& elements) {
  const auto* element =
      field < lines.fields().size() ? alloy::findElement(lines.fields()[field]) : nullptr;
  if (element == nullptr)
    lines.refuse(field, "element");
  const auto found = std::find(elements.begin(), elements.end(), element->atomicNumber);
  if (found != elements.end())
    return static_cast<int>(found - elements.begin()) + 1;
  elements.push_back(element->atomicNumber);
  return static_cast<int>(elements.size());
}

template <class T>
void arrange(std::vector<T>& values, const std::vector<std::size_t>& order) {
  if (values.empty())
    return;
  std::vector<T> arranged;
  arranged.reserve(values.size());
  for (const std::size_t from : order)
    arranged.push_back(values[from]);
  values = std::move(arranged);
}

void sortById(TypedStructure& typed, const std::vector<long long>& ids, const RunContext& context) {
  std::vector<std::size_t> order(ids.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return ids[a] < ids[b]; });
  arrange(typed.types, order);
  arrange(typed.structure.positions, order);
  arrange(typed.structure.velocities, order);
  for (auto& [name, values] : typed.structure.numbers) {
    context.tick();
    arrange(values, order);
  }
}

TypedStructure readAtoms(TextLines& lines, const Columns& columns, const Cell& cell,
                         long long count, const RunContext& context) {
  TypedStructure typed{{cell, {}, {}, {}, {}}, {}, {}};
  std::vector<std::vector<double>*> numbers;
  for (const auto& [name, place] : columns.numbers)
    numbers.push_back(&typed.structure.numbers[name]);
  std::vector<long long> ids;
  for (long long i = 0; i < count; ++i) {
    lines.expectNext("the last atom");
    context.tick(static_cast<double>(i) / static_cast<double>(count));
    if (columns.element) {
      typed.types.push_back(typeOfElement(lines, *columns.element, typed.elements));
    } else {
      const long long type = lines.whole(*columns.type);
      if (type < 1 || type > kMostTypes)
        lines.fail("atom types are counted from 1");
      typed.types.push_back(static_cast<int>(type));
    }
    const Vector3 at = vectorIn(lines, columns.position);
    typed.structure.positions.push_back(columns.scaled ? cell.toPlace(at) : at);
    if (columns.velocity)
      typed.structure.velocities.push_back(vectorIn(lines, *columns.velocity));
    for (std::size_t k = 0; k < numbers.size(); ++k)
      numbers[k]->push_back(lines.real(columns.numbers[k].second));
    if (columns.id)
      ids.push_back(lines.whole(*columns.id));
  }
  if (!columns.element)
    typed.elements.assign(
        static_cast<std::size_t>(*std::max_element(typed.types.begin(), typed.types.end())), 0);
  if (!ids.empty())
    sortById(typed, ids, context);
  return typed;
}

/// Where each frame begins.
std::vector<std::size_t> framesOf(std::string_view text, const RunContext& context) {
  std::vector<std::size_t> begins;
  for (std::size_t at = text.find(kFrame); at != std::string_view::npos;
       at = text.find(kFrame, at + kFrame.size())) {
    context.tick();
    if (at == 0 || text[at - 1] == '\n')
      begins.push_back(at);
  }
  if (begins.empty())
    throw Error(ErrorCode::InvalidInput, "The dump has no frame.");
  return begins;
}

/// @param before  lines above the frame
DumpFrame frameIn(std::string_view text, std::size_t before, const RunContext& context) {
  TextLines lines(text, before);
  DumpFrame frame{
      0, {{Cell({Vector3{1, 0, 0}, Vector3{0, 1, 0}, Vector3{0, 0, 1}}), {}, {}, {}, {}}, {}, {}}};
  std::optional<Cell> cell;
  long long count = 0;
  while (lines.next()) {
    if (lines.line().starts_with(kFrame)) {
      lines.expectNext("the time step");
      frame.step = lines.whole(0);
    } else if (lines.line().starts_with("ITEM: NUMBER OF ATOMS")) {
      lines.expectNext("the number of atoms");
      count = lines.whole(0);
      if (count < 1 || count > kMostAtoms)
        lines.fail("a structure has 1 to " + std::to_string(kMostAtoms) + " atoms");
    } else if (lines.line().starts_with("ITEM: BOX BOUNDS")) {
      cell = cellIn(lines);
    } else if (lines.line().starts_with("ITEM: ATOMS")) {
      if (!cell || count == 0)
        lines.fail("the box and the number of atoms stand above the atoms");
      const Columns columns = columnsOf(lines);
      frame.identified = columns.id.has_value();
      frame.atoms = readAtoms(lines, columns, *cell, count, context);
      return frame;
    }
  }
  lines.fail("the frame ends before its atoms");
}

std::size_t linesIn(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

void eachDumpFrame(std::string_view text, const std::function<void(DumpFrame frame)>& take,
                   const RunContext& context) {
  const auto begins = framesOf(text, context);
  std::size_t before = linesIn(text.substr(0, begins.front()));
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : text.size();
    const std::string_view frame = text.substr(begins[i], end - begins[i]);
    const auto all = static_cast<double>(begins.size());
    take(frameIn(frame, before,
                 context.slice(static_cast<double>(i) / all, static_cast<double>(i + 1) / all)));
    before += linesIn(frame);
  }
}

TypedStructure parseLastDumpFrame(std::string_view text, const RunContext& context) {
  const std::size_t begin = framesOf(text, context).back();
  return frameIn(text.substr(begin), linesIn(text.substr(0, begin)), context).atoms;
}

}  // namespace vitrine::atomistic

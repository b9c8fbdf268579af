#include "app/glass/atom_quantity.h"

#include "app/glass/barcode_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace vitrine::app {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(vitrine::app::AtomQuantity)
};

using Kind = AtomQuantity::Kind;
using widgets::AtomColours;

constexpr std::size_t kMostClasses = 8;
/// A few odd atoms must not take all colours: the scale begins and ends at these quantiles.
constexpr double kLowQuantile = 0.005;
constexpr double kHighQuantile = 0.995;

AtomColours byValue(std::vector<double> values, const QString& name) {
  AtomColours colours;
  colours.kind = AtomColours::Kind::Values;
  colours.quantity = name;
  std::vector<double> sorted;
  for (const double value : values)
    if (std::isfinite(value))
      sorted.push_back(value);
  std::sort(sorted.begin(), sorted.end());
  if (!sorted.empty()) {
    const auto at = [&](double share) {
      return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
    };
    colours.low = at(kLowQuantile);
    colours.high = at(kHighQuantile);
  }
  if (!(colours.low < colours.high)) {
    colours.low -= 0.5;
    colours.high = colours.low + 1.0;
  }
  colours.values = std::make_shared<const std::vector<double>>(std::move(values));
  return colours;
}

template <class F>
AtomColours ofCells(const atomistic::CellReport& analysis, const QString& name, F value) {
  std::vector<double> values;
  values.reserve(analysis.cells.size());
  for (const auto& cell : analysis.cells)
    values.push_back(value(cell));
  return byValue(std::move(values), name);
}

AtomColours byCellClass(const atomistic::CellReport& analysis) {
  AtomColours colours;
  colours.kind = AtomColours::Kind::Classes;
  colours.quantity = quantityName({Kind::CellClass});
  const auto& indices = analysis.voronoi.indices;
  const std::size_t count = std::min(kMostClasses, indices.size());
  for (std::size_t i = 0; i < count; ++i) {
    QString name = QString::fromStdString(atomistic::indexText(indices[i].index));
    const auto polyhedron = atomistic::polyhedronName(indices[i].index);
    if (!polyhedron.empty())
      name += QStringLiteral(" ") +
              QString::fromUtf8(polyhedron.data(), static_cast<qsizetype>(polyhedron.size()));
    colours.classNames << name;
  }
  std::vector<int> classes;
  classes.reserve(analysis.cells.size());
  for (const auto& cell : analysis.cells) {
    const auto index = cell.index();
    const auto end = indices.begin() + static_cast<std::ptrdiff_t>(count);
    const auto at =
        std::find_if(indices.begin(), end, [&](const auto& each) { return each.index == index; });
    classes.push_back(at == end ? -1 : static_cast<int>(at - indices.begin()));
  }
  colours.classes = std::make_shared<const std::vector<int>>(std::move(classes));
  return colours;
}

AtomColours byIcosahedra(const atomistic::CellReport& analysis) {
  AtomColours colours;
  colours.kind = AtomColours::Kind::Classes;
  colours.quantity = quantityName({Kind::Icosahedra});
  colours.classNames = {Words::tr("centre"), Words::tr("around one"),
                        Words::tr("centre of the largest cluster")};
  std::vector<int> classes(analysis.cells.size(), -1);
  for (const std::uint32_t centre : analysis.icosahedra.centres)
    for (const auto& face : analysis.cells[centre].faces)
      classes[face.neighbour] = 1;
  for (const std::uint32_t centre : analysis.icosahedra.centres)
    classes[centre] = 0;
  if (!analysis.icosahedra.clusters.empty())
    for (const std::uint32_t centre : analysis.icosahedra.clusters.front())
      classes[centre] = 2;
  colours.classes = std::make_shared<const std::vector<int>>(std::move(classes));
  return colours;
}

AtomColours byBar(const GlassBarcode& barcode) {
  AtomColours colours;
  colours.kind = AtomColours::Kind::Classes;
  colours.quantity = quantityName({Kind::BarcodeBar});
  const auto& shares = barcode.reading.bars;
  std::vector<std::size_t> order(shares.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return shares[a] > shares[b]; });
  order.resize(std::min(kMostClasses, order.size()));
  std::vector<int> classOfBar(shares.size(), -1);
  for (std::size_t i = 0; i < order.size(); ++i) {
    classOfBar[order[i]] = static_cast<int>(i);
    colours.classNames << QStringLiteral("%1 %2")
                              .arg(order[i] + 1)
                              .arg(kernelText(*barcode.with->model, order[i]));
  }
  std::vector<int> classes;
  classes.reserve(barcode.reading.barOfAtom.size());
  for (const int bar : barcode.reading.barOfAtom)
    classes.push_back(bar < 0 ? -1 : classOfBar[static_cast<std::size_t>(bar)]);
  colours.classes = std::make_shared<const std::vector<int>>(std::move(classes));
  return colours;
}

}  // namespace

std::vector<AtomQuantity> quantitiesOf(const atomistic::Structure& structure) {
  std::vector<AtomQuantity> all{{Kind::Species},    {Kind::Neighbours}, {Kind::CellNeighbours},
                                {Kind::Volume},     {Kind::FiveFold},   {Kind::CellClass},
                                {Kind::Icosahedra}, {Kind::BarcodeBar}};
  for (const auto& [name, values] : structure.numbers)
    all.push_back({Kind::Number, name});
  return all;
}

QString quantityName(const AtomQuantity& quantity) {
  switch (quantity.kind) {
    case Kind::Species:
      return Words::tr("element");
    case Kind::Neighbours:
      return Words::tr("neighbours within the first shell");
    case Kind::CellNeighbours:
      return Words::tr("faces of the Voronoi cell");
    case Kind::Volume:
      return Words::tr("Voronoi volume (Å³)");
    case Kind::FiveFold:
      return Words::tr("five-fold symmetry");
    case Kind::CellClass:
      return Words::tr("Voronoi index");
    case Kind::Icosahedra:
      return Words::tr("icosahedra");
    case Kind::BarcodeBar:
      return Words::tr("bar of the barcode");
    case Kind::Number:
      break;
  }
  return QString::fromStdString(quantity.number);
}

bool needsAnalysis(const AtomQuantity& quantity) {
  return quantity.kind != Kind::Species && quantity.kind != Kind::Number &&
         quantity.kind != Kind::BarcodeBar;
}

std::optional<AtomColours> coloursOf(const AtomQuantity& quantity,
                                     const atomistic::Structure& structure,
                                     const PairAnalysis* pairs, const atomistic::CellReport* cells,
                                     const GlassBarcode* barcode) {
  const QString name = quantityName(quantity);
  if (quantity.kind == Kind::Species)
    return AtomColours{};
  if (quantity.kind == Kind::Number) {
    const auto at = structure.numbers.find(quantity.number);
    return at == structure.numbers.end() ? std::nullopt : std::optional(byValue(at->second, name));
  }
  if (quantity.kind == Kind::Neighbours)
    return pairs != nullptr && !pairs->neighbours.empty()
               ? std::optional(byValue(pairs->neighbours, name))
               : std::nullopt;
  if (quantity.kind == Kind::BarcodeBar)
    return barcode != nullptr ? std::optional(byBar(*barcode)) : std::nullopt;
  if (cells == nullptr)
    return {};
  switch (quantity.kind) {
    case Kind::CellNeighbours:
      return ofCells(*cells, name, [](const auto& cell) { return 1.0 * cell.coordination(); });
    case Kind::Volume:
      return ofCells(*cells, name, [](const auto& cell) { return cell.volumeA3; });
    case Kind::FiveFold:
      return ofCells(*cells, name, [](const auto& cell) {
        return cell.faces.empty() ? 0.0 : 1.0 * cell.index()[2] / cell.coordination();
      });
    case Kind::Icosahedra:
      return byIcosahedra(*cells);
    default:
      return byCellClass(*cells);
  }
}

}  // namespace vitrine::app

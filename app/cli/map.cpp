#include "app/cli/generators.h"
#include "app/cli/json_output.h"
#include "app/cli/models.h"
#include "app/cli/options.h"
#include "app/cli/text.h"
#include "app/cli/verb.h"
#include "app/quantities/section_map.h"
#include "engine/alloy/domain.h"
#include "engine/alloy/element.h"
#include "engine/alloy/grid.h"
#include "engine/core/error.h"
#include "engine/files/atomic_file.h"
#include "engine/files/number_text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <ostream>

namespace vitrine::cli {

namespace {

using app::MapQuantity;
using prediction::Property;

/// The finest grid: 125 751 alloys.
constexpr int kMostDivisions = 500;

int elementOf(std::string_view symbol, std::string_view what) {
  const auto* element = alloy::findElement(symbol);
  if (element == nullptr)
    throw Error(ErrorCode::InvalidInput,
                std::string(what) + ": \"" + std::string(symbol) + "\" is not an element.");
  return element->atomicNumber;
}

app::SectionPlane planeOf(const std::string& system, const std::string& fixedContents) {
  const auto symbols = parts(system, '-');
  if (symbols.size() != 3)
    throw Error(ErrorCode::InvalidInput,
                "--system takes three elements, e.g. Zr-Cu-Al, not \"" + system + "\".");
  app::SectionPlane plane;
  for (std::size_t i = 0; i < 3; ++i)
    plane.corners[i] = elementOf(symbols[i], "--system");
  if (fixedContents.empty())
    return plane;
  for (const auto& part : parts(fixedContents, ',')) {
    const auto sides = parts(part, '=');
    if (sides.size() != 2)
      throw Error(ErrorCode::InvalidInput,
                  "--fixed takes contents in at.%, e.g. Ni=5,Ti=2.5, not \"" + part + "\".");
    plane.fixedPercent.push_back({elementOf(sides[0], "--fixed"), positive(sides[1], "--fixed")});
  }
  return plane;
}

int divisionsOf(const alloy::TernarySection& section, const std::string& step) {
  const double stepPercent = positive(step, "--step");
  const double exact = section.variablePercent() / stepPercent;
  const double divisions = std::round(exact);
  if (std::abs(exact - divisions) > 1e-6 * divisions || divisions < 1.0)
    throw Error(ErrorCode::InvalidInput, "--step " + step + " does not divide the " +
                                             files::formatNumber(section.variablePercent()) +
                                             " at.% that vary.");
  if (divisions > kMostDivisions)
    throw Error(ErrorCode::InvalidInput,
                "--step " + step + " is too fine; the finest is " +
                    files::formatNumber(section.variablePercent() / kMostDivisions) + " at.%.");
  return static_cast<int>(divisions);
}

std::string columnName(MapQuantity quantity) {
  std::string name(app::mapQuantityKey(quantity));
  const auto unit = app::mapQuantityUnit(quantity);
  return unit.empty() ? name : name + "_" + std::string(unit);
}

/// To 1e-4, far below any uncertainty; empty where there is no value.
std::string cell(double value) {
  return std::isfinite(value) ? files::formatNumber(std::round(value * 1e4) / 1e4) : "";
}

/// Mole fractions of every element, the quantity and the domain.
std::string csv(const MapPicture& picture) {
  const auto& [plane, divisions, quantity, map, file] = picture;
  std::string text;
  std::vector<int> elements(plane.corners.begin(), plane.corners.end());
  for (const auto& share : plane.fixedPercent)
    elements.push_back(share.atomicNumber);
  for (const int number : elements)
    text += std::string(alloy::element(number).symbol) + ",";
  const bool domainOnly = quantity == MapQuantity::Domain;
  text += (domainOnly ? "" : columnName(quantity) + ",") + "domain\n";
  const alloy::TernarySection section(plane.corners, plane.fixedPercent);
  const auto points = alloy::triangularGrid(divisions);
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (std::size_t e = 0; e < elements.size(); ++e) {
      const double percent =
          e < 3 ? points[i][e] * section.variablePercent() : plane.fixedPercent[e - 3].amount;
      text += files::formatNumber(std::round(percent * 1e8) / 1e10) + ",";
    }
    if (!domainOnly)
      text += cell(map.values[i]) + ",";
    text += std::string(alloy::domainName(map.domain[i])) + "\n";
  }
  return text;
}

void writeMap(const MapPicture& picture, const Environment& environment) {
  std::string suffix = picture.file.extension().string();
  std::transform(suffix.begin(), suffix.end(), suffix.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  if (suffix == ".csv")
    files::writeAtomically(picture.file, csv(picture));
  else if (suffix != ".png" && suffix != ".svg" && suffix != ".pdf")
    throw Error(ErrorCode::InvalidInput,
                "--out takes a file that ends in .csv, .png, .svg or .pdf, not \"" +
                    picture.file.string() + "\".");
  else if (!environment.drawMap)
    throw Error(ErrorCode::Failed, "This program can write tables only; name a .csv file.");
  else
    environment.drawMap(picture);
}

/// The alloy in the middle, which holds every element of the section.
alloy::Composition middleOf(const alloy::TernarySection& section) {
  return section.at({1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0});
}

std::string range(double lowest, double highest, MapQuantity quantity) {
  const auto unit = app::mapQuantityUnit(quantity);
  const bool small = quantity == MapQuantity::ReducedTg || quantity == MapQuantity::Q1 ||
                     quantity == MapQuantity::DeltaQ;
  const int decimals = small ? 3 : 0;
  return fixed(lowest, decimals) + " to " + fixed(highest, decimals) +
         (unit.empty() ? "" : " " + std::string(unit));
}

void listQuantities(std::ostream& out) {
  for (const MapQuantity quantity : app::kMapQuantities) {
    const auto unit = app::mapQuantityUnit(quantity);
    out << padded(app::mapQuantityKey(quantity), 21) << padded(unit.empty() ? "-" : unit, 5)
        << app::mapQuantityText(quantity) << "\n";
  }
}

}  // namespace

void map(const Call& call) {
  std::string system;
  std::string fixedContents;
  std::string quantityName;
  std::string step = "1";
  std::string generatorWish;
  std::string out;
  std::string threads = "0";
  bool json = false;
  Options options("map",
                  "A quantity over a composition triangle. CSV: mole fractions, temperatures in K; "
                  "PNG, SVG, PDF: the picture of the workbench, at.% and K.");
  options.text("--system", system, "A-B-C", "Three elements that vary (symbols), e.g. Zr-Cu-Al");
  options.text("--fixed", fixedContents, "EL=at.%,...",
               "Contents that stay, in at.% of the whole, e.g. Ni=5,Ti=2.5");
  options
      .text("--quantity", quantityName, "NAME|list",
            "What to map (name), temperatures in K; list prints the names with their units")
      ->required();
  options.text("--step", step, "at.%", "Distance of neighbouring alloys in at.% (default 1)");
  options.text(
      "--generator", generatorWish, "NAME|FILE",
      "For q1, delta_q and the like: which generator of patterns (name or path; default: the "
      "one that covers the system)");
  options.text("--out", out, "FILE", "File to write: .csv, .png, .svg or .pdf (path)");
  options.text("--threads", threads, "N", "Threads to use (count; 0 for all)");
  options.flag("--json", json, "One JSON object: range in K or plain, number of alloys, file");
  options.parse(call);

  if (quantityName == "list")
    return listQuantities(call.out);
  const auto quantity = app::mapQuantity(quantityName);
  if (!quantity)
    throw Error(ErrorCode::InvalidInput, "There is no quantity \"" + quantityName +
                                             "\"; vitrine map --quantity list prints them.");
  if (system.empty() || out.empty())
    throw Error(ErrorCode::InvalidInput, "A map needs --system A-B-C and --out FILE.");

  MapPicture picture;
  picture.plane = planeOf(system, fixedContents);
  const alloy::TernarySection section(picture.plane.corners, picture.plane.fixedPercent);
  picture.divisions = divisionsOf(section, step);
  picture.quantity = *quantity;
  picture.file = out;
  const auto context = RunContext().withThreads(wholeNumber(threads, "--threads", 0, 4096));
  const auto needed = app::neededModels(*quantity);
  const auto resources = options.resources(call);
  app::SectionModels models;
  if (needed.tg)
    models.tg = loadModel(resources, Property::Tg);
  if (needed.tm)
    models.tm = loadModel(resources, Property::Tm);
  if (needed.generator)
    models.generator = patternGeneratorFor(resources, generatorWish, middleOf(section));
  picture.map = app::quantityMap(
      app::sectionEstimates(picture.plane, picture.divisions, models, context), *quantity);
  writeMap(picture, call.environment);

  double lowest = std::numeric_limits<double>::infinity();
  double highest = -lowest;
  std::size_t known = 0;
  for (const double value : picture.map.values) {
    if (!std::isfinite(value))
      continue;
    ++known;
    lowest = std::min(lowest, value);
    highest = std::max(highest, value);
  }
  if (json) {
    write(call.out, {{"quantity", quantityName},
                     {"unit", app::mapQuantityUnit(*quantity)},
                     {"n", picture.map.values.size()},
                     {"with_value", known},
                     {"lowest", lowest},
                     {"highest", highest},
                     {"file", out}});
    return;
  }
  call.out << quantityName << " of " << picture.map.values.size() << " alloys, ";
  if (known == 0)
    call.out << "none with a value";
  else
    call.out << range(lowest, highest, *quantity);
  call.out << ", in " << out << "\n";
}

}  // namespace vitrine::cli

#include "app/cli/analysis.h"
#include "app/cli/generators.h"
#include "engine/alloy/element.h"

namespace vitrine::cli {

namespace {

using namespace atomistic;

Json bySymbol(const std::map<int, double>& values) {
  Json json = Json::object();
  for (const auto& [species, value] : values)
    json[symbol(species)] = value;
  return json;
}

Json byPair(const std::map<std::pair<int, int>, double>& values) {
  Json json = Json::object();
  for (const auto& [pair, value] : values)
    json[symbol(pair.first)][symbol(pair.second)] = value;
  return json;
}

Json shellsJson(const std::optional<ShellPositions>& shells) {
  if (!shells)
    return nullptr;
  Json maxima = Json::array();
  for (const TurningPoint& each : shells->maxima)
    maxima.push_back(each.rA);
  return {{"first_peak_A", shells->firstPeak.rA},
          {"first_peak_height", shells->firstPeak.value},
          {"first_minimum_A", shells->firstMinimum.rA},
          {"maxima_A", std::move(maxima)}};
}

Json pairsJson(const StructureReport& report) {
  const PairDistribution& pairs = report.pairs;
  Json shells{{"total", shellsJson(report.shells)}};
  Json g{{"total", pairs.total}};
  Json running{{"total", pairs.running}};
  for (std::size_t i = 0; i < pairs.partials.size(); ++i) {
    const auto& partial = pairs.partials[i];
    const std::string name = pairName(partial.first, partial.second);
    shells[name] = shellsJson(report.partialShells[i]);
    g[name] = partial.g;
    running[name] = partial.running;
  }
  return {{"step_A", pairs.stepA}, {"reach_A", pairs.reachA()}, {"shells", std::move(shells)},
          {"r_A", pairs.r},        {"g", std::move(g)},         {"running", std::move(running)}};
}

Json coordinationJson(const std::optional<Coordination>& coordination) {
  if (!coordination)
    return nullptr;
  return {{"within_A", coordination->withinA},
          {"mean", coordination->mean},
          {"around", bySymbol(coordination->around)},
          {"neighbours", byPair(coordination->of)},
          {"warren_cowley", byPair(coordination->warrenCowley)}};
}

Json factorJson(const Analysis& analysis) {
  const StructureFactor& factor = analysis.report.factor;
  Json s{{"total", factor.total}, {"xray", xrayStructureFactor(factor)}};
  for (const auto& partial : factor.partials)
    s[pairName(partial.first, partial.second)] = partial.values;
  return {{"window", windowName(analysis.settings.factor.window)},
          {"q", factor.q},
          {"s", std::move(s)}};
}

Json patternJson(const Analysis& analysis) {
  const auto& pattern = analysis.report.pattern;
  const auto& peak = analysis.report.peak;
  Json json{{"q1", peak ? Json(peak->direct.shape.q1) : Json(nullptr)},
            {"delta_q", peak ? Json(peak->direct.shape.deltaQ) : Json(nullptr)},
            {"state", stateJson(peak)},
            {"maxima", peak ? Json(peak->maxima) : Json(nullptr)},
            {"q", pattern.positions()},
            {"intensity", pattern.intensities()}};
  if (analysis.wavelengthA) {
    const auto angles = diffraction::toTwoTheta(pattern, *analysis.wavelengthA);
    json["wavelength_A"] = *analysis.wavelengthA;
    json["two_theta_deg"] = angles.positions();
  }
  return json;
}

Json voronoiJson(const Analysis& analysis) {
  const VoronoiStatistics& statistics = analysis.report.voronoi;
  const auto atoms = static_cast<double>(analysis.structure.size());
  Json indices = Json::array();
  for (const IndexCount& each : statistics.indices) {
    Json of = Json::object();
    for (const auto& [species, count] : each.ofSpecies)
      of[symbol(species)] = count;
    const auto name = polyhedronName(each.index);
    indices.push_back({{"index", indexText(each.index)},
                       {"name", name.empty() ? Json(nullptr) : Json(name)},
                       {"atoms", each.atoms},
                       {"share", static_cast<double>(each.atoms) / atoms},
                       {"of", std::move(of)}});
  }
  const auto& settings = analysis.settings.voronoi;
  return {{"division", settings.radical ? "radical" : "plain"},
          {"smallest_face", settings.smallestFace},
          {"shortest_edge_A", settings.shortestEdgeA},
          {"volume_A3", statistics.volumeA3},
          {"mean_coordination", statistics.meanCoordination},
          {"coordination", bySymbol(statistics.coordination)},
          {"mean_volume_A3", bySymbol(statistics.meanVolumeA3)},
          {"symmetry", statistics.symmetry},
          {"kasper_share", statistics.kasperShare},
          {"indices", std::move(indices)}};
}

Json networkJson(const Analysis& analysis) {
  const PolyhedralNetwork& network = analysis.report.icosahedra;
  const auto atoms = static_cast<double>(analysis.structure.size());
  Json sizes = Json::array();
  for (const auto& cluster : network.clusters)
    sizes.push_back(cluster.size());
  const auto links = [&](Linkage kind) { return network.linkages[static_cast<std::size_t>(kind)]; };
  return {{"count", network.centres.size()},
          {"share", static_cast<double>(network.centres.size()) / atoms},
          {"links",
           {{"vertex", links(Linkage::Vertex)},
            {"edge", links(Linkage::Edge)},
            {"face", links(Linkage::Face)},
            {"four", links(Linkage::Four)},
            {"interpenetrating", links(Linkage::Interpenetrating)}}},
          {"interpenetrating_links_per_icosahedron", network.linksPerPolyhedron},
          {"clusters", std::move(sizes)},
          {"atoms_share", static_cast<double>(network.atoms) / atoms},
          {"largest_cluster_atoms_share", static_cast<double>(network.atomsInLargest) / atoms}};
}

}  // namespace

std::string symbol(int atomicNumber) {
  return std::string(alloy::element(atomicNumber).symbol);
}

std::string pairName(int first, int second) {
  return symbol(first).append("-").append(symbol(second));
}

std::string_view windowName(Window window) {
  switch (window) {
    case Window::Taper:
      return "taper";
    case Window::Lorch:
      return "lorch";
    case Window::None:
      break;
  }
  return "none";
}

Json analysisJson(const Analysis& analysis) {
  const Structure& structure = analysis.structure;
  Json composition = Json::object();
  const auto alloy = compositionOf(structure);
  for (const auto& share : alloy.shares())
    composition[symbol(share.atomicNumber)] = share.amount;
  Json displacements = Json::array();
  for (const Displacement& each : analysis.displacements)
    displacements.push_back(
        {{"step", each.step}, {"A2", each.meanSquareA2}, {"of", bySymbol(each.species)}});
  Json notes = Json::array();
  if (!analysis.note.empty())
    notes.push_back(analysis.note);
  const auto atoms = static_cast<double>(structure.size());
  return {{"file", analysis.file},
          {"formula", alloy.formula()},
          {"composition", std::move(composition)},
          {"atoms", structure.size()},
          {"frames", analysis.frames},
          {"volume_A3", structure.cell.volume()},
          {"volume_per_atom_A3", structure.cell.volume() / atoms},
          {"density_g_per_cm3", densityOf(structure)},
          {"pair_distribution", pairsJson(analysis.report)},
          {"coordination", coordinationJson(analysis.report.coordination)},
          {"structure_factor", factorJson(analysis)},
          {"pattern", patternJson(analysis)},
          {"voronoi", voronoiJson(analysis)},
          {"icosahedra", networkJson(analysis)},
          {"mean_square_displacement", std::move(displacements)},
          {"notes", std::move(notes)}};
}

}  // namespace vitrine::cli

#include "engine/calphad/alloy_phases.h"

#include "engine/core/error.h"

#include <algorithm>
#include <numeric>

namespace vitrine::calphad {

namespace {

/// At most so many states of a phase with all its sublattices apart, and of its disordered part.
constexpr std::size_t kMostStates = 400;
/// How much of each constituent is mixed into states at the edge.
constexpr double kTrace = 0.02;
/// Of each constituent in the states nearest to the pure components.
constexpr double kEdge = 1e-7;

std::string upperCase(std::string text) {
  for (char& c : text)
    c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

/// All ways to share out `steps` among `count`: the points of a simplex, as fractions.
void simplex(std::size_t count, std::size_t steps, std::vector<std::vector<double>>& points,
             std::vector<std::size_t>& taken) {
  if (taken.size() + 1 == count) {
    std::size_t rest = steps;
    std::vector<double> point;
    for (const std::size_t t : taken) {
      rest -= t;
      point.push_back(double(t) / double(steps));
    }
    point.push_back(double(rest) / double(steps));
    points.push_back(std::move(point));
    return;
  }
  std::size_t used = 0;
  for (const std::size_t t : taken)
    used += t;
  for (std::size_t t = 0; t + used <= steps; ++t) {
    taken.push_back(t);
    simplex(count, steps, points, taken);
    taken.pop_back();
  }
}

std::vector<std::vector<double>> simplex(std::size_t count, std::size_t steps) {
  std::vector<std::vector<double>> points;
  std::vector<std::size_t> taken;
  simplex(count, steps, points, taken);
  for (auto& point : points) {
    for (double& fraction : point)
      fraction = (1.0 - kTrace) * fraction + kTrace / double(count);
  }
  return points;
}

/// Number of points of simplex(count, steps), or more than kMostStates.
std::size_t simplexSize(std::size_t count, std::size_t steps) {
  std::size_t size = 1;
  for (std::size_t i = 1; i < count; ++i) {
    size = size * (steps + i) / i;
    if (size > kMostStates)
      return kMostStates + 1;
  }
  return size;
}

/// The finest division by which the product of these simplices has at most kMostStates points; 1
/// where even that has more.
std::size_t divisions(const std::vector<std::size_t>& counts) {
  for (const std::size_t steps : {20, 16, 12, 10, 8, 6, 5, 4, 3, 2}) {
    std::size_t states = 1;
    for (const std::size_t count : counts)
      states = std::min(kMostStates + 1, states * simplexSize(count, steps));
    if (states <= kMostStates)
      return steps;
  }
  return 1;
}

class Spread {
 public:
  Spread(const PhaseModel& model, std::size_t phase) : m_model(model), m_phase(phase) {}

  std::vector<PhasePoint> points() {
    if (m_model.ordered())
      disordered();
    std::vector<std::size_t> counts;
    for (const auto& sublattice : m_model.sublattices())
      counts.push_back(sublattice.species.size());
    const std::size_t steps = divisions(counts);
    for (const std::size_t count : counts)
      m_simplices.push_back(simplex(count, steps));
    std::vector<double> fractions;
    product(fractions);
    addEdges();
    return std::move(m_points);
  }

 private:
  /// All ordering sublattices alike, the others as simple as may be.
  void disordered() {
    const auto& sublattices = m_model.sublattices();
    const std::size_t ordering = m_model.orderingSublattices();
    for (std::size_t s = 1; s < ordering; ++s) {
      if (sublattices[s].species != sublattices[0].species)
        return;
    }
    std::vector<std::size_t> counts{sublattices[0].species.size()};
    for (std::size_t s = ordering; s < sublattices.size(); ++s)
      counts.push_back(sublattices[s].species.size());
    const std::size_t steps = divisions(counts);
    for (const auto& averaged : simplex(counts[0], steps)) {
      std::vector<double> fractions;
      for (std::size_t s = 0; s < ordering; ++s)
        fractions.insert(fractions.end(), averaged.begin(), averaged.end());
      for (std::size_t s = ordering; s < sublattices.size(); ++s)
        fractions.insert(fractions.end(), sublattices[s].species.size(),
                         1.0 / double(sublattices[s].species.size()));
      add(fractions);
    }
  }

  void product(std::vector<double>& fractions) {
    const std::size_t s = m_depth;
    if (++m_visited > kMostVisits)
      return;
    if (s == m_simplices.size()) {
      add(fractions);
      return;
    }
    for (const auto& point : m_simplices[s]) {
      fractions.insert(fractions.end(), point.begin(), point.end());
      ++m_depth;
      product(fractions);
      --m_depth;
      fractions.resize(fractions.size() - point.size());
    }
  }

  /// For each component the state richest in it, with the traces of the others all but gone, so
  /// that dilute alloys are mixtures of states too.
  void addEdges() {
    const std::vector<PhasePoint> inside = m_points;
    for (std::size_t c = 0; c < m_model.components() && !inside.empty(); ++c) {
      auto point = *std::max_element(inside.begin(), inside.end(),
                                     [c](const PhasePoint& a, const PhasePoint& b) {
                                       return a.moles[c] * sum(b) < b.moles[c] * sum(a);
                                     });
      for (const Sublattice& sublattice : m_model.sublattices()) {
        const auto begin = point.fractions.begin() + static_cast<std::ptrdiff_t>(sublattice.first);
        const auto end = begin + static_cast<std::ptrdiff_t>(sublattice.species.size());
        const auto largest = std::max_element(begin, end);
        std::fill(begin, end, kEdge);
        *largest = 1.0 - kEdge * double(sublattice.species.size() - 1);
      }
      add(point.fractions);
    }
  }

  static double sum(const PhasePoint& point) {
    return std::accumulate(point.moles.begin(), point.moles.end(), 0.0);
  }

  /// In a phase with two like sublattices (B2) one of two mirrored states is enough.
  bool mirrored(const std::vector<double>& fractions) const {
    const auto& sublattices = m_model.sublattices();
    if (m_model.orderingSublattices() != 2 || sublattices[0].sites != sublattices[1].sites ||
        sublattices[0].species != sublattices[1].species)
      return false;
    const auto second = fractions.begin() + static_cast<std::ptrdiff_t>(sublattices[1].first);
    const auto size = static_cast<std::ptrdiff_t>(sublattices[0].species.size());
    return std::lexicographical_compare(fractions.begin(), second, second, second + size);
  }

  void add(const std::vector<double>& fractions) {
    if (!mirrored(fractions) && m_model.condensed(fractions))
      m_points.push_back({m_phase, fractions, m_model.moles(fractions)});
  }

  /// Ends the walk through phases of very many end members.
  static constexpr std::size_t kMostVisits = 10000;

  const PhaseModel& m_model;
  std::size_t m_phase;
  std::size_t m_depth = 0;
  std::size_t m_visited = 0;
  std::vector<std::vector<std::vector<double>>> m_simplices;
  std::vector<PhasePoint> m_points;
};

}  // namespace

AlloyPhases::AlloyPhases(std::shared_ptr<const Database> database,
                         const std::vector<std::string>& symbols)
    : m_database(std::move(database)), m_components(symbols.size()) {
  std::vector<std::size_t> components;
  for (const auto& symbol : symbols) {
    const auto& elements = m_database->elements;
    const auto found = std::find(elements.begin(), elements.end(), upperCase(symbol));
    if (found == elements.end())
      throw Error(ErrorCode::InvalidInput, "The database has no element " + symbol + ".");
    components.push_back(static_cast<std::size_t>(found - elements.begin()));
  }
  std::string liquid;
  for (std::size_t i = 0; i < m_database->phases.size(); ++i) {
    const Phase& phase = m_database->phases[i];
    if (phase.rejected)
      continue;
    std::string reason;
    auto model = PhaseModel::build(*m_database, i, components, reason);
    if (!reason.empty())
      m_leftOut.push_back(phase.name + " " + reason);
    if (!model)
      continue;
    if (liquid.empty() && (phase.option == 'L' || phase.name == "LIQUID"))
      liquid = phase.name;
    m_models.push_back(std::move(*model));
  }
  if (liquid.empty()) {
    std::string alloy;
    for (const auto& symbol : symbols)
      alloy += (alloy.empty() ? "" : "-") + symbol;
    throw Error(ErrorCode::InvalidInput, "The database has no liquid of " + alloy + ".");
  }
  leaveOutDisorderedForms();
  while (m_models[m_liquid].name() != liquid)
    ++m_liquid;
  for (std::size_t i = 0; i < m_models.size(); ++i)
    m_spread.push_back(Spread(m_models[i], i).points());
}

void AlloyPhases::leaveOutDisorderedForms() {
  const auto isForm = [this](const PhaseModel& form) {
    return std::any_of(m_models.begin(), m_models.end(), [&](const PhaseModel& ordered) {
      return ordered.disorderedName() == form.name() &&
             ordered.sublattices()[0].species.size() == form.sublattices()[0].species.size();
    });
  };
  std::vector<PhaseModel> kept;
  for (const auto& model : m_models) {
    if (isForm(model))
      m_leftOut.push_back(model.name() + " is the disordered form of another phase");
    else
      kept.push_back(model);
  }
  m_models = std::move(kept);
}

}  // namespace vitrine::calphad

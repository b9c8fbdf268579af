#include "engine/calphad/phase_model.h"

#include "engine/calphad/interaction.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace vitrine::calphad {

namespace {

/// Site fractions that differ by less count as alike.
constexpr double kAlike = 1e-4;

using Constituents = std::vector<std::vector<std::size_t>>;

const Phase* findPhase(const Database& database, const std::string& name) {
  const auto found = std::find_if(database.phases.begin(), database.phases.end(),
                                  [&](const Phase& phase) { return phase.name == name; });
  return found == database.phases.end() ? nullptr : &*found;
}

}  // namespace

class PhaseModelBuilder {
 public:
  PhaseModelBuilder(const Database& database, std::span<const std::size_t> components)
      : m_database(database), m_components(components) {}

  /// @return why there is no model; nothing where there is one or the phase does not matter
  std::string build(const Phase& phase) {
    m_model.m_name = phase.name;
    m_model.m_components = m_components.size();
    if (phase.option == 'G' || phase.name == "GAS")
      return "is a gas";
    if (!addSublattices(phase))
      return m_reason;
    m_model.m_antiferromagneticFactor = phase.antiferromagneticFactor;
    m_model.m_structureFactor = phase.structureFactor;
    addParameters(phase, m_model.m_sublattices, m_model.m_ownPart);
    if (!phase.disorderedPart.empty() && !addDisorderedPart(phase))
      return m_reason;
    if (m_model.m_ownPart[0].empty() && m_model.m_averaged[0].empty())
      return "has no parameters for these elements";
    m_good = true;
    return {};
  }

  [[nodiscard]] bool good() const noexcept { return m_good; }
  PhaseModel take() { return std::move(m_model); }

 private:
  /// Whether a species consists of nothing but the elements of the alloy.
  bool available(const Species& species) const {
    return std::all_of(species.atoms.begin(), species.atoms.end(), [&](const auto& atom) {
      return std::find(m_components.begin(), m_components.end(), atom.first) != m_components.end();
    });
  }

  std::vector<Sublattice> sublatticesOf(const Phase& phase) {
    std::vector<Sublattice> result;
    std::size_t first = 0;
    for (std::size_t s = 0; s < phase.sites.size(); ++s) {
      Sublattice sublattice{phase.sites[s], {}, first};
      for (const std::size_t i : phase.constituents[s]) {
        const auto& species = m_database.species[i];
        const bool twice = std::find(sublattice.species.begin(), sublattice.species.end(), i) !=
                           sublattice.species.end();
        if (!available(species) || twice)
          continue;
        if (species.charge != 0.0)
          m_reason = "is ionic";
        sublattice.species.push_back(i);
      }
      first += sublattice.species.size();
      result.push_back(std::move(sublattice));
    }
    return result;
  }

  bool addSublattices(const Phase& phase) {
    auto& model = m_model;
    model.m_sublattices = sublatticesOf(phase);
    for (const auto& sublattice : model.m_sublattices) {
      if (sublattice.species.empty()) {
        m_reason.clear();  // the phase needs another element
        return false;
      }
      model.m_variables += sublattice.species.size();
    }
    if (!m_reason.empty())
      return false;
    model.m_atoms.resize(model.m_components * model.m_variables);
    for (const auto& sublattice : model.m_sublattices) {
      for (std::size_t i = 0; i < sublattice.species.size(); ++i) {
        for (const auto& [element, count] : m_database.species[sublattice.species[i]].atoms) {
          const auto c = static_cast<std::size_t>(
              std::find(m_components.begin(), m_components.end(), element) - m_components.begin());
          model.m_atoms[c * model.m_variables + sublattice.first + i] += sublattice.sites * count;
        }
      }
    }
    return std::any_of(model.m_atoms.begin(), model.m_atoms.end(),
                       [](double atoms) { return atoms > 0.0; });
  }

  std::size_t indexOf(const Parameter& parameter) {
    const auto index = static_cast<std::size_t>(&parameter - m_database.parameters.data());
    m_model.m_parameters.push_back(index);
    return m_model.m_parameters.size() - 1;
  }

  /// The interacting site fractions of each sublattice; empty where a constituent is not there.
  static std::optional<std::vector<Monomial>> variablesOf(
      const Constituents& constituents, const std::vector<Sublattice>& sublattices) {
    std::vector<Monomial> variables;
    for (std::size_t s = 0; s < constituents.size(); ++s) {
      Monomial own;
      for (const std::size_t species : constituents[s]) {
        if (species == Parameter::kAny)
          continue;
        const auto& there = sublattices[s].species;
        const auto found = std::find(there.begin(), there.end(), species);
        if (found == there.end())
          return {};
        own.push_back(static_cast<std::uint16_t>(sublattices[s].first +
                                                 static_cast<std::size_t>(found - there.begin())));
      }
      variables.push_back(std::move(own));
    }
    return variables;
  }

  void addParameters(const Phase& phase, const std::vector<Sublattice>& sublattices,
                     std::array<SitePolynomial, PhaseModel::kProperties>& properties) {
    const auto phaseIndex = static_cast<std::size_t>(&phase - m_database.phases.data());
    // Where a parameter is given twice the last holds.
    std::map<std::tuple<ParameterKind, Constituents, int>, const Parameter*> last;
    for (const auto& parameter : m_database.parameters) {
      if (parameter.phase != phaseIndex || !variablesOf(parameter.constituents, sublattices))
        continue;
      const auto first = equivalentConstituents(parameter.constituents, phase.option).front();
      last[{parameter.kind, first, parameter.order}] = &parameter;
    }
    for (const auto& [key, parameter] : last) {
      const auto& [kind, first, order] = key;
      const bool alone =
          order == 0 && !last.contains({kind, first, 1}) && !last.contains({kind, first, 2});
      const std::size_t index = indexOf(*parameter);
      for (const auto& constituents : equivalentConstituents(first, phase.option)) {
        const auto variables = variablesOf(constituents, sublattices);
        if (!variables)
          continue;
        if (const auto factor = compositionFactor(*variables, order, alone))
          properties[static_cast<std::size_t>(kind)].add(*factor, index);
      }
    }
  }

  bool addDisorderedPart(const Phase& phase) {
    const Phase* disordered = findPhase(m_database, phase.disorderedPart);
    if (disordered->sites.size() > phase.sites.size()) {
      m_reason = "has a disordered part with more sublattices than its own";
      return false;
    }
    auto& model = m_model;
    model.m_disorderedName = disordered->name;
    if (model.m_structureFactor == 0.0) {
      model.m_antiferromagneticFactor = disordered->antiferromagneticFactor;
      model.m_structureFactor = disordered->structureFactor;
    }
    model.m_ordering = phase.sites.size() - disordered->sites.size() + 1;
    const auto sublattices = sublatticesOf(*disordered);
    m_reason.clear();
    double sites = 0.0;
    for (std::size_t s = 0; s < model.m_ordering; ++s)
      sites += model.m_sublattices[s].sites;

    for (const auto& sublattice : sublattices)
      model.m_averages += sublattice.species.size();
    for (std::size_t s = 0; s < model.m_sublattices.size(); ++s) {
      const auto& own = model.m_sublattices[s];
      const auto& target = sublattices[s < model.m_ordering ? 0 : s - model.m_ordering + 1];
      for (const std::size_t species : own.species) {
        const auto found = std::find(target.species.begin(), target.species.end(), species);
        if (found == target.species.end()) {
          m_reason = "has " + m_database.species[species].name + " where its disordered part " +
                     disordered->name + " has none";
          return false;
        }
        model.m_averageOf.push_back(static_cast<std::uint16_t>(
            target.first + static_cast<std::size_t>(found - target.species.begin())));
        model.m_averageWeight.push_back(s < model.m_ordering ? own.sites / sites : 1.0);
      }
    }
    std::array<SitePolynomial, PhaseModel::kProperties> disorderedPart;
    addParameters(*disordered, sublattices, disorderedPart);
    std::vector<std::uint16_t> same(model.m_averages);
    for (std::size_t i = 0; i < same.size(); ++i)
      same[i] = static_cast<std::uint16_t>(i);
    // Per formula unit of the ordered phase; moments and Curie temperatures are what they are.
    const double scale = sites / disordered->sites[0];
    for (std::size_t p = 0; p < PhaseModel::kProperties; ++p) {
      model.m_averaged[p].add(disorderedPart[p], same, p == 0 ? scale : 1.0);
      model.m_averaged[p].add(model.m_ownPart[p], model.m_averageOf, -1.0);
    }
    return true;
  }

  const Database& m_database;
  std::span<const std::size_t> m_components;
  PhaseModel m_model;
  std::string m_reason;
  bool m_good = false;
};

std::optional<PhaseModel> PhaseModel::build(const Database& database, std::size_t phase,
                                            std::span<const std::size_t> components,
                                            std::string& reason) {
  PhaseModelBuilder builder(database, components);
  reason = builder.build(database.phases[phase]);
  if (!builder.good())
    return {};
  return builder.take();
}

const std::string& PhaseModel::name(std::span<const double> fractions) const {
  if (!ordered())
    return m_name;
  std::vector<double> averages(m_averages);
  for (std::size_t v = 0; v < m_variables; ++v)
    averages[m_averageOf[v]] += m_averageWeight[v] * fractions[v];
  for (std::size_t v = 0; v < m_variables; ++v) {
    if (std::abs(fractions[v] - averages[m_averageOf[v]]) > kAlike)
      return m_name;
  }
  return m_disorderedName;
}

bool PhaseModel::condensed(std::span<const double> fractions) const {
  return std::any_of(m_sublattices.begin(), m_sublattices.end(), [&](const Sublattice& s) {
    double filled = 0.0;
    for (std::size_t v = s.first; v < s.first + s.species.size(); ++v) {
      for (std::size_t c = 0; c < m_components; ++c) {
        if (atoms(c, v) > 0.0) {
          filled += fractions[v];
          break;
        }
      }
    }
    return filled >= 0.5;
  });
}

std::vector<double> PhaseModel::moles(std::span<const double> fractions) const {
  std::vector<double> result(m_components);
  for (std::size_t c = 0; c < m_components; ++c) {
    for (std::size_t v = 0; v < m_variables; ++v)
      result[c] += atoms(c, v) * fractions[v];
  }
  return result;
}

}  // namespace vitrine::calphad

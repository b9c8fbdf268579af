#include "app/glass/glass_desk.h"

#include <algorithm>
#include <utility>

namespace vitrine::app {

namespace {

auto find(auto& glasses, GlassId id) {
  return std::find_if(glasses.begin(), glasses.end(),
                      [id](const auto& entry) { return entry.first == id; });
}

}  // namespace

GlassDesk::GlassDesk(QObject* parent) : QObject(parent) {}

GlassDesk::~GlassDesk() = default;

std::vector<GlassId> GlassDesk::glasses() const {
  std::vector<GlassId> ids;
  for (const auto& [id, glass] : m_glasses)
    ids.push_back(id);
  return ids;
}

bool GlassDesk::has(GlassId id) const {
  return find(m_glasses, id) != m_glasses.end();
}

const Glass& GlassDesk::glass(GlassId id) const {
  return find(m_glasses, id)->second;
}

void GlassDesk::setCurrent(GlassId id) {
  if (id == m_current || (id != 0 && !has(id)))
    return;
  m_current = id;
  m_atom.reset();
  m_highlight.reset();
  emit currentChanged();
}

void GlassDesk::setAtom(std::optional<std::uint32_t> atom) {
  if (atom && (m_current == 0 || *atom >= glass(m_current).structure->size()))
    atom.reset();
  if (atom == m_atom)
    return;
  m_atom = atom;
  emit atomChanged();
}

void GlassDesk::setHighlight(std::optional<AtomGroup> group) {
  if (m_current == 0)
    group.reset();
  if (group == m_highlight)
    return;
  m_highlight = std::move(group);
  emit highlightChanged();
}

GlassId GlassDesk::add(Glass glass) {
  const GlassId id = ++m_lastId;
  m_glasses.emplace_back(id, std::move(glass));
  emit glassesChanged();
  setCurrent(id);
  return id;
}

void GlassDesk::remove(GlassId id) {
  const auto at = find(m_glasses, id);
  if (at == m_glasses.end())
    return;
  const auto next = m_glasses.erase(at);
  if (id == m_current)
    setCurrent(next != m_glasses.end() ? next->first
                                       : (m_glasses.empty() ? 0 : m_glasses.back().first));
  emit glassesChanged();
}

}  // namespace vitrine::app

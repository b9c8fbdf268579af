#pragma once

#include "engine/atomistic/structure.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace vitrine::app {

/// Names a glass of the desk for as long as the program runs; never used again. 0 names none.
using GlassId = quint64;

/// Atoms that were read or made.
struct Glass {
  QString name;  ///< "Zr44Cu56-1e13"
  QString file;  ///< where they stand
  /// What they are not, e.g. "stopped at 812 K"; empty for a whole glass.
  QString caveat;
  std::shared_ptr<const atomistic::Structure> structure;
};

/// Atoms of a glass that belong together.
struct AtomGroup {
  QString name;  ///< "bar 3"
  std::vector<std::uint32_t> atoms;
  bool operator==(const AtomGroup&) const = default;
};

/// The glasses that are open, which of them is looked at, and which of its atoms are chosen.
class GlassDesk : public QObject {
  Q_OBJECT

 public:
  explicit GlassDesk(QObject* parent = nullptr);
  ~GlassDesk() override;

  /// In the order they came.
  [[nodiscard]] std::vector<GlassId> glasses() const;
  [[nodiscard]] bool has(GlassId id) const;
  /// @pre has(id)
  [[nodiscard]] const Glass& glass(GlassId id) const;

  [[nodiscard]] GlassId current() const noexcept { return m_current; }
  void setCurrent(GlassId id);
  /// Of the current glass.
  [[nodiscard]] std::optional<std::uint32_t> atom() const noexcept { return m_atom; }
  void setAtom(std::optional<std::uint32_t> atom);
  /// Of the current glass: what all others step back for.
  [[nodiscard]] const std::optional<AtomGroup>& highlight() const noexcept { return m_highlight; }
  void setHighlight(std::optional<AtomGroup> group);

  /// At the end; becomes current.
  GlassId add(Glass glass);
  void remove(GlassId id);

 signals:
  void glassesChanged();
  void currentChanged();
  void atomChanged();
  void highlightChanged();

 private:
  std::vector<std::pair<GlassId, Glass>> m_glasses;
  GlassId m_lastId = 0;
  GlassId m_current = 0;
  std::optional<std::uint32_t> m_atom;
  std::optional<AtomGroup> m_highlight;
};

}  // namespace vitrine::app

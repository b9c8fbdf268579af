#pragma once

#include "app/document/workbench_state.h"
#include "engine/prediction/estimate.h"
#include "widgets/theme/theme.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QSettings>
#include <QString>
#include <QStringList>

#include <memory>

namespace vitrine::app {

/// What the workbench remembers between two sessions: layout, theme, units, the last alloy and
/// section. Whatever cannot be read falls back to its default, and a notice says so.
class Settings {
  Q_DECLARE_TR_FUNCTIONS(vitrine::app::Settings)

 public:
  /// @param file an INI file; where it is damaged it is put aside as FILE.damaged
  explicit Settings(const QString& file);
  /// vitrine.ini in the user's configuration folder (XDG).
  static QString defaultFile();

  /// One sentence for each thing that could not be read so far.
  [[nodiscard]] const QStringList& notices() const noexcept { return m_notices; }

  [[nodiscard]] WorkbenchState state();
  [[nodiscard]] ViewChoices view();
  [[nodiscard]] widgets::ThemeChoice theme();
  [[nodiscard]] QByteArray windowGeometry() const;
  [[nodiscard]] QByteArray windowLayout() const;
  /// Of the window of measured patterns, and the folder that patterns were read from last.
  [[nodiscard]] QByteArray patternsGeometry() const;
  [[nodiscard]] QString patternsFolder() const;
  /// Of the data desk, and the folder that tables were read from or written to last.
  [[nodiscard]] QByteArray dataGeometry() const;
  [[nodiscard]] QString dataFolder() const;
  /// The thermodynamic database that was opened last.
  [[nodiscard]] QString thermodynamicDatabase() const;

  /// Of the window of glasses, and the folder that atoms were read from last.
  [[nodiscard]] QByteArray glassGeometry() const;
  [[nodiscard]] QString glassFolder() const;
  /// Where runs of molecular dynamics go; among the user's documents unless another was chosen.
  [[nodiscard]] QString quenchFolder() const;
  /// The program LAMMPS: a name or a path.
  [[nodiscard]] QString lammps() const;

  /// The user's own model that speaks for a property; empty for the shipped one.
  [[nodiscard]] QString ownModel(prediction::Property property) const;

  void setState(const WorkbenchState& state);
  void setView(const ViewChoices& view);
  void setTheme(widgets::ThemeChoice theme);
  void setOwnModel(prediction::Property property, const QString& name);
  void setWindow(const QByteArray& geometry, const QByteArray& layout);
  void setPatternsGeometry(const QByteArray& geometry);
  void setPatternsFolder(const QString& folder);
  void setDataGeometry(const QByteArray& geometry);
  void setDataFolder(const QString& folder);
  void setThermodynamicDatabase(const QString& path);
  void setGlassGeometry(const QByteArray& geometry);
  void setGlassFolder(const QString& folder);
  void setQuenchFolder(const QString& folder);
  void setLammps(const QString& program);

 private:
  void readSection(MapSection& section);

  std::unique_ptr<QSettings> m_file;
  QStringList m_notices;
};

}  // namespace vitrine::app

#pragma once

#include "engine/alloy/composition.h"
#include "engine/simulation/potential.h"

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;

namespace vitrine::app {

struct Session;
class Settings;

/// The interatomic potentials that describe an alloy, which of them is taken, and what it says of
/// itself.
class PotentialChoice : public QWidget {
  Q_OBJECT

 public:
  PotentialChoice(Session& session, Settings& settings, QWidget* parent = nullptr);
  ~PotentialChoice() override;

  /// @param whyNot  what to say where there is no alloy
  void setAlloy(const std::optional<alloy::Composition>& alloy, const QString& whyNot);
  /// Name or file; empty where none describes the alloy.
  [[nodiscard]] QString chosen() const;
  /// Takes a table of one's own; where it cannot be taken, the text says why.
  void open(const QString& path);

 signals:
  void changed();

 private:
  void load();
  void askForFile();
  void list();
  void showText();
  [[nodiscard]] int bestIndex() const;
  [[nodiscard]] QString aboutText(const simulation::Potential& potential) const;

  Session& m_session;
  Settings& m_settings;
  std::optional<alloy::Composition> m_alloy;
  QString m_whyNot;
  QString m_failure;      ///< of the search for those that are installed
  QString m_fileFailure;  ///< of the table that was opened last, until another is looked at
  std::vector<simulation::Potential> m_potentials;
  QString m_wanted;  ///< what somebody chose; empty where the best of each alloy will do
  bool m_loaded = false;
  QString m_key;  ///< of the job that looks for them
  QComboBox* m_list;
  QLabel* m_text;
};

}  // namespace vitrine::app

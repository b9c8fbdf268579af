#pragma once

#include "app/glass/quench_run.h"
#include "engine/simulation/potential.h"

#include <QGroupBox>

#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace vitrine::app {

class WorkRow;
struct Session;
class Settings;

/// What is to be quenched, how and where; and how far that is.
class QuenchForm : public QGroupBox {
  Q_OBJECT

 public:
  QuenchForm(Session& session, Settings& settings, QuenchRun& run, QWidget* parent = nullptr);
  ~QuenchForm() override;

  /// What is chosen; nothing where it cannot be done.
  [[nodiscard]] std::optional<QuenchOrder> order() const;

 private:
  void build();
  void loadPotentials();
  void takeAlloy();
  void choosePotential();
  void chooseFolder();
  void listPotentials();
  void refresh();
  [[nodiscard]] int bestOf(const alloy::Composition& alloy, const QString& before) const;
  [[nodiscard]] QString aboutText(const simulation::Potential& potential) const;
  [[nodiscard]] QString costText() const;

  Session& m_session;
  Settings& m_settings;
  QuenchRun& m_run;
  std::vector<simulation::Potential> m_potentials;
  bool m_loaded = false;
  QLineEdit* m_formula;
  QComboBox* m_potential;
  QLabel* m_potentialText;
  QComboBox* m_rate;
  QSpinBox* m_atoms;
  QSpinBox* m_seed;
  QLineEdit* m_lmp;
  QLineEdit* m_folder;
  QLabel* m_cost;
  QPushButton* m_start;
  WorkRow* m_work;
  QLabel* m_state;
  QLabel* m_failure;
};

}  // namespace vitrine::app

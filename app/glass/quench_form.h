#pragma once

#include "app/glass/run_orders.h"

#include <QGroupBox>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace vitrine::app {

class PotentialChoice;
class RunPlaces;
struct Session;
class Settings;

/// What is to be quenched, how and where.
class QuenchForm : public QGroupBox {
  Q_OBJECT

 public:
  QuenchForm(Session& session, Settings& settings, AtomRun& run, QWidget* parent = nullptr);

  /// What is chosen; nothing where it cannot be done.
  [[nodiscard]] std::optional<QuenchOrder> order() const;

 private:
  void build();
  void takeAlloy();
  void readAlloy();
  void refresh();
  [[nodiscard]] QString costText() const;

  Session& m_session;
  AtomRun& m_run;
  QLineEdit* m_formula;
  QPushButton* m_editor;
  PotentialChoice* m_potential;
  QComboBox* m_rate;
  QSpinBox* m_atoms;
  QSpinBox* m_seed;
  RunPlaces* m_places;
  QLabel* m_cost;
  QPushButton* m_start;
};

/// "Roughly 12 min on one core." of so many atoms and steps.
QString costOf(double atoms, double steps);

}  // namespace vitrine::app

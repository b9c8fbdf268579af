#pragma once

#include "app/glass/run_orders.h"

#include <QGroupBox>

#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace vitrine::app {

class GlassDesk;
class PotentialChoice;
class RunPlaces;
struct Session;
class Settings;

/// What is to be done to the current glass, how and where.
class TreatForm : public QGroupBox {
  Q_OBJECT

 public:
  TreatForm(Session& session, Settings& settings, GlassDesk& desk, AtomRun& run,
            QWidget* parent = nullptr);
  ~TreatForm() override;

  /// What is chosen; nothing where it cannot be done.
  [[nodiscard]] std::optional<TreatOrder> order() const;

 private:
  void build();
  void takeGlass();
  void start();
  void refresh();
  [[nodiscard]] Treatment treatment() const;
  [[nodiscard]] QString costText() const;

  Session& m_session;
  GlassDesk& m_desk;
  AtomRun& m_run;
  QLabel* m_glass;
  QComboBox* m_treatment;
  QDoubleSpinBox* m_temperature;
  QDoubleSpinBox* m_time;
  QDoubleSpinBox* m_strain;
  QComboBox* m_rate;
  PotentialChoice* m_potential;
  QSpinBox* m_seed;
  RunPlaces* m_places;
  QFormLayout* m_form;
  QLabel* m_cost;
  QPushButton* m_start;
  QLabel* m_failure;
};

}  // namespace vitrine::app

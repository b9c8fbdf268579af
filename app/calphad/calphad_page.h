#pragma once

#include "app/calphad/calphad_run.h"
#include "app/jobs/live_result.h"
#include "engine/calphad/phase_fractions.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;
class QTableWidget;
class QTabWidget;

namespace vitrine::widgets {
class PhaseDiagramView;
class PhaseFractionPlot;
class TernaryMap;
}  // namespace vitrine::widgets

namespace vitrine::app {

class DatabasePanel;
struct Session;
class Settings;
class SystemPanel;

/// Phase diagrams: open a thermodynamic database, choose a system, compute, look, and take the
/// melting ranges to the data desk. It assembles; database and choices are panels of their own.
class CalphadPage : public QWidget {
  Q_OBJECT

 public:
  CalphadPage(Session& session, Settings& settings, QWidget* parent = nullptr);
  ~CalphadPage() override;

  /// Whether a file looks like a thermodynamic database by its name.
  static bool isDatabase(const QString& path);
  /// Reads a thermodynamic database.
  void open(const QString& path);

  [[nodiscard]] const CalphadRun& run() const { return m_run; }

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void build();
  [[nodiscard]] QWidget* diagramTab();
  void chooseFile();
  void databaseChanged();
  void makeTable();
  void showOutcome();
  void showDiagram();
  void showProjection();
  void showReactions();
  void followAlloy();
  void showFractions();
  [[nodiscard]] QString whatIsMissing() const;

  Session& m_session;
  Settings& m_settings;
  CalphadRun m_run;
  LiveResult<calphad::PhaseFractions> m_fractions;
  QString m_fractionsOf;  ///< formula of the alloy they belong to
  DatabasePanel* m_database;
  SystemPanel* m_system;
  QTabWidget* m_tabs;
  QStackedWidget* m_views;
  widgets::PhaseDiagramView* m_diagram;
  widgets::TernaryMap* m_triangle;
  QComboBox* m_quantity;
  QTableWidget* m_reactions;
  widgets::PhaseFractionPlot* m_fractionPlot;
  QLabel* m_readOut;
};

}  // namespace vitrine::app

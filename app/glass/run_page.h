#pragma once

#include "app/glass/atom_run.h"
#include "engine/atomistic/displacement.h"
#include "engine/atomistic/pair_distribution.h"
#include "widgets/glass/curves_plot.h"

#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace vitrine::widgets {
class StructureView;
}

namespace vitrine::app {

class GlassImport;
class WorkRow;
struct Session;

/// Means over equal parts of every stage of a run; a curve for each stage.
std::vector<widgets::NamedCurve> stageCurves(const std::vector<RunPoint>& points,
                                             double RunPoint::*x, double RunPoint::*y);

/// A run of molecular dynamics: what and how on the left; on the right the atoms as they come, and
/// curves. What comes of it becomes a glass of the desk. A page for one kind of run derives from
/// it.
class RunPage : public QWidget {
  Q_OBJECT

 public:
  ~RunPage() override;

  [[nodiscard]] AtomRun& run() { return m_run; }
  [[nodiscard]] const AtomRun& run() const { return m_run; }
  [[nodiscard]] widgets::StructureView* view() const { return m_view; }
  [[nodiscard]] widgets::CurvesPlot* curves() const { return m_curves; }

 signals:
  /// The glass of a run is being opened.
  void glassMade();

 protected:
  /// @param work  what goes on, for those who hear the screen: "the quench"
  RunPage(const QString& work, Session& session, GlassImport& import, QWidget* parent);

  /// Above the buttons, on the left. To be called once, by the constructor of the page.
  void setForm(QWidget* form);
  void refresh();
  /// How far the atoms have gone since the first frame of the run; a curve for all and for each
  /// element, over the time in ps.
  [[nodiscard]] std::vector<widgets::NamedCurve> displacementCurves() const;

  /// The file in the folder of a run that becomes its glass.
  [[nodiscard]] virtual QString resultFile() const = 0;
  /// What is told of a run that came to its end.
  [[nodiscard]] virtual QString doneText() const = 0;
  /// All plots but that of g(r).
  [[nodiscard]] virtual std::vector<widgets::CurvesPanel> panels() const = 0;

 private:
  void forgetAtoms();
  void showAtoms(const QString& file, const QString& text);
  void track(const atomistic::Structure& frame, double timePs);
  void openGlass();
  void openPart();

  Session& m_session;
  GlassImport& m_import;
  QString m_frameKey;
  AtomRun m_run;
  QVBoxLayout* m_left;
  widgets::StructureView* m_view;
  widgets::CurvesPlot* m_curves;
  WorkRow* m_work;
  QLabel* m_state;
  QLabel* m_failure;
  QPushButton* m_goOn;
  QPushButton* m_part;
  std::shared_ptr<const atomistic::PairDistribution> m_pairs;  ///< of the latest frame
  QString m_tracked;  ///< folder of the run that is tracked
  atomistic::DisplacementTrack m_track;
  std::vector<double> m_trackPs;
};

}  // namespace vitrine::app

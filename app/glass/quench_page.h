#pragma once

#include "app/glass/quench_run.h"
#include "engine/atomistic/pair_distribution.h"

#include <QWidget>

#include <memory>

class QPushButton;

namespace vitrine::widgets {
class CurvesPlot;
class StructureView;
}  // namespace vitrine::widgets

namespace vitrine::app {

class GlassImport;
class QuenchForm;
struct Session;
class Settings;

/// Quenching an alloy: what and how on the left; on the right the atoms as they come, volume and
/// energy against temperature. What comes of it becomes a glass of the desk.
class QuenchPage : public QWidget {
  Q_OBJECT

 public:
  QuenchPage(Session& session, Settings& settings, GlassImport& import, QWidget* parent = nullptr);
  ~QuenchPage() override;

  [[nodiscard]] QuenchRun& run() { return m_run; }
  [[nodiscard]] widgets::StructureView* view() const { return m_view; }
  [[nodiscard]] widgets::CurvesPlot* curves() const { return m_curves; }

 signals:
  /// The glass of a run is being opened.
  void glassMade();

 private:
  void readFrame();
  void refresh();
  void openGlass();
  void openPart();
  [[nodiscard]] QString transitionText() const;

  Session& m_session;
  GlassImport& m_import;
  QuenchRun m_run;
  QuenchForm* m_form;
  widgets::StructureView* m_view;
  widgets::CurvesPlot* m_curves;
  QPushButton* m_goOn;
  QPushButton* m_part;
  std::shared_ptr<const atomistic::PairDistribution> m_pairs;  ///< of the latest frame
};

}  // namespace vitrine::app

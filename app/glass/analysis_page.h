#pragma once

#include "app/glass/glass_desk.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace vitrine::widgets {
class CurvesPlot;
}

namespace vitrine::atomistic {
struct CellReport;
}

namespace vitrine::app {

struct PairAnalysis;
class GlassAnalyses;

/// What the current glass is like: g(r) with its partial ones, Voronoi statistics, the network of
/// icosahedra. Computed when the page is seen.
class AnalysisPage : public QWidget {
  Q_OBJECT

 public:
  AnalysisPage(GlassDesk& desk, GlassAnalyses& analyses, QWidget* parent = nullptr);

  [[nodiscard]] widgets::CurvesPlot* distances() const { return m_distances; }

 signals:
  /// The user wants the X-ray pattern of the current glass beside those of its alloy.
  void patternWanted();
  /// The same of the distance of neighbours, for the relaxation of the alloy.
  void distanceWanted();

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  [[nodiscard]] QWidget* choices();
  void want();
  void refresh();
  void showDistances(const PairAnalysis* analysis);
  void showCells(const atomistic::CellReport* analysis);

  GlassDesk& m_desk;
  GlassAnalyses& m_analyses;
  std::shared_ptr<const PairAnalysis> m_pairs;
  std::shared_ptr<const atomistic::CellReport> m_cells;
  QCheckBox* m_radical;
  QDoubleSpinBox* m_smallest;
  widgets::CurvesPlot* m_distances;
  widgets::CurvesPlot* m_clusters;
  QTableWidget* m_indices;
  QPushButton* m_pattern;
  QPushButton* m_distance;
  QLabel* m_network;
  QLabel* m_failure;
};

}  // namespace vitrine::app

#pragma once

#include "app/glass/atom_quantity.h"
#include "app/glass/glass_desk.h"

#include <QWidget>

#include <array>

class QComboBox;
class QLabel;

namespace vitrine::widgets {
class CurvesPlot;
class StructureView;
}  // namespace vitrine::widgets

namespace vitrine::app {

class GlassAnalyses;

/// Two glasses side by side, seen from the same side and coloured alike, their curves in one plot.
class ComparePage : public QWidget {
  Q_OBJECT

 public:
  ComparePage(GlassDesk& desk, GlassAnalyses& analyses, QWidget* parent = nullptr);

  /// Left and right.
  [[nodiscard]] const std::array<widgets::StructureView*, 2>& views() const { return m_views; }
  [[nodiscard]] widgets::CurvesPlot* curves() const { return m_curves; }

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void listGlasses();
  void refresh();
  [[nodiscard]] GlassId chosen(std::size_t side) const;

  GlassDesk& m_desk;
  GlassAnalyses& m_analyses;
  QComboBox* m_quantity;
  std::array<QComboBox*, 2> m_glasses{};
  std::array<QLabel*, 2> m_facts{};
  std::array<widgets::StructureView*, 2> m_views{};
  widgets::CurvesPlot* m_curves;
};

}  // namespace vitrine::app

#pragma once

#include "engine/calphad/diagram_regions.h"
#include "widgets/plot/plot_group.h"
#include "widgets/theme/units.h"

#include <memory>
#include <optional>

namespace vitrine::widgets {

/// A binary phase diagram.
struct PhaseDiagramModel {
  std::shared_ptr<const calphad::PhaseDiagram> diagram;                ///< null for none
  std::shared_ptr<const std::vector<calphad::DiagramRegion>> regions;  ///< of the diagram
  std::optional<double> markedPercent;  ///< the alloy of the workbench, at.% of the second element
  TemperatureUnit unit = TemperatureUnit::Kelvin;
  bool stale = false;
  QString message;  ///< instead of a diagram
};

/// Temperature against composition: borders of the fields, their phases, and the invariant
/// reactions with their temperatures. Tells what is stable under the pointer.
class PhaseDiagramView : public PlotGroup {
  Q_OBJECT

 public:
  explicit PhaseDiagramView(QWidget* parent = nullptr);

  void setModel(const PhaseDiagramModel& model);
  [[nodiscard]] const PhaseDiagramModel& model() const { return m_model; }
  /// What is stable at a place: "38.2 at.% Ni, 1450 K: LIQUID + B2_BCC"; empty outside.
  [[nodiscard]] QString readOutAt(double percent, double temperatureK) const;

  [[nodiscard]] QString exportName() const override;
  /// The tie-lines of every level.
  [[nodiscard]] DataTable data() const override;

 signals:
  /// For a line beside the view; empty where the pointer left.
  void readOut(const QString& text);

 protected:
  [[nodiscard]] std::vector<PlotPanel> panels(const Theme& theme) const override;

 private:
  PhaseDiagramModel m_model;
};

/// "eutectic", "peritectoid" …
QString invariantName(const calphad::Invariant& invariant);

}  // namespace vitrine::widgets

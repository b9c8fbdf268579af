#pragma once

#include "widgets/export/exportable.h"
#include "widgets/plot/plot_model.h"
#include "widgets/relaxation/relaxation_model.h"

#include <QWidget>

class QButtonGroup;
class QLabel;

namespace vitrine::widgets {

class Plot;

/// Structural relaxation time against temperature, with the line where 100 s define Tg, the band
/// that the uncertainty of Tg leaves, and measured or derived curves for comparison.
class RelaxationPlot : public QWidget, public Exportable {
  Q_OBJECT

 public:
  explicit RelaxationPlot(QWidget* parent = nullptr);

  void setModel(const RelaxationPlotModel& model);
  [[nodiscard]] const RelaxationPlotModel& model() const { return m_model; }
  [[nodiscard]] Plot* plot() const { return m_plot; }

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] QSizeF exportSize() const override;
  void renderTo(QPainter& painter, const QRectF& area) const override;
  [[nodiscard]] DataTable data() const override;

 signals:
  void axisChosen(TemperatureAxis axis);
  /// The pointer is over this temperature.
  void temperatureHovered(double temperatureK);

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void rebuild();
  void read(QPointF coordinates);

  RelaxationPlotModel m_model;
  Plot* m_plot;
  QButtonGroup* m_axes;
  QLabel* m_readout;
};

}  // namespace vitrine::widgets

#pragma once

#include "widgets/export/exportable.h"
#include "widgets/parity/parity_model.h"
#include "widgets/plot/plot_model.h"

#include <QWidget>

class QBoxLayout;
class QButtonGroup;
class QComboBox;
class QLabel;
class QTableWidget;

namespace vitrine::widgets {

class Plot;

/// Predicted against measured values of one model at a time, the scores of all of them in a table
/// beside the published ones. A row of the table, or the list above the plot, shows another model.
class ParityPlot : public QWidget, public Exportable {
  Q_OBJECT

 public:
  explicit ParityPlot(QWidget* parent = nullptr);

  void setModel(const ParityPlotModel& model);
  /// Rings another alloy; the empty formula none. Cheap.
  void setSelected(const QString& formula);
  [[nodiscard]] const ParityPlotModel& model() const { return m_model; }
  [[nodiscard]] Plot* plot() const { return m_plot; }

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] QSizeF exportSize() const override;
  void renderTo(QPainter& painter, const QRectF& area) const override;
  [[nodiscard]] DataTable data() const override;

 signals:
  void alloySelected(const QString& formula);
  void splitChosen(ParitySplit split);
  void seriesChosen(const QString& key);

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void rebuild();
  void fillScores();
  void arrange();
  void showSeries(int index);
  void hoverPoint(int point);
  [[nodiscard]] int shownIndex() const;

  ParityPlotModel m_model;
  Plot* m_plot;
  QComboBox* m_choice;
  QButtonGroup* m_splits;
  QLabel* m_readout;
  QWidget* m_side;
  QTableWidget* m_scores;
  QLabel* m_note;
  QBoxLayout* m_body;
};

}  // namespace vitrine::widgets

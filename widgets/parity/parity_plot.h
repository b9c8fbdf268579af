#pragma once

#include "widgets/export/exportable.h"
#include "widgets/parity/parity_model.h"

#include <QWidget>

class QBoxLayout;
class QButtonGroup;
class QComboBox;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace vitrine::widgets {

class ParityCanvas;
class ParityGrid;
class ParityScores;
class Plot;

/// Predicted against measured values: the plots of all models side by side, or one of them large
/// with the scores of all in a table. The published scores stand beside ours in either.
class ParityPlot : public QWidget, public Exportable {
  Q_OBJECT

 public:
  explicit ParityPlot(QWidget* parent = nullptr);

  void setModel(const ParityPlotModel& model);
  /// Rings another alloy; the empty formula none. Cheap.
  void setSelected(const QString& formula);
  [[nodiscard]] const ParityPlotModel& model() const { return m_model; }
  /// The large plot.
  [[nodiscard]] Plot* plot() const;
  [[nodiscard]] ParityGrid* grid() const { return m_grid; }

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] QSizeF exportSize() const override;
  void renderTo(QPainter& painter, const QRectF& area) const override;
  [[nodiscard]] DataTable data() const override;

 signals:
  void alloySelected(const QString& formula);
  void propertyChosen(vitrine::prediction::Property property);
  void splitChosen(ParitySplit split);
  /// The key of a series, or kAllParitySeries.
  void seriesChosen(const QString& key);

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  [[nodiscard]] QWidget* makeLarge();
  void rebuild();
  void arrange();
  void showSeries(int index);
  void backToAll();
  void choosePoint(int point);
  void read(int series, int point);
  [[nodiscard]] int shownIndex() const;

  ParityPlotModel m_model;
  int m_selected = -1;  ///< the point of the selected formula
  QToolButton* m_back;
  QComboBox* m_choice;
  QButtonGroup* m_properties;
  QButtonGroup* m_splits;
  QStackedWidget* m_pages;
  ParityGrid* m_grid;
  ParityCanvas* m_plot;
  QLabel* m_caption;
  QWidget* m_side;
  ParityScores* m_scores;
  QLabel* m_note;
  QBoxLayout* m_body;
  QLabel* m_readout;
};

}  // namespace vitrine::widgets

#pragma once

#include "widgets/export/exportable.h"
#include "widgets/spectrum/spectrum_model.h"

#include <QStringList>
#include <QWidget>

class QButtonGroup;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QToolButton;

namespace vitrine::widgets {

class Plot;

/// The diffraction pattern of an alloy as a generator expects it, with its band, how q1 and Δq of
/// its first peak were read off, and measured patterns laid over it with the difference below; or
/// its g(r) in the same way.
class SpectrumPlot : public QWidget, public Exportable {
  Q_OBJECT

 public:
  explicit SpectrumPlot(QWidget* parent = nullptr);

  void setModel(const SpectrumPlotModel& model);
  [[nodiscard]] const SpectrumPlotModel& model() const { return m_model; }
  [[nodiscard]] Plot* plot() const { return m_plot; }
  [[nodiscard]] Plot* residual() const { return m_residual; }

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] QSizeF exportSize() const override;
  void renderTo(QPainter& painter, const QRectF& area) const override;
  [[nodiscard]] DataTable data() const override;

 signals:
  void axisChosen(vitrine::diffraction::AxisKind axis);
  void wavelengthChosen(double wavelengthA);
  /// @param name  of a GeneratorChoice
  void generatorChosen(const QString& name);
  void drawsToggled(bool shown);
  void nearestToggled(bool shown);
  /// Files of patterns were dropped onto the view.
  void filesDropped(const QStringList& paths);
  /// The measured patterns that were dropped are to be taken off.
  void measuredCleared();

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void buildBar();
  void rebuild();
  void showChoices();
  void read(QPointF coordinates);

  SpectrumPlotModel m_model;
  Plot* m_plot;
  Plot* m_residual;
  QComboBox* m_choices;
  QButtonGroup* m_axes = nullptr;
  QDoubleSpinBox* m_wavelength;
  QToolButton* m_draws;
  QToolButton* m_nearest;
  QToolButton* m_clear;
  QLabel* m_readout;
  QLabel* m_warning;
};

}  // namespace vitrine::widgets

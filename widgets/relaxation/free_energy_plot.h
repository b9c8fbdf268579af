#pragma once

#include "widgets/export/exportable.h"

#include <QPointF>
#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace vitrine::widgets {

class Plot;

/// Everything the free-energy plot shows: one particle in the cage of its neighbours. Lengths in
/// particle diameters d, energies in kT.
struct FreeEnergyPlotModel {
  std::vector<double> r;           ///< displacement r/d, rising
  std::vector<double> freeEnergy;  ///< F(r)/kT, one for each r
  std::optional<double> rL;        ///< localisation length, at the minimum
  std::optional<double> rB;        ///< barrier position, at the maximum
  std::optional<double> barrier;   ///< F_B = F(r_B) - F(r_L)
  double phi = 0.0;                ///< packing fraction of the effective hard-sphere liquid
  QString temperature;             ///< as shown, e.g. "T = 690 K"
  /// d, where it is known; the second scale is in Å then.
  std::optional<double> diameterA;
  QString diameterSource;  ///< e.g. "g(r) of Zr44Cu56-1e13"
  bool stale = false;
  QString message;  ///< e.g. why there is no barrier
};

/// The dynamic free energy with its length and energy scales r_L, r_B, Δr and F_B drawn in.
class FreeEnergyPlot : public QWidget, public Exportable {
  Q_OBJECT

 public:
  explicit FreeEnergyPlot(QWidget* parent = nullptr);

  void setModel(const FreeEnergyPlotModel& model);
  [[nodiscard]] const FreeEnergyPlotModel& model() const { return m_model; }
  [[nodiscard]] Plot* plot() const { return m_plot; }

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] QSizeF exportSize() const override;
  void renderTo(QPainter& painter, const QRectF& area) const override;
  [[nodiscard]] DataTable data() const override;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  FreeEnergyPlotModel m_model;
  Plot* m_plot;
};

}  // namespace vitrine::widgets

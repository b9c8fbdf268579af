#pragma once

#include "widgets/plot/plot_group.h"

#include <QString>

#include <optional>
#include <vector>

namespace vitrine::widgets {

/// One curve; x rising.
struct NamedCurve {
  QString name;
  std::vector<double> x;
  std::vector<double> y;
  int colour = 0;                      ///< the same number, the same colour
  bool dashed = false;                 ///< of the second of two structures
  std::optional<QString> legend = {};  ///< in place of the name; left out of it where empty
};

/// One plot of several curves over the same axis.
struct CurvesPanel {
  QString title;
  QString xLabel;  ///< with unit
  QString yLabel;
  std::vector<NamedCurve> curves;
  std::vector<PlotMarker> markers;  ///< their colour is that of the theme's axis
  bool points = false;              ///< as dots, where neighbours are not joined
  Qt::Corner legendCorner = Qt::TopRightCorner;
  QString message;  ///< why there is nothing
};

struct CurvesModel {
  QString name;  ///< of the files it is exported to
  std::vector<CurvesPanel> panels;
  bool stale = false;
};

/// Curves of structures and runs: g(r), S(q), volume and energy against temperature.
class CurvesPlot : public PlotGroup {
  Q_OBJECT

 public:
  /// @param name  for those who hear the screen
  CurvesPlot(const QString& name, int columns, QWidget* parent = nullptr);

  void setModel(const CurvesModel& model);
  [[nodiscard]] const CurvesModel& model() const { return m_model; }

  [[nodiscard]] QString exportName() const override;
  /// Long format: plot, curve, x, y.
  [[nodiscard]] DataTable data() const override;

 protected:
  [[nodiscard]] std::vector<PlotPanel> panels(const Theme& theme) const override;

 private:
  CurvesModel m_model;
};

}  // namespace vitrine::widgets

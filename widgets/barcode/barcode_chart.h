#pragma once

#include "widgets/plot/plot_group.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

namespace vitrine::widgets {

/// What the bars are as high as.
enum class BarcodeMeasure {
  Share,        ///< of the barcode's sum, beside that of the reference
  Importance,   ///< mean |SHAP value|
  Correlation,  ///< with the energy
  Difference,   ///< reference less share
};

/// A barcode of local environments and what its bars mean.
struct BarcodeChartModel {
  struct Bar {
    QString kernel;  ///< "<0,0,12,0> icosahedron around Cu"
    bool kasper = false;
    bool icosahedron = false;
    double importance = 0.0;   ///< eV/atom
    double correlation = 0.0;  ///< Pearson's r with the energy; NaN where it does not vary
    double meanShare = 0.0;    ///< over the training glasses, 0 to 1
    // Of the glass, where there is one.
    double share = 0.0;
    double difference = 0.0;  ///< reference less share
    double byChance = 0.0;    ///< standard deviation of a share that counting alone gives
  };

  QString name;           ///< of the glass
  std::vector<Bar> bars;  ///< the most important first; their numbers count from 1
  bool hasGlass = false;  ///< shares and differences are there
  BarcodeMeasure measure = BarcodeMeasure::Share;
  std::optional<std::size_t> chosen;
  QString message;  ///< why there is nothing
};

/// Bars of a barcode, the Kasper ones (group 1) on the left and the others (group 2) on the right
/// as in C. Liu et al., Acta Mater. 259, 119281 (2023), Figs. 3, 4 and 6. A click chooses the bar
/// of that column, another one leaves it again; so do Left, Right and Escape.
class BarcodeChart : public PlotGroup {
  Q_OBJECT

 public:
  explicit BarcodeChart(QWidget* parent = nullptr);

  void setModel(const BarcodeChartModel& model);
  [[nodiscard]] const BarcodeChartModel& model() const { return m_model; }

  /// The bar at a coordinate of the plot's x axis; nothing between the groups.
  [[nodiscard]] std::optional<std::size_t> barAt(double x) const;
  /// Where the bar stands on the x axis. @pre it exists
  [[nodiscard]] double placeOf(std::size_t bar) const;
  /// Everything about a bar in words, several lines. @pre it exists
  [[nodiscard]] QString barText(std::size_t bar) const;

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] QSizeF exportSize() const override;
  [[nodiscard]] DataTable data() const override;

 signals:
  void barChosen(std::optional<std::size_t> bar);

 protected:
  [[nodiscard]] std::vector<PlotPanel> panels(const Theme& theme) const override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void orderBars();
  void describe();
  void step(int by);
  [[nodiscard]] double heightOf(const BarcodeChartModel::Bar& bar) const;
  void addBars(PlotModel& plot, const Theme& theme) const;
  void addReference(PlotModel& plot, const Theme& theme) const;

  BarcodeChartModel m_model;
  std::vector<std::size_t> m_order;  ///< bars from left to right
  std::size_t m_kasper = 0;          ///< how many of them are of group 1
  std::optional<QPointF> m_pressed;
};

}  // namespace vitrine::widgets

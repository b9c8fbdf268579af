#pragma once

#include "widgets/plot/plot_group.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace vitrine::widgets {

/// Position and width of the first peak, generated against measured.
struct PeakAgreementModel {
  /// One of the two quantities, 1/Å. `slope`: of generated = slope · measured.
  struct Quantity {
    std::vector<std::optional<double>> measured;   ///< empty where there is no first peak
    std::vector<std::optional<double>> generated;  ///< as many
    double slope = 0.0;                            ///< not a number where there is none
    double r2 = 0.0;
  };
  QStringList ids;
  QStringList formulas;
  Quantity position;
  Quantity width;
  QString selected;  ///< id of the chosen pattern
  bool stale = false;
  QString message;
};

class PeakAgreement : public PlotGroup {
  Q_OBJECT

 public:
  explicit PeakAgreement(QWidget* parent = nullptr);

  void setModel(const PeakAgreementModel& model);
  [[nodiscard]] const PeakAgreementModel& model() const { return m_model; }

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] DataTable data() const override;

 signals:
  void patternChosen(const QString& id);

 protected:
  [[nodiscard]] std::vector<PlotPanel> panels(const Theme& theme) const override;
  void choose(int panel, int scatter, int point) override;

 private:
  [[nodiscard]] PlotPanel panel(const PeakAgreementModel::Quantity& quantity, const QString& name,
                                const Theme& theme) const;

  PeakAgreementModel m_model;
};

}  // namespace vitrine::widgets

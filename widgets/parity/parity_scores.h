#pragma once

#include "widgets/parity/parity_model.h"

#include <QTableWidget>

namespace vitrine::widgets {

/// A row of the table of scores: name, our R² and RMSE, the published ones.
QStringList scoreRow(const ParitySeries& series);
QStringList scoreHeaders();
bool hasPublished(const ParityPlotModel& model);

/// The scores of all series beside the published ones. Always as large as its content.
class ParityScores : public QTableWidget {
  Q_OBJECT

 public:
  explicit ParityScores(QWidget* parent = nullptr);

  void setModel(const ParityPlotModel& model, int shownSeries);

 signals:
  void seriesChosen(int series);
};

}  // namespace vitrine::widgets

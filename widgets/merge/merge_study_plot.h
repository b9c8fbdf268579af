#pragma once

#include "widgets/merge/merge_study_model.h"
#include "widgets/plot/plot_group.h"

namespace vitrine::widgets {

/// How good models are that learned from each subset of some tables: a strip for each subset, in it
/// a dot for each model with its deviation over the seeds; published values in strips behind.
class MergeStudyPlot : public PlotGroup {
  Q_OBJECT

 public:
  explicit MergeStudyPlot(QWidget* parent = nullptr);

  void setModel(const MergeStudyModel& model);
  [[nodiscard]] const MergeStudyModel& model() const { return m_model; }

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] DataTable data() const override;

 signals:
  /// A dot was clicked: its subset in the panel's order.
  void subsetChosen(int subset);

 protected:
  [[nodiscard]] std::vector<PlotPanel> panels(const Theme& theme) const override;
  void choose(int panel, int scatter, int point) override;

 private:
  [[nodiscard]] PlotPanel drawn(const MergeStudyModel::Panel& panel, const Theme& theme) const;

  MergeStudyModel m_model;
};

}  // namespace vitrine::widgets

#pragma once

#include "app/pages/workbench.h"
#include "app/services/model_library.h"
#include "engine/alloy/composition.h"
#include "engine/prediction/estimate.h"

#include <QObject>

#include <utility>
#include <vector>

namespace vitrine::widgets {
class ParityPlot;
}

namespace vitrine::app {

/// Fills the predicted-vs-actual plot from the out-of-fold predictions that the models carry.
class ParityPresenter : public QObject {
  Q_OBJECT

 public:
  ParityPresenter(const Workbench& workbench, widgets::ParityPlot& plot, QObject* parent = nullptr);

 private:
  void show();
  void showChoices();
  void select();
  [[nodiscard]] prediction::Property property() const;
  void read(const ModelLibrary::Model& model);

  Workbench m_workbench;
  widgets::ParityPlot& m_plot;
  /// The model that `m_known` was read from: its rows, parsed once.
  ModelLibrary::Model m_model;
  std::vector<std::pair<QString, alloy::Composition>> m_known;
};

}  // namespace vitrine::app

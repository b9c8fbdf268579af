#pragma once

#include "app/jobs/live_result.h"
#include "app/pages/map_markers.h"
#include "app/pages/workbench.h"
#include "app/quantities/next_alloys.h"
#include "app/quantities/section_map.h"
#include "app/services/generator_library.h"
#include "widgets/ternary/ternary_model.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <array>
#include <string>
#include <vector>

namespace vitrine::widgets {
class TernaryMap;
}

namespace vitrine::app {

/// Fills the composition triangle: a coarse picture at once, the picture in steps of 1 at.% when
/// there is time. Clicks and drags become edits of the alloy.
class MapPresenter : public QObject {
  Q_OBJECT

 public:
  MapPresenter(const Workbench& workbench, widgets::TernaryMap& map, QObject* parent = nullptr);

 signals:
  /// What is under the pointer, for the status bar; empty when it leaves.
  void readOut(const QString& text);

 private:
  using LiveEstimates = LiveResult<SectionEstimates>;

  void follow();
  void refresh();
  void refine();
  [[nodiscard]] std::string wanted() const;
  void request(LiveEstimates& result, int divisions);
  void requestNext();
  void requestRows();
  void selectRows(const QString& formula);
  void show();
  void read(const std::array<double, 3>& weights);
  void addRows(widgets::TernaryMapModel& model) const;
  void addMarkers(widgets::TernaryMapModel& model) const;
  void addValues(widgets::TernaryMapModel& model) const;
  [[nodiscard]] const LiveEstimates& best() const;
  /// Why the quantity cannot be shown; empty where it can.
  [[nodiscard]] QString missing() const;
  /// The generator that covers the plane, where the quantity needs one.
  [[nodiscard]] GeneratorLibrary::Offer generatorOffer() const;

  Workbench m_workbench;
  widgets::TernaryMap& m_map;
  LiveEstimates m_coarse;
  LiveEstimates m_fine;
  LiveResult<std::vector<NextAlloy>> m_next;
  LiveResult<std::vector<RowMarker>> m_rows;
  std::string m_wanted;  ///< key of what is shown or on its way
  QTimer m_refine;
};

}  // namespace vitrine::app

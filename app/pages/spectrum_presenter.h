#pragma once

#include "app/jobs/live_result.h"
#include "app/pages/workbench.h"
#include "app/quantities/generated_pattern.h"
#include "widgets/spectrum/spectrum_model.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace vitrine::widgets {
class SpectrumPlot;
}

namespace vitrine::app {

/// Fills the spectrum view with the pattern, or g(r), that the chosen generator expects of the
/// alloy, with measured ones dropped onto it and computed ones of glasses atom by atom, and with
/// the imported ones of the nearest alloys.
class SpectrumPresenter : public QObject {
  Q_OBJECT

 public:
  SpectrumPresenter(const Workbench& workbench, widgets::SpectrumPlot& plot,
                    QObject* parent = nullptr);

  /// Lays the patterns of these files over the generated one.
  void openFiles(const QStringList& paths);

 signals:
  /// A file could not be read; one sentence.
  void problem(const QString& sentence);

 private:
  void refresh();
  /// The variant of generators that the alloy is shown by: the chosen one where it covers the
  /// alloy.
  [[nodiscard]] std::string variant() const;
  void addChoices(widgets::SpectrumPlotModel& model) const;
  void show();
  void addNearest(widgets::SpectrumPlotModel& model) const;
  void openFile(const QString& path);
  void addComputed(const QString& glass, const diffraction::Spectrum& pattern);
  /// Where patterns are drawn with their highest point at the same height.
  [[nodiscard]] diffraction::UniformAxis shownAxis() const;
  /// Why there is no pattern; empty where there is one or it is on its way.
  [[nodiscard]] QString missing() const;

  Workbench m_workbench;
  widgets::SpectrumPlot& m_plot;
  LiveResult<GeneratedPattern> m_pattern;
  std::string m_variant;  ///< that is shown
  QString m_generator;    ///< for the legend
  std::vector<widgets::MeasuredCurve> m_measured;
};

}  // namespace vitrine::app

#pragma once

#include "app/glass/barcode_readings.h"
#include "app/glass/glass_desk.h"
#include "widgets/barcode/barcode_chart.h"

#include <QWidget>

#include <memory>
#include <optional>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace vitrine::widgets {
class StructureView;
}

namespace vitrine::app {

class Settings;
class WorkRow;

/// The barcode of the current glass: its bars against those of glasses of equal energy, the
/// environment behind a bar, and what all of it says. Read when the page is seen.
class BarcodePage : public QWidget {
  Q_OBJECT

 public:
  BarcodePage(GlassDesk& desk, BarcodeReadings& readings, Settings& settings,
              QWidget* parent = nullptr);

  [[nodiscard]] widgets::BarcodeChart* chart() const { return m_chart; }
  [[nodiscard]] widgets::StructureView* kernel() const { return m_kernel; }
  /// What the bars are as high as.
  void showMeasure(widgets::BarcodeMeasure measure);
  void chooseBar(std::optional<std::size_t> bar);

 signals:
  /// The user wants to see the atoms of a bar in their glass.
  void atomsWanted();

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  [[nodiscard]] QWidget* modelRow();
  [[nodiscard]] QWidget* measureRow();
  [[nodiscard]] QWidget* kernelSide();
  [[nodiscard]] QWidget* factSide();
  void want();
  void refresh();
  void showModels();
  void showChart();
  void showKernel();
  void showFacts();
  void highlight();
  void askForModel();
  void showCard();
  void takeEnergy();

  GlassDesk& m_desk;
  BarcodeReadings& m_readings;
  Settings& m_settings;
  widgets::BarcodeMeasure m_measure = widgets::BarcodeMeasure::Share;
  std::shared_ptr<const LoadedBarcode> m_loaded;  ///< that m_bar is a bar of
  std::optional<std::size_t> m_bar;
  QComboBox* m_models;
  QPushButton* m_about;
  QLineEdit* m_energy;
  GlassId m_energyOf = 0;  ///< whose energy it shows
  QLabel* m_failure;
  QPushButton* m_goOn;
  WorkRow* m_work;
  QButtonGroup* m_measures;
  widgets::BarcodeChart* m_chart;
  widgets::StructureView* m_kernel;
  QLabel* m_barWords;
  QPushButton* m_atoms;
  QLabel* m_facts;
  QLabel* m_cautions;
};

}  // namespace vitrine::app

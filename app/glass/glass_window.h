#pragma once

#include "app/glass/barcode_models.h"
#include "app/glass/barcode_readings.h"
#include "app/glass/glass_analysis.h"
#include "app/glass/glass_desk.h"
#include "app/glass/glass_import.h"

#include <QWidget>

class QTabWidget;

namespace vitrine::app {

class AnalysisPage;
class BarcodePage;
class ComparePage;
class NoticeBar;
class QuenchPage;
struct Session;
class Settings;
class StructurePage;
class TreatPage;

/// Glasses atom by atom: those that are open on the left; on the right pages that show, describe,
/// compare and make them. It assembles; each page is made of its own.
class GlassWindow : public QWidget {
  Q_OBJECT

 public:
  GlassWindow(Session& session, Settings& settings);
  ~GlassWindow() override;

  /// Reads a file of atoms.
  void open(const QString& path);
  /// Writes the current glass; the suffix says as what.
  void saveTo(const QString& path);

  /// The current glass beside its alloy in the workbench, computed from its atoms: the X-ray
  /// pattern, and the distance of neighbours. Both take its alloy over there.
  void showPattern();
  void useDistance();

  [[nodiscard]] GlassDesk& desk() { return m_desk; }
  [[nodiscard]] const GlassImport& import() const { return m_import; }
  [[nodiscard]] const GlassAnalyses& analyses() const { return m_analyses; }
  [[nodiscard]] BarcodeReadings& barcodes() { return m_barcodes; }
  [[nodiscard]] QTabWidget* pages() const { return m_pages; }
  [[nodiscard]] StructurePage* structure() const { return m_structure; }
  [[nodiscard]] AnalysisPage* analysis() const { return m_analysis; }
  [[nodiscard]] BarcodePage* barcode() const { return m_barcode; }
  [[nodiscard]] ComparePage* compare() const { return m_compare; }
  [[nodiscard]] QuenchPage* quench() const { return m_quench; }
  [[nodiscard]] TreatPage* treat() const { return m_treat; }

 signals:
  /// What was handed over is to be seen in this view of the workbench.
  void viewWanted(const QString& key);

 protected:
  /// Ends what goes on; a run that is stopped so keeps what it has written.
  void closeEvent(QCloseEvent* event) override;

 private:
  void build();
  void openAll(const QStringList& paths);
  void askWhatToOpen();
  void askWhereToSave();

  Session& m_session;
  Settings& m_settings;
  GlassDesk m_desk;
  GlassImport m_import;
  GlassAnalyses m_analyses;
  BarcodeModels m_barcodeModels;
  BarcodeReadings m_barcodes;
  NoticeBar* m_notices = nullptr;
  QTabWidget* m_pages = nullptr;
  StructurePage* m_structure = nullptr;
  AnalysisPage* m_analysis = nullptr;
  BarcodePage* m_barcode = nullptr;
  ComparePage* m_compare = nullptr;
  QuenchPage* m_quench = nullptr;
  TreatPage* m_treat = nullptr;
};

}  // namespace vitrine::app

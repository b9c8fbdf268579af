#pragma once

#include "app/spectra/pattern_import.h"
#include "app/spectra/pattern_judge.h"
#include "app/spectra/training_run.h"

#include <QWidget>

class QFileDialog;

namespace vitrine::widgets {
class PatternPreview;
}

namespace vitrine::app {

class ImportPanel;
class JudgementPanel;
struct Session;
class Settings;
class TrainingPanel;
class UsePanel;

/// The window in which measured patterns become a generator: read and prepare them, train, judge,
/// use. It assembles; each step is a panel of its own.
class SpectraWindow : public QWidget {
  Q_OBJECT

 public:
  SpectraWindow(Session& session, Settings& settings);
  ~SpectraWindow() override;

  /// Reads the patterns of a folder or file.
  void open(const QString& path);

  [[nodiscard]] const PatternImport& import() const { return m_import; }
  [[nodiscard]] const TrainingRun& training() const { return m_training; }
  [[nodiscard]] const PatternJudge& judge() const { return m_judge; }

 protected:
  /// Ends what goes on; the training of a network can be gone on with when the window is opened
  /// again.
  void closeEvent(QCloseEvent* event) override;

 private:
  void build(bool hasTrainer);
  void connectSteps();
  void chooseFolder();
  void chooseFile();
  void chooseSubstrate();
  QFileDialog* patternDialog(const QString& title);
  void showSelected();
  void showLook(const std::shared_ptr<const PatternCollection>& patterns, const PatternLook& look,
                const QString& generator);

  Session& m_session;
  Settings& m_settings;
  PatternImport m_import;
  TrainingRun m_training;
  PatternJudge m_judge;
  ImportPanel* m_importPanel = nullptr;
  TrainingPanel* m_trainingPanel = nullptr;
  JudgementPanel* m_judgementPanel = nullptr;
  UsePanel* m_usePanel = nullptr;
  widgets::PatternPreview* m_preview = nullptr;
};

}  // namespace vitrine::app

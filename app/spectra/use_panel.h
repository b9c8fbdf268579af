#pragma once

#include "app/services/generator_library.h"
#include "app/spectra/training_run.h"

#include <QGroupBox>

class QComboBox;
class QLabel;
class QPushButton;

namespace vitrine::app {

/// The fourth step: what becomes of the trained generator.
class UsePanel : public QGroupBox {
  Q_OBJECT

 public:
  UsePanel(JobRunner& runner, GeneratorLibrary& library, TrainingRun& run,
           QWidget* parent = nullptr);
  ~UsePanel() override;

  /// Writes a copy of the trained generator.
  void saveTo(const QString& path);

 private:
  void saveAs();
  void refresh();
  void say(const QString& sentence);
  void refuse(const QString& sentence);

  JobRunner& m_runner;
  GeneratorLibrary& m_library;
  TrainingRun& m_run;
  QPushButton* m_use;
  QPushButton* m_save;
  QComboBox* m_own;
  QPushButton* m_remove;
  QLabel* m_said;
  QLabel* m_failure;
};

}  // namespace vitrine::app

#pragma once

#include "app/services/model_library.h"
#include "app/training/study_run.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace vitrine::widgets {
class Sheet;
}

namespace vitrine::app {

/// The models the user has kept: keep the one just trained, compare, use, rename, delete, export.
class KeptModelsPanel : public QWidget {
  Q_OBJECT

 public:
  KeptModelsPanel(ModelLibrary& library, StudyRun& run, QWidget* parent = nullptr);

  /// Writes the chosen model to a file.
  void exportTo(const QString& path);

 private:
  void build();
  void refresh();
  void chooseFile();
  void say(const QString& sentence);
  void refuse(const QString& sentence);
  /// Null where none is chosen.
  [[nodiscard]] const ModelLibrary::OwnModel* chosen() const;

  ModelLibrary& m_library;
  StudyRun& m_run;
  QLineEdit* m_name;
  QPushButton* m_keep;
  widgets::Sheet* m_models;
  QPushButton* m_use;
  QPushButton* m_rename;
  QPushButton* m_remove;
  QPushButton* m_export;
  QPushButton* m_shippedTg;
  QPushButton* m_shippedTm;
  QLabel* m_said;
  QLabel* m_failure;
};

}  // namespace vitrine::app

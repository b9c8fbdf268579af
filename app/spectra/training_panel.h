#pragma once

#include "app/spectra/training_run.h"

#include <QGroupBox>

#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace vitrine::app {

class WorkRow;

/// The second step: which generator is to learn from how many of the patterns, and how far that is.
class TrainingPanel : public QGroupBox {
  Q_OBJECT

 public:
  /// @param hasTrainer  whether networks can be trained here
  TrainingPanel(TrainingRun& run, bool hasTrainer, QWidget* parent = nullptr);

  /// What there is to learn from; null for nothing.
  void setPatterns(std::shared_ptr<const PatternCollection> patterns);
  /// What is chosen.
  [[nodiscard]] TrainingRequest request() const;

 signals:
  /// Other choices than before.
  void requestChanged();

 private:
  void build();
  void showKind();
  void refresh();

  TrainingRun& m_run;
  bool m_hasTrainer;
  std::shared_ptr<const PatternCollection> m_patterns;
  QComboBox* m_kind;
  QLabel* m_kindText;
  QSpinBox* m_count;
  QSpinBox* m_seed;
  QLabel* m_sizeLabel;
  QComboBox* m_size;
  QPushButton* m_train;
  QPushButton* m_pause;
  WorkRow* m_work;
  QLabel* m_state;
  QLabel* m_failure;
};

}  // namespace vitrine::app

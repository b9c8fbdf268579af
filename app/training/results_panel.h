#pragma once

#include "app/training/study_run.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QTabWidget;

namespace vitrine::widgets {
class CalibrationPlot;
class ContributionChart;
class ErrorCurves;
class ParityPlot;
class ResidualPlot;
class Sheet;
}  // namespace vitrine::widgets

namespace vitrine::app {

class ReferenceLibrary;
class WorkRow;

/// What came of a study: scores, predicted against measured, residuals, intervals, learning curves,
/// contributions. Points and rows of the tables follow each other.
class ResultsPanel : public QWidget {
  Q_OBJECT

 public:
  ResultsPanel(TableDesk& desk, StudyRun& run, ReferenceLibrary& references,
               QWidget* parent = nullptr);

  /// What is chosen now: results of anything else are stale.
  void setRequest(const StudyRequest& request);
  /// Another page behind the plots.
  void addPage(QWidget* page, const QString& title);
  [[nodiscard]] bool isStale() const;

 signals:
  void learningCurveWanted();

 private:
  void build();
  [[nodiscard]] QWidget* scoresPage();
  [[nodiscard]] QWidget* residualsPage();
  [[nodiscard]] QWidget* learningPage();
  [[nodiscard]] const prediction::HoldOutReport* report() const;
  void takeResult();
  void listPredictors();
  void showAll();
  void showScores();
  void showPublished();
  void showResiduals();
  void showLearning();
  void showProgress();
  void showSelection();
  /// Selects in the desk where these rows of the study came from.
  void select(const std::vector<std::size_t>& heldOut);

  TableDesk& m_desk;
  StudyRun& m_run;
  ReferenceLibrary& m_references;
  StudyRequest m_request;
  std::shared_ptr<const StudyResult> m_result;  ///< what is drawn
  std::vector<std::size_t> m_residualRows;      ///< places in the report of the residuals' points
  QLabel* m_note;
  QLabel* m_splitLabel;
  QComboBox* m_split;
  QTabWidget* m_tabs;
  widgets::Sheet* m_scores;
  widgets::Sheet* m_elements;
  QLabel* m_remarks;
  widgets::Sheet* m_published;
  QLabel* m_publishedNote;
  widgets::ParityPlot* m_parity;
  QComboBox* m_element;
  QComboBox* m_predictor;
  widgets::ResidualPlot* m_residuals;
  widgets::CalibrationPlot* m_calibration;
  QPushButton* m_learn;
  WorkRow* m_learningWork;
  QLabel* m_learningFailure;
  widgets::ErrorCurves* m_curves;
  widgets::ContributionChart* m_contributions;
};

}  // namespace vitrine::app

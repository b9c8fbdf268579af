#pragma once

#include "app/correlations/correlations.h"
#include "app/jobs/live_result.h"
#include "widgets/correlation/correlation_model.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace vitrine::widgets {
class CorrelationPlot;
}

namespace vitrine::app {

class FitTable;
struct Session;

/// How the glass-transition temperatures of the current table go with the melting points of the
/// elements, and its melting temperatures with those: Fig. 8 of Que et al. 2025, for any table.
class CorrelationsPage : public QWidget {
  Q_OBJECT

 public:
  explicit CorrelationsPage(Session& session, QWidget* parent = nullptr);

  [[nodiscard]] const LiveResult<Correlations>& result() const { return m_result; }

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void build();
  /// Asks for the correlations of the table as it is now, once the page can be seen.
  void refresh();
  /// Draws what there is, if anybody can see it.
  void present();
  void showSelection();
  void showElements(const Correlations& correlations);
  void copyFits();

  /// The line of a set that residuals are taken from; the first where it has not the chosen one.
  [[nodiscard]] std::size_t chosenLine(const CorrelationSet& set) const;
  [[nodiscard]] bool isSolidusChosen() const;
  [[nodiscard]] std::optional<int> chosenElement() const;
  [[nodiscard]] widgets::Correlation drawn(const CorrelationSet& set, const dataset::Table& table,
                                           bool overMean) const;
  [[nodiscard]] QString lineName(const ComparedLine& line) const;
  /// Why there is nothing to draw; empty where there is.
  [[nodiscard]] QString missing(const CorrelationSet& set, bool overMean) const;

  Session& m_session;
  LiveResult<Correlations> m_result;
  QComboBox* m_element;
  QComboBox* m_melting;
  QComboBox* m_residuals;
  QLabel* m_note;
  widgets::CorrelationPlot* m_plot;
  FitTable* m_fits;
  QPushButton* m_copy;
};

}  // namespace vitrine::app

#pragma once

#include "widgets/jobs/job_strip.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace vitrine::widgets {

/// One line of the job strip.
class JobRowView : public QWidget {
  Q_OBJECT

 public:
  explicit JobRowView(QWidget* parent = nullptr);

  void setModel(const JobRow& model);

 signals:
  void cancelRequested(const QString& id);
  void dismissed(const QString& id);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  JobRow m_model;
  QLabel* m_title;
  QProgressBar* m_bar;
  QLabel* m_percent;
  QToolButton* m_button;
};

}  // namespace vitrine::widgets

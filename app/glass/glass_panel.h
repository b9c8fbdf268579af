#pragma once

#include "app/glass/glass_desk.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace vitrine::app {

class GlassAnalyses;
class GlassImport;
class WorkRow;

/// The glasses that are open, and what the current one is.
class GlassPanel : public QWidget {
  Q_OBJECT

 public:
  GlassPanel(GlassDesk& desk, GlassImport& import, GlassAnalyses& analyses,
             QWidget* parent = nullptr);

 signals:
  void openWanted();
  void saveWanted();

 private:
  void showGlasses();
  void showFacts();
  void showWork();

  GlassDesk& m_desk;
  GlassImport& m_import;
  GlassAnalyses& m_analyses;
  QListWidget* m_list;
  QPushButton* m_save;
  QPushButton* m_close;
  QLabel* m_facts;
  WorkRow* m_reading;
  WorkRow* m_analysing;
  QLabel* m_failure;
};

}  // namespace vitrine::app

#pragma once

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace vitrine::app {

class ReferenceLibrary;

/// Every publication the program rests on, to be copied, some or all.
class CitationsDialog : public QDialog {
  Q_OBJECT

 public:
  explicit CitationsDialog(const ReferenceLibrary& references, QWidget* parent = nullptr);

 private:
  void copy();
  void nameButton();

  QListWidget* m_list;
  QLabel* m_done;
  QPushButton* m_copy;
};

}  // namespace vitrine::app

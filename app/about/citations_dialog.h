#pragma once

#include <QDialog>

class QListWidget;

namespace vitrine::app {

class ReferenceLibrary;

/// Every publication the program rests on, to be copied one by one or all together.
class CitationsDialog : public QDialog {
  Q_OBJECT

 public:
  explicit CitationsDialog(const ReferenceLibrary& references, QWidget* parent = nullptr);

 private:
  void copy();

  QListWidget* m_list;
};

}  // namespace vitrine::app

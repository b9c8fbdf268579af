#pragma once

#include "app/services/reference_library.h"

#include <QDialog>
#include <QString>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace vitrine::app {

/// The published alloys to start from. Typing narrows the list, an element's symbol to alloys with
/// that element; Enter or a double click takes one.
class GalleryDialog : public QDialog {
  Q_OBJECT

 public:
  explicit GalleryDialog(const std::vector<Sample>& samples, QWidget* parent = nullptr);

  /// The formula that was taken; empty before.
  [[nodiscard]] QString formula() const { return m_formula; }

 private:
  void narrow(const QString& words);
  void showSource();
  void take();

  QLineEdit* m_search;
  QTreeWidget* m_list;
  QLabel* m_source;
  QPushButton* m_open;
  QString m_formula;
};

}  // namespace vitrine::app

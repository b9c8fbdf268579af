#pragma once

#include <QLineEdit>

namespace vitrine::widgets {

/// A line that underlines one character of itself.
class FormulaEdit : public QLineEdit {
  Q_OBJECT

 public:
  explicit FormulaEdit(QWidget* parent = nullptr);

  /// Marks the character with this index; -1 for none, the length for the place behind the last.
  void setMarked(int index);
  /// Where a character begins, in the coordinates of the field and kept inside of it.
  [[nodiscard]] double xOf(int index) const;
  /// The middle of the marked character.
  [[nodiscard]] double markedX() const;

 signals:
  void escaped();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  [[nodiscard]] double markedEnd() const;

  int m_marked = -1;
};

}  // namespace vitrine::widgets

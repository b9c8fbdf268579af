#pragma once

#include <QString>
#include <QTimer>
#include <QWidget>

namespace vitrine::widgets {

class ErrorBubble;
class FormulaEdit;

/// The formula of the alloy. What is wrong with it stands below the very character at once; what is
/// good goes out when the typing pauses, so that no alloy is taken from half an element ("Zr50C" on
/// the way to "Zr50Cu50").
class FormulaField : public QWidget {
  Q_OBJECT

 public:
  explicit FormulaField(QWidget* parent = nullptr);

  ~FormulaField() override;

  /// The formula of the alloy as it is. Replaces the text unless that is being typed and means the
  /// same alloy, or is wrong and the alloy is the same as before the typing.
  void showFormula(const QString& formula);

  [[nodiscard]] FormulaEdit* edit() const { return m_edit; }
  [[nodiscard]] ErrorBubble* bubble() const { return m_bubble; }
  [[nodiscard]] QString error() const;

 signals:
  void entered(const QString& formula, bool finished);
  /// What was entered since the typing began is void: the text turned bad, or Esc was pressed.
  void withdrawn();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void onEdited();
  void onPause();
  void finish();
  void revert();
  void withdraw();
  /// Reads the text and shows what is to be said about it; true where it is good.
  bool read();
  void placePoint();

  FormulaEdit* m_edit;
  ErrorBubble* m_bubble;
  QTimer m_pause;    ///< runs while keys follow each other
  QString m_shown;   ///< formula of the alloy
  QString m_before;  ///< the same, when typing began
  bool m_typing = false;
  bool m_pending = false;  ///< something was entered that is not finished
};

}  // namespace vitrine::widgets

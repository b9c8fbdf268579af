#pragma once

#include <QString>
#include <QWidget>

namespace vitrine::widgets {

class ErrorBubble;
class FormulaEdit;

/// The formula of the alloy, read while it is typed. What is wrong with it stands below the very
/// character; what is good goes out.
class FormulaField : public QWidget {
  Q_OBJECT

 public:
  explicit FormulaField(QWidget* parent = nullptr);

  ~FormulaField() override;

  /// The formula of the alloy as it is. Replaces the text unless that is being typed and means the
  /// same alloy, or is wrong and the alloy is the same as before.
  void showFormula(const QString& formula);

  [[nodiscard]] FormulaEdit* edit() const { return m_edit; }
  [[nodiscard]] ErrorBubble* bubble() const { return m_bubble; }
  [[nodiscard]] QString error() const;

 signals:
  void entered(const QString& formula, bool finished);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void onEdited();
  void finish();
  void revert();
  /// Reads the text and shows what is to be said about it; true where it is good.
  bool read();
  void placePoint();

  FormulaEdit* m_edit;
  ErrorBubble* m_bubble;
  QString m_shown;     ///< formula of the alloy
  QString m_before;    ///< the same, when typing began
  QString m_lastGood;  ///< last text that went out
  bool m_typing = false;
  bool m_pending = false;  ///< something was entered that is not finished
};

}  // namespace vitrine::widgets

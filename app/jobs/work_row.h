#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace vitrine::app {

/// One line for work that goes on: what it is, how far, and a button that ends it. Out of sight
/// while nothing goes on.
class WorkRow : public QWidget {
  Q_OBJECT

 public:
  /// @param name  of the work, for those who hear the screen, e.g. "Reading"
  explicit WorkRow(const QString& name, QWidget* parent = nullptr);

  /// @param fraction  0 to 1; negative where nobody knows
  void tell(const QString& words, double fraction);

 signals:
  void cancelled();

 private:
  QLabel* m_words;
  QProgressBar* m_bar;
  QToolButton* m_cancel;
};

/// "about 40 s left", "about 12 min left".
QString timeLeftText(double seconds);

/// A label for one sentence that something went wrong, out of sight while it is empty.
QLabel* addFailureLabel(const QString& name, QWidget* parent);
void showFailure(QLabel& label, const QString& sentence);

}  // namespace vitrine::app

#pragma once

#include <QToolBar>

class QLabel;

namespace vitrine::app {

/// A sentence across the window that stays until it is closed.
class NoticeBar : public QToolBar {
  Q_OBJECT

 public:
  explicit NoticeBar(QWidget* parent = nullptr);

  /// Adds a sentence to those that are shown.
  void add(const QString& sentence);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  /// As high as the words are at this width; a tool bar alone would guess.
  void fitHeight();

  QLabel* m_label;
};

}  // namespace vitrine::app

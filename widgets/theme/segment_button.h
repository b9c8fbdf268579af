#pragma once

#include <QToolButton>

namespace vitrine::widgets {

/// One choice of a few that exclude each other, in a row; put them into an exclusive QButtonGroup.
/// Filled while it is chosen, in either theme.
class SegmentButton : public QToolButton {
  Q_OBJECT

 public:
  explicit SegmentButton(const QString& text, QWidget* parent = nullptr);

  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace vitrine::widgets

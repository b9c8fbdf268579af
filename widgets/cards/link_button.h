#pragma once

#include <QAbstractButton>

namespace vitrine::widgets {

/// A button that reads like a link: one line, shortened where it must be.
class LinkButton : public QAbstractButton {
  Q_OBJECT

 public:
  explicit LinkButton(QWidget* parent = nullptr);

  /// `lead` stands before the link in plain ink, `tail` behind it; neither changes the room taken.
  void setTexts(const QString& lead, const QString& link, const QString& tail);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  QString m_lead;
  QString m_tail;
};

}  // namespace vitrine::widgets

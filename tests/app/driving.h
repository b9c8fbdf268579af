#pragma once

#include <QAbstractButton>
#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QString>
#include <QTest>
#include <QUrl>
#include <QWidget>

#include <filesystem>

namespace vitrine::test {

/// The control below `window` with this accessible name; null where there is none.
template <class T>
T* controlOf(const QWidget& window, const QString& accessibleName) {
  for (T* widget : window.findChildren<T*>())
    if (widget->accessibleName() == accessibleName)
      return widget;
  return nullptr;
}

/// Clicks the button with this text; false where none of them can be pressed.
inline bool pressIn(const QWidget& window, const QString& text) {
  for (auto* button : window.findChildren<QAbstractButton*>()) {
    if (button->text().remove(u'&') == text && button->isVisible() && button->isEnabled()) {
      QTest::mouseClick(button, Qt::LeftButton);
      return true;
    }
  }
  return false;
}

/// Drags a file or folder over the middle of the window and drops it; false where it is not taken.
inline bool dropOn(QWidget& window, const std::filesystem::path& path) {
  QMimeData dragged;
  dragged.setUrls({QUrl::fromLocalFile(QString::fromStdString(path.string()))});
  const QPoint at = window.rect().center();
  QDragEnterEvent enter(at, Qt::CopyAction, &dragged, Qt::LeftButton, {});
  QCoreApplication::sendEvent(&window, &enter);
  QDropEvent event(at, Qt::CopyAction, &dragged, Qt::LeftButton, {});
  QCoreApplication::sendEvent(&window, &event);
  return enter.isAccepted();
}

/// A picture to look at, where somebody wants it: in the folder $VITRINE_PICTURES.
inline void keepPicture(QWidget& window, const QString& name) {
  if (const QString folder = qEnvironmentVariable("VITRINE_PICTURES"); !folder.isEmpty())
    window.grab().save(folder + u'/' + name + QStringLiteral(".png"));
}

}  // namespace vitrine::test

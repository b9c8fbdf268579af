#pragma once

#include "app/session.h"
#include "tests/app/resources.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace vitrine::test {

/// One page of the data desk by itself, over a session of its own.
template <class Page>
struct PageFixture {
  PageFixture() : session(workbenchPlaces(folder)) {
    widgets::applyTheme(*qApp, widgets::ThemeChoice::Light);
    session.document.restore(app::firstState());
    page = std::make_unique<Page>(session);
    page->resize(1180, 740);
    page->show();
  }
  ~PageFixture() {
    page.reset();
    session.runner.close();
  }

  /// Waits until no job is at work.
  bool settle() {
    return QTest::qWaitFor([this] { return session.runner.isIdle(); }, 60'000);
  }

  template <class T>
  T* control(const QString& accessibleName) const {
    for (T* widget : page->template findChildren<T*>()) {
      if (widget->accessibleName() == accessibleName)
        return widget;
    }
    return nullptr;
  }

  /// Clicks the button with this text; false where it cannot be pressed.
  bool press(const QString& text) const {
    for (auto* button : page->template findChildren<QAbstractButton*>()) {
      if (button->text().remove(u'&') == text && button->isVisible() && button->isEnabled()) {
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
      }
    }
    return false;
  }

  QTemporaryDir folder;
  app::Session session;
  std::unique_ptr<Page> page;
};

}  // namespace vitrine::test

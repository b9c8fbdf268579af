// Every control of the windows has an accessible name and is reached by Tab, and no text on screen
// escapes translation.

#include "app/actions/data_actions.h"
#include "app/actions/glass_actions.h"
#include "app/data/data_window.h"
#include "app/glass/glass_window.h"
#include "engine/dataset/table_io.h"
#include "tests/app/data_fixture.h"
#include "tests/app/spectra_fixture.h"
#include "tests/widgets/made_up_atoms.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAction>
#include <QButtonGroup>
#include <QComboBox>
#include <QDockWidget>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSet>
#include <QTabBar>
#include <QTest>
#include <QToolBar>
#include <QTranslator>

#include <functional>
#include <memory>
#include <span>
#include <string>

using namespace vitrine;
using test::SpectraFixture;

namespace {

/// Puts every translated text into brackets; what has none on screen was not translated.
class PseudoTranslator : public QTranslator {
 public:
  QString translate(const char*, const char* source, const char*, int) const override {
    return QStringLiteral("[") + QString::fromUtf8(source) + QStringLiteral("]");
  }
  bool isEmpty() const override { return false; }
};

bool isControl(const QWidget* widget) {
  return qobject_cast<const QAbstractButton*>(widget) != nullptr ||
         qobject_cast<const QAbstractSlider*>(widget) != nullptr ||
         qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
         qobject_cast<const QLineEdit*>(widget) != nullptr ||
         qobject_cast<const QComboBox*>(widget) != nullptr;
}

/// Parts that Qt makes of its own: editors inside spin boxes, buttons of docks and tool bars.
bool isInside(const QWidget* widget) {
  const QWidget* parent = widget->parentWidget();
  return qobject_cast<const QAbstractSpinBox*>(parent) != nullptr ||
         qobject_cast<const QComboBox*>(parent) != nullptr ||
         qobject_cast<const QTabBar*>(parent) != nullptr ||
         widget->inherits("QTableCornerButton") ||
         widget->objectName().startsWith(QLatin1String("qt_")) ||
         qobject_cast<const QScrollBar*>(widget) != nullptr;
}

/// The workbench, the windows of measured patterns and of glasses and the data desk, with something
/// in them.
struct Windows {
  Windows() : fixture({}) {
    if (fixture.window != nullptr)
      fixture.drop(fixture.data());
    const std::string text = test::madeUpGlasses();
    const auto bytes = std::as_bytes(std::span(text));
    fixture.workbench.session.desk.add(dataset::parseTable({bytes.begin(), bytes.end()}, "made"));
    fixture.workbench.window->data()->open();
    fixture.workbench.window->glasses()->open();
    fixture.workbench.window->glasses()->window()->desk().add(
        {QStringLiteral("Cu56Zr44"), {}, {}, test::madeUpAtoms(6)});
  }
  bool settle() { return fixture.window != nullptr && fixture.workbench.settle(); }
  /// Each window; those with pages once with each of them in front.
  void visit(const std::function<void(QWidget*)>& look) {
    look(fixture.workbench.window.get());
    look(fixture.window);
    app::DataWindow* data = fixture.workbench.window->data()->window();
    visitPages(data, *data->pages(), look);
    app::GlassWindow* glasses = fixture.workbench.window->glasses()->window();
    visitPages(glasses, *glasses->pages(), look);
  }

  void visitPages(QWidget* window, QTabWidget& pages, const std::function<void(QWidget*)>& look) {
    for (int i = 0; i < pages.count(); ++i) {
      pages.setCurrentIndex(i);
      QVERIFY(fixture.workbench.settle());
      look(window);
    }
  }

  SpectraFixture fixture;
};

QString describe(const QWidget* widget) {
  QString path;
  for (const QWidget* each = widget; each != nullptr; each = each->parentWidget())
    path = QString::fromLatin1(each->metaObject()->className()) + u'/' + path;
  return path + widget->accessibleName() + u'|' + widget->toolTip();
}

/// Words: at least two letters in a row that are neither a unit, a symbol nor a formula.
bool hasUntranslatedWords(QString text) {
  text.remove(QRegularExpression(QStringLiteral("<[^>]*>")));
  static const QRegularExpression bracketed(QStringLiteral("\\[[^\\[\\]]*\\]"));
  while (text.contains(bracketed))
    text.remove(bracketed);
  static const QRegularExpression word(QStringLiteral("[a-zéü]{4,}"));
  return text.contains(word);
}

}  // namespace

class TestWidgetWalk : public QObject {
  Q_OBJECT

 private slots:
  void names();
  void tab();
  void translation();
};

void TestWidgetWalk::names() {
  Windows windows;
  QVERIFY(windows.settle());
  windows.visit([&](QWidget* window) {
    int controls = 0;
    for (const QWidget* widget : window->findChildren<QWidget*>()) {
      if (!widget->isVisible() || !isControl(widget) || isInside(widget))
        continue;
      ++controls;
      const auto* button = qobject_cast<const QAbstractButton*>(widget);
      const bool named =
          !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
      QVERIFY2(named, qPrintable(describe(widget)));
    }
    QVERIFY(controls > 3);
  });
}

void TestWidgetWalk::tab() {
  Windows windows;
  QVERIFY(windows.settle());
  windows.visit([&](QWidget* window) {
    QSet<const QWidget*> reached;
    const QWidget* first = window->nextInFocusChain();
    for (const QWidget* each = first; each != window; each = each->nextInFocusChain()) {
      reached.insert(each);
      if (each->nextInFocusChain() == first)
        break;
    }
    for (const QWidget* widget : window->findChildren<QWidget*>()) {
      if (!widget->isVisible() || !widget->isEnabled() || !isControl(widget) || isInside(widget))
        continue;
      // The tool bar repeats the menus, which the keyboard reaches.
      if (qobject_cast<const QToolBar*>(widget->parentWidget()) != nullptr ||
          qobject_cast<const QDockWidget*>(widget->parentWidget()) != nullptr)
        continue;
      const auto* button = qobject_cast<const QAbstractButton*>(widget);
      // Of a group of exclusive buttons Tab reaches one and the arrow keys the others.
      const bool grouped = button != nullptr && button->group() != nullptr;
      QVERIFY2(grouped || (widget->focusPolicy() & Qt::TabFocus) != 0,
               qPrintable(describe(widget)));
      QVERIFY2(reached.contains(widget), qPrintable(describe(widget)));
    }
  });
}

void TestWidgetWalk::translation() {
  PseudoTranslator translator;
  QVERIFY(QCoreApplication::installTranslator(&translator));
  {
    Windows windows;
    QVERIFY(windows.settle());
    QStringList untranslated;
    const auto check = [&](const QString& text, const QString& where) {
      if (hasUntranslatedWords(text))
        untranslated << where + QStringLiteral(": ") + text;
    };
    windows.visit([&](QWidget* window) {
      for (const QAction* action : window->findChildren<QAction*>())
        check(action->text(), QStringLiteral("action"));
      for (const QWidget* widget : window->findChildren<QWidget*>()) {
        if (isInside(widget))
          continue;
        if (const auto* label = qobject_cast<const QLabel*>(widget))
          check(label->text(), describe(widget));
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
          check(button->text(), describe(widget));
        if (const auto* group = qobject_cast<const QGroupBox*>(widget))
          check(group->title(), describe(widget));
        if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
          for (int i = 0; i < tabs->count(); ++i)
            check(tabs->tabText(i), describe(widget));
        }
        if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
          for (int i = 0; i < box->count(); ++i)
            check(box->itemText(i), describe(widget));
        }
        if (const auto* dock = qobject_cast<const QDockWidget*>(widget))
          check(dock->windowTitle(), describe(widget));
        check(widget->accessibleName(), describe(widget));
      }
    });
    QVERIFY2(untranslated.isEmpty(), qPrintable(untranslated.join(u'\n')));
  }
  QCoreApplication::removeTranslator(&translator);
}

QTEST_MAIN(TestWidgetWalk)
#include "tst_widget_walk.moc"

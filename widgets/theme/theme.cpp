#include "widgets/theme/theme.h"

#include "widgets/theme/desktop_theme.h"

#include <QApplication>
#include <QProxyStyle>
#include <QToolTip>
#include <QWidget>

#include <algorithm>
#include <set>

namespace vitrine::widgets {

namespace {

/// Fusion without the pictures on the buttons of dialogs, which are drawn for light grounds alone.
class VitrineStyle : public QProxyStyle {
 public:
  VitrineStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

  int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                QStyleHintReturn* answer) const override {
    return hint == SH_DialogButtonBox_ButtonsHaveIcons
               ? 0
               : QProxyStyle::styleHint(hint, option, widget, answer);
  }
};

/// Keeps the application in the chosen appearance. One for each application, its child.
class ThemeKeeper : public QObject {
 public:
  explicit ThemeKeeper(QApplication& application)
      : QObject(&application), m_application(application), m_desktop(application) {
    QApplication::setStyle(new VitrineStyle);
    connect(&m_desktop, &DesktopTheme::changed, this, &ThemeKeeper::apply);
  }

  void choose(ThemeChoice choice) {
    m_choice = choice;
    apply();
  }

 private:
  void apply() {
    const bool dark = m_choice == ThemeChoice::System ? m_desktop.isDark()  //
                                                      : m_choice == ThemeChoice::Dark;
    const QPalette palette = themePalette(theme(dark));
    if (m_applied && palette == m_application.palette())
      return;
    m_applied = true;
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
  }

  QApplication& m_application;
  DesktopTheme m_desktop;
  ThemeChoice m_choice = ThemeChoice::System;
  bool m_applied = false;
};

constexpr auto kKeeperName = "vitrine-theme-keeper";

}  // namespace

void applyTheme(QApplication& application, ThemeChoice choice) {
  auto* keeper = static_cast<ThemeKeeper*>(
      application.findChild<QObject*>(QLatin1String(kKeeperName), Qt::FindDirectChildrenOnly));
  if (keeper == nullptr) {
    keeper = new ThemeKeeper(application);
    keeper->setObjectName(QLatin1String(kKeeperName));
  }
  keeper->choose(choice);
}

bool isDark(const QPalette& palette) {
  return palette.color(QPalette::WindowText).lightness() >
         palette.color(QPalette::Window).lightness();
}

const Theme& themeOf(const QWidget& view) {
  return theme(isDark(view.palette()));
}

QColor domainColour(const Theme& colours, alloy::Domain domain) {
  switch (domain) {
    case alloy::Domain::Inside:
      return colours.good;
    case alloy::Domain::Edge:
      return colours.warning;
    case alloy::Domain::Outside:
      break;
  }
  return colours.error;
}

std::vector<int> elementColourIndices(const std::vector<int>& atomicNumbers) {
  constexpr int kColours = static_cast<int>(std::tuple_size_v<decltype(Theme::elements)>);
  std::vector<int> indices;
  std::set<int> taken;
  for (const int atomicNumber : atomicNumbers) {
    // Steps of five reach all twelve colours and part neighbours in the periodic table.
    int index = (atomicNumber * 5) % kColours;
    while (taken.size() < kColours && taken.contains(index))
      index = (index + 1) % kColours;
    taken.insert(index);
    indices.push_back(index);
  }
  return indices;
}

}  // namespace vitrine::widgets

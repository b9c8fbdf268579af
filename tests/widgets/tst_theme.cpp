#include "widgets/theme/colour_map.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QProxyStyle>
#include <QPushButton>
#include <QStyle>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

using namespace vitrine;
using namespace vitrine::widgets;

namespace {

Rgb rgbOf(const QColor& colour) {
  return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
          static_cast<std::uint8_t>(colour.blue())};
}

double contrastOf(const QColor& a, const QColor& b) {
  return contrast(rgbOf(a), rgbOf(b));
}

using Transform = std::array<std::array<double, 3>, 3>;

// Severity 1.0 of G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, IEEE Trans. Vis. Comput.
// Graph. 15, 1291 (2009): linear sRGB as the three kinds of dichromats see it.
constexpr Transform kNormal{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Transform kProtanopia{{{0.152286, 1.052583, -0.204868},
                                 {0.114503, 0.786281, 0.099216},
                                 {-0.003882, -0.048116, 1.051998}}};
constexpr Transform kDeuteranopia{{{0.367322, 0.860646, -0.227968},
                                   {0.280085, 0.672501, 0.047413},
                                   {-0.011820, 0.042940, 0.968881}}};
constexpr Transform kTritanopia{{{1.255528, -0.076749, -0.178779},
                                 {-0.078411, 0.930809, 0.147602},
                                 {0.004733, 0.691367, 0.303900}}};

std::array<double, 3> labSeen(const QColor& colour, const Transform& eye) {
  const auto linear = [](double c) {
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  const std::array<double, 3> light{linear(colour.redF()), linear(colour.greenF()),
                                    linear(colour.blueF())};
  std::array<double, 3> seen{};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j)
      seen[i] += eye[i][j] * light[j];
    seen[i] = std::clamp(seen[i], 0.0, 1.0);
  }
  const auto f = [](double t) {
    return t > 216.0 / 24389.0 ? std::cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
  };
  const double x = f((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
  const double y = f(0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
  const double z = f((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
  return {116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)};
}

}  // namespace

class TestTheme : public QObject {
  Q_OBJECT

 private slots:
  void wordsAreReadable_data() {
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
  }
  void wordsAreReadable() {
    QFETCH(bool, dark);
    const Theme& t = theme(dark);
    QCOMPARE(t.dark, dark);
    const QList<QColor> words{t.text,   t.mutedText, t.staleText, t.link,
                              t.accent, t.good,      t.warning,   t.error};
    for (const QColor& word : words) {
      for (const QColor& ground : {t.surface, t.window})
        QVERIFY2(contrastOf(word, ground) >= 4.5, qPrintable(word.name() + " on " + ground.name()));
    }
    QVERIFY(contrastOf(t.accentText, t.accent) >= 4.5);
    for (const QColor& colour : t.elements)
      QVERIFY(contrastOf(inkOn(colour), colour) >= 4.5);
    for (const QColor& mark : t.models)
      QVERIFY2(contrastOf(mark, t.surface) >= 3.0, qPrintable(mark.name()));
  }

  void controlsAreReadable_data() { wordsAreReadable_data(); }
  void controlsAreReadable() {
    QFETCH(bool, dark);
    const QPalette palette = themePalette(theme(dark));
    QCOMPARE(isDark(palette), dark);
    const std::pair<QPalette::ColorRole, QPalette::ColorRole> pairs[] = {
        {QPalette::WindowText, QPalette::Window},
        {QPalette::Text, QPalette::Base},
        {QPalette::Text, QPalette::AlternateBase},
        {QPalette::ButtonText, QPalette::Button},
        {QPalette::PlaceholderText, QPalette::Base},
        {QPalette::HighlightedText, QPalette::Highlight},
        {QPalette::ToolTipText, QPalette::ToolTipBase},
        {QPalette::Link, QPalette::Base}};
    for (const auto& [ink, ground] : pairs)
      QVERIFY(contrastOf(palette.color(ink), palette.color(ground)) >= 4.5);
  }

  void modelsStayApartForEveryEye_data() { wordsAreReadable_data(); }
  void modelsStayApartForEveryEye() {
    QFETCH(bool, dark);
    const Theme& t = theme(dark);
    for (const Transform& eye : {kNormal, kProtanopia, kDeuteranopia, kTritanopia}) {
      for (std::size_t i = 0; i < t.models.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          const auto a = labSeen(t.models[i], eye);
          const auto b = labSeen(t.models[j], eye);
          QVERIFY(std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) >= 15.0);
        }
      }
    }
  }

  void choosingAThemeReachesTheViews() {
    QPushButton view;
    view.show();
    applyTheme(*qApp, ThemeChoice::Dark);
    const auto* style = qobject_cast<const QProxyStyle*>(qApp->style());
    QVERIFY(style != nullptr);
    QCOMPARE(style->baseStyle()->name().toLower(), QStringLiteral("fusion"));
    QTRY_VERIFY(isDark(view.palette()));
    QCOMPARE(&themeOf(view), &theme(true));
    applyTheme(*qApp, ThemeChoice::Light);
    QTRY_COMPARE(&themeOf(view), &theme(false));
    // Without a desktop to say otherwise, the system is light.
    applyTheme(*qApp, ThemeChoice::Dark);
    applyTheme(*qApp, ThemeChoice::System);
    QTRY_COMPARE(&themeOf(view), &theme(false));
  }

  void elementsKeepTheirColours() {
    const auto indices = elementColourIndices({40, 29, 13, 28, 4, 22, 47, 41, 39, 18});
    QCOMPARE(std::set<int>(indices.begin(), indices.end()).size(), indices.size());
    QCOMPARE(elementColourIndices({40}).front(), indices.front());
    // More elements than colours: nothing breaks, every index is one of the palette's.
    std::vector<int> many;
    for (int z = 1; z <= 30; ++z)
      many.push_back(z);
    for (const int index : elementColourIndices(many))
      QVERIFY(index >= 0 && index < 12);
  }

  void iconsAreDrawnAtEveryScale() {
    for (const Icon which : {Icon::Lock, Icon::Unlock, Icon::Remove, Icon::Add, Icon::Cancel,
                             Icon::Copy, Icon::Export, Icon::Expand, Icon::Collapse, Icon::Undo,
                             Icon::Redo, Icon::Inside, Icon::Edge, Icon::Outside, Icon::Failed}) {
      const QPixmap drawn = icon(which).pixmap(QSize(16, 16), 2.0);
      QCOMPARE(drawn.size(), QSize(32, 32));
      const QImage image = drawn.toImage().convertToFormat(QImage::Format_ARGB32);
      int inked = 0;
      for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
          inked += qAlpha(image.pixel(x, y)) > 128 ? 1 : 0;
      }
      QVERIFY2(inked > 20 && inked < 800, qPrintable(QString::number(inked)));
    }
    const QIcon lock = switchIcon(Icon::Unlock, Icon::Lock);
    QVERIFY(lock.pixmap(32, QIcon::Normal, QIcon::On).toImage() !=
            lock.pixmap(32, QIcon::Normal, QIcon::Off).toImage());
  }

  void subscriptsAreMeasuredAndStripped() {
    const QFont font;
    QCOMPARE(withoutMarks(QStringLiteral("⟨T<sub>m</sub>⟩")), QStringLiteral("⟨Tm⟩"));
    QVERIFY(markedWidth(QStringLiteral("T<sub>g</sub>"), font) >
            markedWidth(QStringLiteral("T"), font));
    QVERIFY(markedWidth(QStringLiteral("T<sub>g</sub>"), font) <
            markedWidth(QStringLiteral("Tg"), font));
  }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"

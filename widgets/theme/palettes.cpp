#include "widgets/theme/theme.h"

namespace vitrine::widgets {

namespace {

QColor rgb(unsigned value) {
  return QColor::fromRgb(value);
}

QColor translucent(unsigned value, int alpha) {
  QColor colour = rgb(value);
  colour.setAlpha(alpha);
  return colour;
}

// The six model colours keep the hues of M. Okabe and K. Ito, "Color Universal Design" (2008),
// moved in lightness until any two of them stay apart by a CIE76 difference of 15 or more for
// normal, protanopic, deuteranopic and tritanopic eyes (G. M. Machado et al., IEEE Trans. Vis.
// Comput. Graph. 15, 1291 (2009)) and stand out 3:1 from the ground.

Theme makeLight() {
  Theme t;
  t.dark = false;
  t.window = rgb(0xf3f4f6);
  t.surface = rgb(0xffffff);
  t.raised = rgb(0xf8f9fa);
  t.border = rgb(0xd3d8de);
  t.grid = rgb(0xe6e9ec);
  t.axis = rgb(0x59616b);
  t.text = rgb(0x1b1f24);
  t.mutedText = rgb(0x59616b);
  t.staleText = rgb(0x676f79);
  t.link = rgb(0x0a5baf);
  t.accent = rgb(0x0b62b8);
  t.accentText = rgb(0xffffff);
  t.good = rgb(0x1a7a48);
  t.warning = rgb(0x8f5a00);
  t.error = rgb(0xb3261e);
  t.models = {rgb(0x0a3f8c), rgb(0x1c93e0), rgb(0xd07a00),
              rgb(0xa0509f), rgb(0x2a7f62), rgb(0x8a3b00)};
  t.blend = rgb(0x1b1f24);
  t.band = translucent(0x0b62b8, 46);
  t.measured = rgb(0xb3261e);
  t.derived = rgb(0x2a7f62);
  t.elements = {rgb(0x3b6fb6), rgb(0xc98b2b), rgb(0x4e9a77), rgb(0xb5544d),
                rgb(0x8a6bb1), rgb(0x5fa8c4), rgb(0x8f9a3b), rgb(0xc47ba0),
                rgb(0x6b7785), rgb(0x9a6a45), rgb(0x3f8f93), rgb(0xd0a96a)};
  return t;
}

Theme makeDark() {
  Theme t;
  t.dark = true;
  t.window = rgb(0x16191d);
  t.surface = rgb(0x1e2228);
  t.raised = rgb(0x2a2f37);
  t.border = rgb(0x3a414b);
  t.grid = rgb(0x2c323a);
  t.axis = rgb(0xa3adb8);
  t.text = rgb(0xe6e9ed);
  t.mutedText = rgb(0xa3adb8);
  t.staleText = rgb(0x8d97a3);
  t.link = rgb(0x6cb4ff);
  t.accent = rgb(0x4c9deb);
  t.accentText = rgb(0x0b0f14);
  t.good = rgb(0x4cc38a);
  t.warning = rgb(0xf2b544);
  t.error = rgb(0xff8a80);
  t.models = {rgb(0x5b7fe0), rgb(0xa3cbff), rgb(0xffb41a),
              rgb(0xe3bacb), rgb(0x17be78), rgb(0xe0521e)};
  t.blend = rgb(0xe6e9ed);
  t.band = translucent(0x4c9deb, 64);
  t.measured = rgb(0xff8a80);
  t.derived = rgb(0x4cc38a);
  t.elements = {rgb(0x6d9ede), rgb(0xdca64c), rgb(0x6fbd98), rgb(0xd9776f),
                rgb(0xab8fd1), rgb(0x82c6e0), rgb(0xb0bb5c), rgb(0xdf9cbd),
                rgb(0x919dab), rgb(0xbd8c66), rgb(0x5db3b7), rgb(0xe6c48c)};
  return t;
}

void setAll(QPalette& palette, QPalette::ColorRole role, const QColor& active,
            const QColor& disabled) {
  palette.setColor(QPalette::Active, role, active);
  palette.setColor(QPalette::Inactive, role, active);
  palette.setColor(QPalette::Disabled, role, disabled);
}

QColor between(const QColor& a, const QColor& b, double share) {
  const auto part = [share](int from, int to) {
    return static_cast<int>(from + share * (to - from));
  };
  return {part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue())};
}

}  // namespace

const Theme& theme(bool dark) {
  static const Theme light = makeLight();
  static const Theme night = makeDark();
  return dark ? night : light;
}

QPalette themePalette(const Theme& t) {
  const QColor faint = between(t.text, t.surface, 0.58);
  const QColor field = t.dark ? QColor(0x24, 0x29, 0x30) : t.surface;
  const QColor button = t.dark ? t.raised : QColor(0xfb, 0xfb, 0xfc);
  QPalette palette;
  setAll(palette, QPalette::Window, t.window, t.window);
  setAll(palette, QPalette::WindowText, t.text, faint);
  setAll(palette, QPalette::Base, field, between(field, t.window, 0.7));
  setAll(palette, QPalette::AlternateBase, between(field, t.window, 0.6), t.window);
  setAll(palette, QPalette::Text, t.text, faint);
  setAll(palette, QPalette::PlaceholderText, t.mutedText, faint);
  setAll(palette, QPalette::Button, button, between(button, t.window, 0.6));
  setAll(palette, QPalette::ButtonText, t.text, faint);
  setAll(palette, QPalette::BrightText, t.error, faint);
  setAll(palette, QPalette::ToolTipBase, t.dark ? t.raised : t.surface, t.raised);
  setAll(palette, QPalette::ToolTipText, t.text, t.text);
  setAll(palette, QPalette::Highlight, t.accent, between(t.accent, t.window, 0.6));
  setAll(palette, QPalette::HighlightedText, t.accentText, faint);
  setAll(palette, QPalette::Link, t.link, faint);
  setAll(palette, QPalette::LinkVisited, t.link, faint);
  setAll(palette, QPalette::Light, between(button, QColor(Qt::white), t.dark ? 0.12 : 1.0), button);
  setAll(palette, QPalette::Midlight, between(button, t.border, 0.3), button);
  setAll(palette, QPalette::Mid, t.border, t.border);
  setAll(palette, QPalette::Dark, between(t.border, t.text, 0.25), t.border);
  setAll(palette, QPalette::Shadow, QColor(0, 0, 0), QColor(0, 0, 0));
  return palette;
}

}  // namespace vitrine::widgets

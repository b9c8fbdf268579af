#pragma once

#include "engine/alloy/domain.h"

#include <QColor>
#include <QPalette>

#include <array>
#include <vector>

class QApplication;
class QWidget;

namespace vitrine::widgets {

/// The colours of one appearance. Text colours have a contrast of at least 4.5:1 on `surface` and
/// `window`, marks of at least 3:1.
struct Theme {
  bool dark = false;

  // Grounds.
  QColor window;   ///< between the views
  QColor surface;  ///< of cards and plots
  QColor raised;   ///< of buttons and fields on a surface
  QColor border;   ///< hair lines around surfaces
  QColor grid;     ///< lines of a plot's grid
  QColor axis;     ///< a plot's axes and ticks

  // Words.
  QColor text;
  QColor mutedText;  ///< second rank: units, captions
  QColor staleText;  ///< numbers that are being recomputed
  QColor link;

  // Meanings; never the only sign of it.
  QColor accent;      ///< what is chosen, and the focus
  QColor accentText;  ///< on `accent`
  QColor good;        ///< inside the domain
  QColor warning;     ///< at its edge
  QColor error;       ///< outside, failed

  // Numbers. Colour-blind safe (after Okabe and Ito 2008), in the order of regression::kModelKinds.
  std::array<QColor, 6> models;
  QColor blend;                     ///< the blend of the six, and the first curve of any plot
  QColor band;                      ///< ground of an interval; translucent
  QColor measured;                  ///< measured points laid over a curve
  QColor derived;                   ///< curves derived from measured numbers
  std::array<QColor, 12> elements;  ///< chips of the alloy's elements
};

const Theme& theme(bool dark);

/// What the user has chosen; System follows the desktop, also while the program runs.
enum class ThemeChoice { System, Light, Dark };

/// Gives the application the Fusion style and the palette of the choice. Views hear of it by
/// QEvent::PaletteChange and ask `themeOf` again.
void applyTheme(QApplication& application, ThemeChoice choice);

/// True where the palette writes light on dark.
bool isDark(const QPalette& palette);
/// The theme that goes with a view's palette.
const Theme& themeOf(const QWidget& view);
/// The palette of ordinary controls.
QPalette themePalette(const Theme& colours);

/// Colour of a domain flag; the flag also has an icon and a word.
QColor domainColour(const Theme& colours, alloy::Domain domain);

/// One colour of Theme::elements for each atomic number: always the same for an element, save where
/// an earlier one of the alloy has it already.
std::vector<int> elementColourIndices(const std::vector<int>& atomicNumbers);

}  // namespace vitrine::widgets

#pragma once

#include <QRectF>

#include <vector>

namespace vitrine::widgets {

/// Sizes of the words on a grid of small plots, in pixels.
struct ParityGridWords {
  double title = 15.0;  ///< height of the line above each plot
  double tick = 13.0;   ///< height of a line of tick labels
  double tickWidth = 28.0;
  double label = 15.0;  ///< height of the axes' names
};

/// One small plot: the line with its name, and the square of its axes below.
struct ParityCell {
  QRectF title;
  QRectF plot;
  bool left = false;    ///< nothing stands left of it: the vertical scale goes there
  bool bottom = false;  ///< no plot stands below it: the horizontal scale goes there
  [[nodiscard]] QRectF whole() const { return title.united(plot); }
};

struct ParityGridLayout {
  std::vector<ParityCell> cells;
  QRectF key;     ///< for the explanations: the place after the last plot
  QRectF xLabel;  ///< below everything
  QRectF yLabel;  ///< upright, left of everything
};

/// The largest equal squares for `count` plots and the key on width × height pixels.
ParityGridLayout layOutParityGrid(double width, double height, int count,
                                  const ParityGridWords& words);

}  // namespace vitrine::widgets

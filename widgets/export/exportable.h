#pragma once

#include "widgets/export/data_table.h"

#include <QRectF>
#include <QSizeF>
#include <QString>

class QPainter;

namespace vitrine::widgets {

/// What every view can do besides being looked at: draw itself into a picture and hand out its
/// numbers. Files and the clipboard are the business of `export.h`.
class Exportable {
 public:
  Exportable() = default;
  Exportable(const Exportable&) = delete;
  Exportable& operator=(const Exportable&) = delete;
  virtual ~Exportable() = default;

  /// Proposed file name without folder and suffix, e.g. "tau-Zr50Cu40Al10".
  [[nodiscard]] virtual QString exportName() const = 0;
  /// Size of the picture in units of 1/96 inch.
  [[nodiscard]] virtual QSizeF exportSize() const = 0;
  /// Draws the view into `area` in the light theme, whatever the screen shows: pictures go on
  /// paper.
  virtual void renderTo(QPainter& painter, const QRectF& area) const = 0;
  [[nodiscard]] virtual DataTable data() const = 0;
};

}  // namespace vitrine::widgets

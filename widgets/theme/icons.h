#pragma once

#include "engine/alloy/domain.h"

#include <QIcon>

class QColor;
class QPainter;
class QRectF;

namespace vitrine::widgets {

/// The drawings of small buttons and flags. They are painted, so they are sharp at any scale, and
/// take the colour of the text of the current palette.
enum class Icon {
  Lock,
  Unlock,
  Remove,
  Add,
  Cancel,
  Copy,
  Export,
  Expand,
  Collapse,
  Undo,
  Redo,
  Inside,
  Edge,
  Outside,
  Failed,
};

QIcon icon(Icon which);
/// Shows `on` while its button is checked.
QIcon switchIcon(Icon off, Icon on);
void paintIcon(QPainter& painter, Icon which, const QRectF& area, const QColor& colour);

Icon domainIcon(alloy::Domain domain);

}  // namespace vitrine::widgets

#include "widgets/plot/segments.h"

#include <QButtonGroup>
#include <QToolButton>
#include <QWidget>

namespace vitrine::widgets {

QButtonGroup* addSegments(QWidget* view, const std::vector<Segment>& segments) {
  auto* group = new QButtonGroup(view);
  int id = 0;
  for (const auto& segment : segments) {
    auto* button = new QToolButton(view);
    button->setText(segment.text);
    button->setToolTip(segment.hint);
    button->setAccessibleName(segment.text);
    button->setAccessibleDescription(segment.hint);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setChecked(id == 0);
    group->addButton(button, id++);
  }
  return group;
}

}  // namespace vitrine::widgets

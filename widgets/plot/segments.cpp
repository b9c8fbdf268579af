#include "widgets/plot/segments.h"

#include "widgets/theme/segment_button.h"

#include <QButtonGroup>
#include <QWidget>

namespace vitrine::widgets {

QButtonGroup* addSegments(QWidget* view, const std::vector<Segment>& segments) {
  auto* group = new QButtonGroup(view);
  int id = 0;
  for (const auto& segment : segments) {
    auto* button = new SegmentButton(segment.text, view);
    button->setToolTip(segment.hint);
    button->setAccessibleName(segment.text);
    button->setAccessibleDescription(segment.hint);
    button->setChecked(id == 0);
    group->addButton(button, id++);
  }
  return group;
}

}  // namespace vitrine::widgets

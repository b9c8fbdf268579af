#pragma once

#include <QString>

#include <vector>

class QButtonGroup;
class QWidget;

namespace vitrine::widgets {

/// One of a few choices of which exactly one holds.
struct Segment {
  QString text;
  QString hint;  ///< tool tip and accessible description
};

/// Small buttons for the head of a view, one of them always down. Their ids in the group count from
/// 0; the caller lays them out. The group is a child of `view`.
QButtonGroup* addSegments(QWidget* view, const std::vector<Segment>& segments);

}  // namespace vitrine::widgets

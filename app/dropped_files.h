#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace vitrine::app {

/// Lets a window take files: `open` has the paths of those that are dropped on it together.
void takeDroppedFiles(QWidget& window, std::function<void(const QStringList& paths)> open);

}  // namespace vitrine::app

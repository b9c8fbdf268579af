#pragma once

#include <QString>

class QWidget;

namespace vitrine::app {

class JobRunner;

/// Waits until every result on screen is current, then writes a picture of the window (PNG).
/// @throws Error (Failed) where that takes longer than a minute, (CannotWrite) for the file
void takeScreenshot(QWidget& window, const JobRunner& runner, const QString& file);

}  // namespace vitrine::app

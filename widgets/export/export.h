#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>
#include <QStringList>

namespace vitrine::widgets {

class Exportable;

/// Suffixes that `exportTo` writes, in the order they are offered: "svg", "pdf", "png", "csv".
QStringList exportSuffixes();

/// The view as a picture with `scale` pixels to a unit of its export size, on a white ground.
QImage toImage(const Exportable& view, double scale = 2.0);
QByteArray toSvg(const Exportable& view);
QByteArray toPdf(const Exportable& view);

/// Writes the view to `path` in the format its suffix names. The file appears whole or not at all.
/// @throws Error (InvalidInput) for another suffix, (CannotWrite) where the file cannot be written
void exportTo(const Exportable& view, const QString& path);

/// Puts the view on the clipboard as a picture (PNG and SVG) and its numbers as text and CSV; the
/// program that is pasted into takes what it can use.
void copyToClipboard(const Exportable& view);

}  // namespace vitrine::widgets

#pragma once

class QWidget;

namespace vitrine::app {

class Document;

/// The row above the relaxation plot: which band, and whether known alloys are laid over.
QWidget* relaxationControls(Document& document);
/// The row above the predicted-vs-actual plot: which property.
QWidget* parityControls(Document& document);

}  // namespace vitrine::app

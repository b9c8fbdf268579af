#pragma once

class QWidget;

namespace vitrine::app {

class Document;

/// The row above the relaxation plot: which band, and whether known alloys are laid over.
QWidget* relaxationControls(Document& document);

}  // namespace vitrine::app

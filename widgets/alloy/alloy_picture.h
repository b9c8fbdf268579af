#pragma once

#include "widgets/alloy/alloy_editor_model.h"
#include "widgets/export/data_table.h"

#include <QSizeF>

#include <vector>

class QFont;
class QPainter;
class QRectF;

namespace vitrine::widgets {

struct AlloyBarPart;
struct Theme;

/// Stretches of the alloy bar, in percent of the content unit shown.
std::vector<AlloyBarPart> barParts(const AlloyEditorModel& model, const Theme& colours);

/// The alloy as a picture: formula, bar, and a table of at.% and wt.%.
QSizeF alloyPictureSize(const AlloyEditorModel& model);
void drawAlloyPicture(QPainter& painter, const QRectF& area, const AlloyEditorModel& model,
                      const QFont& font);

/// One row for each element: symbol, atomic number, at.%, wt.%.
DataTable alloyTable(const AlloyEditorModel& model);

}  // namespace vitrine::widgets

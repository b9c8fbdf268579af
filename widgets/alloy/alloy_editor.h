#pragma once

#include "widgets/alloy/alloy_editor_model.h"
#include "widgets/export/exportable.h"

#include <QWidget>

#include <memory>

namespace vitrine::widgets {

/// Where an alloy is written: a formula field, and a row with slider, number and lock for each
/// element. Bad formulas are shown as such and go no further; the alloy stays as it was.
class AlloyEditor : public QWidget, public Exportable {
  Q_OBJECT

 public:
  explicit AlloyEditor(QWidget* parent = nullptr);
  ~AlloyEditor() override;

  /// Cheap where the elements are the same as before. Leaves alone the slider that is being dragged
  /// and a formula that is being typed and means this very alloy.
  void setModel(const AlloyEditorModel& model);
  [[nodiscard]] const AlloyEditorModel& model() const;

  /// Puts the cursor into the formula field and selects the formula.
  void focusFormula();
  /// Opens the periodic table.
  void pickElement();
  /// The message under the formula; empty where it is good.
  [[nodiscard]] QString formulaError() const;

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] QSizeF exportSize() const override;
  void renderTo(QPainter& painter, const QRectF& area) const override;
  [[nodiscard]] DataTable data() const override;

  [[nodiscard]] QSize sizeHint() const override;

 signals:
  /// A good formula, in at.%; `finished` is false while it is being typed. All of one typing belong
  /// to one step of undo.
  void formulaEntered(const QString& formula, bool finished);
  /// The alloy before the typing is wanted back.
  void formulaWithdrawn();
  /// An element shall have this many percent of the content unit shown; see alloy::setPercent for
  /// what gives way. `finished` is false while a drag or a held key goes on: all of one drag belong
  /// to one step of undo, and each is to be computed from the rows before the drag.
  void shareDragged(int atomicNumber, double percent, bool finished);
  void lockToggled(int atomicNumber, bool locked);
  void elementAdded(int atomicNumber);
  void elementRemoved(int atomicNumber);
  void contentUnitChosen(vitrine::widgets::ContentUnit unit);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Parts;
  std::unique_ptr<Parts> m_parts;

  void build();
  void fitRows();
  void fillRows();
  void showRule();
};

}  // namespace vitrine::widgets

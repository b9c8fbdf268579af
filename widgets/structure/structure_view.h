#pragma once

#include "widgets/export/exportable.h"
#include "widgets/structure/structure_canvas.h"
#include "widgets/structure/structure_picture.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

namespace vitrine::widgets {

/// Atoms in space. Dragging turns them, with Shift it moves them, the wheel comes nearer, a double
/// click or Home shows everything; a click chooses an atom. From the keyboard: arrows turn, with
/// Shift they move, plus and minus come nearer, X, Y and Z look along an axis, P changes between
/// parallel rays and perspective.
class StructureView : public QWidget, public Exportable {
  Q_OBJECT

 public:
  /// What draws. `Automatic` takes OpenGL where a graphics card does it, and our own way elsewhere.
  enum class Drawing { Automatic, Painted, OpenGl };

  explicit StructureView(QWidget* parent = nullptr, Drawing drawing = Drawing::Automatic);
  ~StructureView() override;

  /// The camera stays, unless the cell is another one than before.
  void setModel(const StructureViewModel& model);
  [[nodiscard]] const StructureViewModel& model() const { return m_picture.model(); }
  /// Cheap.
  void setSelected(std::optional<std::uint32_t> atom);

  [[nodiscard]] const Camera& camera() const { return m_picture.camera; }
  /// Announces nothing, so that two views can follow each other.
  void setCamera(const Camera& camera);
  [[nodiscard]] const Slice& slice() const { return m_picture.slice; }
  void setSlice(const Slice& slice);
  void setPerspective(bool perspective);
  /// Shows everything, from where it is looked at now.
  void fit();
  /// Looks along an axis, 0 to 2, with another one upwards.
  void lookAlong(int axis);

  [[nodiscard]] bool usesOpenGl() const { return m_openGl; }
  /// Atoms in what is on screen: fewer than all while it moves, or where there are very many.
  [[nodiscard]] std::size_t drawn() const { return m_canvas->drawn(); }
  /// The atom that is seen there.
  [[nodiscard]] std::optional<std::uint32_t> atomAt(QPointF pixel) const;
  /// Where the middle of an atom lies. @pre it exists
  [[nodiscard]] std::optional<QPointF> pixelOf(std::uint32_t atom) const;
  /// The picture as it would be printed, seen by another camera.
  [[nodiscard]] QImage picture(const Camera& camera, QSize pixels) const;

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] QSizeF exportSize() const override;
  void renderTo(QPainter& painter, const QRectF& area) const override;
  [[nodiscard]] DataTable data() const override;

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 signals:
  /// The user looks from elsewhere.
  void cameraMoved(const vitrine::widgets::Camera& camera);
  void atomHovered(std::optional<std::uint32_t> atom);
  void atomClicked(std::optional<std::uint32_t> atom);

 protected:
  void changeEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  void look(const Camera& camera);
  void moveBy(QPointF pixels, Qt::KeyboardModifiers modifiers, Qt::MouseButtons buttons);
  void redraw(bool moves);
  void hover();
  [[nodiscard]] double aspect() const;

  StructurePicture m_picture;
  bool m_openGl;
  std::unique_ptr<StructureCanvas> m_canvas;
  QTimer m_rest;   ///< the last movement is some time ago
  QTimer m_hover;  ///< the pointer stands still
  QPointF m_pointer;
  std::optional<QPointF> m_pressed;  ///< where a click may come of it
};

}  // namespace vitrine::widgets

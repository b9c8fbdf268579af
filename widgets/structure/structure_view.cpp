#include "widgets/structure/structure_view.h"

#include "widgets/alloy/element_names.h"
#include "widgets/export/export_actions.h"
#include "widgets/structure/structure_overlay.h"
#include "widgets/theme/theme.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleHints>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

namespace {

constexpr QSizeF kExportSize(640, 480);
/// Pixels of the spheres to a unit of a picture on paper.
constexpr double kExportScale = 3.0;
constexpr int kRestMs = 160;
constexpr int kHoverMs = 40;
/// First seen a little from the side and from above, so that the cell looks like a box.
constexpr double kFirstRight = -0.45;
constexpr double kFirstDown = 0.35;
constexpr double kRadiansPerPixel = 0.008;
constexpr double kKeyAngle = 0.08;
constexpr double kKeyShift = 0.08;
constexpr double kKeyZoom = 1.15;
constexpr double kZoomPerNotch = 1.15;
constexpr double kNotch = 120.0;
constexpr int kFrame = 2;  ///< around the canvas, for the focus

bool usesOpenGlFor(StructureView::Drawing drawing) {
  using Drawing = StructureView::Drawing;
  return (drawing == Drawing::Automatic && findOpenGl().hardware) ||
         (drawing == Drawing::OpenGl && findOpenGl().usable);
}

Camera fitToScene(const StructurePicture& picture, double aspect) {
  const auto scene = picture.scene();
  return fitted(picture.camera, scene->middle, scene->radius, aspect);
}

bool sameCell(const StructureViewModel& a, const StructureViewModel& b) {
  if (!a.structure || !b.structure)
    return false;
  return a.structure == b.structure || (a.structure->cell.edges() == b.structure->cell.edges() &&
                                        a.structure->cell.origin() == b.structure->cell.origin());
}

}  // namespace

StructureView::StructureView(QWidget* parent, Drawing drawing)
    : QWidget(parent), m_openGl(usesOpenGlFor(drawing)) {
  setAccessibleName(tr("Atoms"));
  setAccessibleDescription(
      tr("Arrows turn, with Shift they move; plus and minus come nearer; X, Y and Z look along an "
         "axis; P changes the perspective; Home shows everything"));
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  m_picture.setTheme(themeOf(*this));
  m_picture.camera = turned(seenFrom(Camera(), {1, 0, 0}, {0, 0, 1}), kFirstRight, kFirstDown);
  m_canvas = m_openGl ? makeOpenGlCanvas(m_picture, this) : makePaintedCanvas(m_picture, this);
  m_rest.setSingleShot(true);
  m_rest.setInterval(kRestMs);
  connect(&m_rest, &QTimer::timeout, this, [this] { redraw(false); });
  m_hover.setSingleShot(true);
  m_hover.setInterval(kHoverMs);
  connect(&m_hover, &QTimer::timeout, this, &StructureView::hover);
  new ExportActions(this, *this);
}

StructureView::~StructureView() = default;

void StructureView::setModel(const StructureViewModel& model) {
  const bool known = sameCell(m_picture.model(), model);
  m_picture.setModel(model, themeOf(*this));
  m_canvas->takeScene();
  if (known)
    return;
  m_picture.slice = {};
  // Not announced: nobody has moved, and another view that follows this one shows other atoms.
  m_picture.camera = fitToScene(m_picture, aspect());
  redraw(false);
}

void StructureView::setSelected(std::optional<std::uint32_t> atom) {
  if (m_picture.model().selected == atom)
    return;
  m_picture.setSelected(atom);
  m_canvas->widget()->update();
}

double StructureView::aspect() const {
  const QSize size = m_canvas->widget()->size();
  return static_cast<double>(std::max(1, size.width())) / std::max(1, size.height());
}

void StructureView::redraw(bool moves) {
  m_canvas->refresh(moves);
  if (moves)
    m_rest.start();
}

void StructureView::setCamera(const Camera& camera) {
  if (m_picture.camera == camera)
    return;
  m_picture.camera = camera;
  redraw(true);
}

void StructureView::look(const Camera& camera) {
  if (m_picture.camera == camera)
    return;
  setCamera(camera);
  emit cameraMoved(camera);
}

void StructureView::setSlice(const Slice& slice) {
  if (m_picture.slice == slice)
    return;
  m_picture.slice = slice;
  redraw(true);
}

void StructureView::setPerspective(bool perspective) {
  Camera camera = m_picture.camera;
  camera.perspective = perspective;
  look(camera);
}

void StructureView::fit() {
  m_picture.camera = fitToScene(m_picture, aspect());
  redraw(false);
  emit cameraMoved(m_picture.camera);
}

void StructureView::lookAlong(int axis) {
  Camera::Vector3 direction{};
  direction[static_cast<std::size_t>(axis)] = 1.0;
  const Camera::Vector3 up = axis == 2 ? Camera::Vector3{0, 1, 0} : Camera::Vector3{0, 0, 1};
  look(seenFrom(m_picture.camera, direction, up));
}

std::optional<std::uint32_t> StructureView::atomAt(QPointF pixel) const {
  const QRectF area = m_canvas->widget()->geometry();
  if (!area.contains(pixel))
    return {};
  const auto scene = m_picture.scene();
  const auto found = sphereAt(*scene, m_picture.camera, m_picture.slice, area.height(),
                              pixel.x() - area.center().x(), area.center().y() - pixel.y());
  return found ? std::optional(scene->spheres[*found].atom) : std::nullopt;
}

std::optional<QPointF> StructureView::pixelOf(std::uint32_t atom) const {
  const auto& structure = *model().structure;
  return structure_overlay::pixelOf(m_picture.camera, QRectF(m_canvas->widget()->geometry()),
                                    structure.cell.wrapped(structure.positions[atom]));
}

void StructureView::hover() {
  if (!model().structure)
    return;
  const auto atom = atomAt(m_pointer);
  QToolTip::showText(mapToGlobal(m_pointer.toPoint()), atom ? atomText(model(), *atom) : QString(),
                     this);
  emit atomHovered(atom);
}

void StructureView::moveBy(QPointF pixels, Qt::KeyboardModifiers modifiers,
                           Qt::MouseButtons buttons) {
  const Camera& camera = m_picture.camera;
  if ((modifiers & Qt::ShiftModifier) != 0 || (buttons & Qt::MiddleButton) != 0) {
    const double half = 0.5 * std::max(1, m_canvas->widget()->height());
    look(moved(camera, pixels.x() / half, -pixels.y() / half));
  } else if ((modifiers & Qt::ControlModifier) != 0) {
    look(rolled(camera, -kRadiansPerPixel * pixels.x()));
  } else {
    look(turned(camera, kRadiansPerPixel * pixels.x(), kRadiansPerPixel * pixels.y()));
  }
}

void StructureView::mousePressEvent(QMouseEvent* event) {
  m_pointer = event->position();
  if (event->button() == Qt::LeftButton)
    m_pressed = event->position();
}

void StructureView::mouseMoveEvent(QMouseEvent* event) {
  const QPointF by = event->position() - m_pointer;
  m_hover.stop();
  if ((event->buttons() & (Qt::LeftButton | Qt::MiddleButton)) == 0) {
    m_pointer = event->position();
    m_hover.start();
    return;
  }
  if (m_pressed && (event->position() - *m_pressed).manhattanLength() <
                       QGuiApplication::styleHints()->startDragDistance())
    return;
  m_pressed.reset();
  m_pointer = event->position();
  moveBy(by, event->modifiers(), event->buttons());
}

void StructureView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !std::exchange(m_pressed, std::nullopt))
    return;
  if (model().structure)
    emit atomClicked(atomAt(event->position()));
}

void StructureView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && !atomAt(event->position()))
    fit();
}

void StructureView::wheelEvent(QWheelEvent* event) {
  look(zoomed(m_picture.camera, std::pow(kZoomPerNotch, event->angleDelta().y() / kNotch)));
  event->accept();
}

void StructureView::keyPressEvent(QKeyEvent* event) {
  const Camera& camera = m_picture.camera;
  const bool moves = (event->modifiers() & Qt::ShiftModifier) != 0;
  const auto arrow = [&](double right, double up) {
    look(moves ? moved(camera, kKeyShift * right, kKeyShift * up)
               : turned(camera, kKeyAngle * right, -kKeyAngle * up));
  };
  switch (event->key()) {
    case Qt::Key_Left:
      return arrow(-1, 0);
    case Qt::Key_Right:
      return arrow(1, 0);
    case Qt::Key_Up:
      return arrow(0, 1);
    case Qt::Key_Down:
      return arrow(0, -1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return look(zoomed(camera, kKeyZoom));
    case Qt::Key_Minus:
      return look(zoomed(camera, 1.0 / kKeyZoom));
    case Qt::Key_Home:
      return fit();
    case Qt::Key_X:
    case Qt::Key_Y:
    case Qt::Key_Z:
      return lookAlong(event->key() - Qt::Key_X);
    case Qt::Key_P:
      return setPerspective(!camera.perspective);
    case Qt::Key_Escape:
      if (model().selected)
        return emit atomClicked({});
      break;
    default:
      break;
  }
  QWidget::keyPressEvent(event);
}

void StructureView::leaveEvent(QEvent* /*event*/) {
  m_hover.stop();
  emit atomHovered({});
}

void StructureView::focusInEvent(QFocusEvent* /*event*/) {
  update();
}

void StructureView::focusOutEvent(QFocusEvent* /*event*/) {
  update();
}

void StructureView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) {
    m_picture.setTheme(themeOf(*this));
    m_canvas->takeScene();
    update();
  }
  QWidget::changeEvent(event);
}

void StructureView::paintEvent(QPaintEvent* /*event*/) {
  const Theme& colours = themeOf(*this);
  QPainter(this).fillRect(rect(), hasFocus() ? colours.accent : colours.border);
}

void StructureView::resizeEvent(QResizeEvent* /*event*/) {
  m_canvas->widget()->setGeometry(rect().adjusted(kFrame, kFrame, -kFrame, -kFrame));
  redraw(true);
}

QImage StructureView::picture(const Camera& camera, QSize pixels) const {
  StructurePicture printed;
  printed.setModel(model(), theme(false));
  printed.camera = camera;
  printed.slice = slice();
  QImage image(pixels, QImage::Format_RGB32);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  printed.paint(painter, QRectF(QPointF(), pixels), 2.0);
  return image;
}

void StructureView::renderTo(QPainter& painter, const QRectF& area) const {
  StructurePicture printed;
  printed.setModel(model(), theme(false));
  printed.camera = camera();
  printed.slice = slice();
  printed.paint(painter, area, kExportScale);
}

QString StructureView::exportName() const {
  return QStringLiteral("atoms-") + model().name;
}

QSizeF StructureView::exportSize() const {
  return kExportSize;
}

DataTable StructureView::data() const {
  DataTable table;
  table.headers = {QStringLiteral("atom"), QStringLiteral("element"), QStringLiteral("x_A"),
                   QStringLiteral("y_A"), QStringLiteral("z_A")};
  const StructureViewModel& shown = model();
  const bool values = shown.colours.kind == AtomColours::Kind::Values;
  const bool classes = shown.colours.kind == AtomColours::Kind::Classes;
  if (values || classes)
    table.headers << shown.colours.quantity;
  if (!shown.structure)
    return table;
  const auto& structure = *shown.structure;
  for (std::size_t i = 0; i < structure.size(); ++i) {
    const auto& place = structure.positions[i];
    std::vector<DataCell> row{static_cast<double>(i + 1), elementSymbol(structure.species[i]),
                              place[0], place[1], place[2]};
    if (values)
      row.emplace_back((*shown.colours.values)[i]);
    if (classes)
      row.emplace_back(shown.colours.classNames.value((*shown.colours.classes)[i]));
    table.rows.push_back(std::move(row));
  }
  return table;
}

QSize StructureView::sizeHint() const {
  return {560, 440};
}

QSize StructureView::minimumSizeHint() const {
  return {200, 160};
}

}  // namespace vitrine::widgets

#include "widgets/structure/sphere_shaders.h"
#include "widgets/structure/structure_canvas.h"
#include "widgets/structure/structure_picture.h"
#include "widgets/theme/theme.h"

#include <QElapsedTimer>
#include <QOpenGLBuffer>
#include <QOpenGLFunctions_3_3_Core>
#include <QOpenGLPaintDevice>
#include <QOpenGLShaderProgram>
#include <QOpenGLVersionFunctionsFactory>
#include <QOpenGLVertexArrayObject>
#include <QOpenGLWidget>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace vitrine::widgets {

namespace {

/// While the picture moves, one of it may take this long; at rest it comes at once and may take
/// longer.
constexpr double kMovingMs = 30.0;
constexpr double kRestingMs = 400.0;
constexpr std::size_t kFirstBudget = 100'000;
constexpr std::size_t kLeastBudget = 2000;

class OpenGlCanvas : public QOpenGLWidget, public StructureCanvas {
 public:
  OpenGlCanvas(const StructurePicture& picture, QWidget* parent)
      : QOpenGLWidget(parent), m_picture(picture) {
    setFormat(openGlFormat());
    setAttribute(Qt::WA_TransparentForMouseEvents);
  }
  OpenGlCanvas(const OpenGlCanvas&) = delete;
  OpenGlCanvas& operator=(const OpenGlCanvas&) = delete;
  ~OpenGlCanvas() override { release(); }

  QWidget* widget() override { return this; }
  void takeScene() override {
    m_uploaded = false;
    refresh(false);
  }
  void refresh(bool moves) override {
    m_moves = moves;
    update();
  }
  [[nodiscard]] std::size_t drawn() const override { return m_drawn; }

 protected:
  void initializeGL() override {
    // The context goes before the widget does where it gets another window.
    connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, [this] { release(); });
    m_gl = QOpenGLVersionFunctionsFactory::get<QOpenGLFunctions_3_3_Core>(context());
    m_program = std::make_unique<QOpenGLShaderProgram>();
    m_program->addShaderFromSourceCode(QOpenGLShader::Vertex, sphereVertexShader());
    m_program->addShaderFromSourceCode(QOpenGLShader::Fragment, sphereFragmentShader());
    m_program->link();
    m_vertices.create();
    m_square.create();
    m_spheres.create();
    m_uploaded = false;
    QOpenGLVertexArrayObject::Binder bound(&m_vertices);
    constexpr float kCorners[] = {-1.0F, -1.0F, 1.0F, -1.0F, -1.0F, 1.0F, 1.0F, 1.0F};
    m_square.bind();
    m_square.allocate(kCorners, sizeof kCorners);
    m_gl->glEnableVertexAttribArray(0);
    m_gl->glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, 0, nullptr);
    m_spheres.bind();
    const auto offset = [](std::size_t bytes) { return reinterpret_cast<const void*>(bytes); };
    m_gl->glEnableVertexAttribArray(1);
    m_gl->glVertexAttribPointer(1, 4, GL_FLOAT, GL_FALSE, sizeof(Sphere),
                                offset(offsetof(Sphere, x)));
    m_gl->glVertexAttribDivisor(1, 1);
    m_gl->glEnableVertexAttribArray(2);
    m_gl->glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, sizeof(Sphere),
                                offset(offsetof(Sphere, colour)));
    m_gl->glVertexAttribDivisor(2, 1);
  }

  void paintGL() override {
    // Not the widget itself: while it is grabbed, that would paint below what OpenGL draws.
    QOpenGLPaintDevice device(size() * devicePixelRatioF());
    device.setDevicePixelRatio(devicePixelRatioF());
    {
      QPainter painter(&device);
      painter.setFont(font());
      painter.setRenderHint(QPainter::Antialiasing);
      m_picture.paintBehind(painter, rect());
    }
    drawSpheres();
    QPainter painter(&device);
    painter.setFont(font());
    painter.setRenderHint(QPainter::Antialiasing);
    m_picture.paintBefore(painter, rect(), m_drawn);
  }

 private:
  void upload() {
    if (m_uploaded)
      return;
    m_uploaded = true;
    m_shown = m_picture.scene();
    m_spheres.bind();
    m_spheres.allocate(m_shown->spheres.data(),
                       static_cast<int>(m_shown->spheres.size() * sizeof(Sphere)));
  }

  void setUniforms() {
    const Camera& camera = m_picture.camera;
    const Slice& slice = m_picture.slice;
    const SphereLook look = lookOf(m_picture.theme());
    const auto vector = [](const Camera::Vector3& v) {
      return QVector3D(static_cast<float>(v[0]), static_cast<float>(v[1]),
                       static_cast<float>(v[2]));
    };
    const auto tint = [](Rgb c) { return QVector3D(c.red, c.green, c.blue) / 255.0F; };
    QMatrix3x3 axes;
    for (int row = 0; row < 3; ++row)
      for (int column = 0; column < 3; ++column)
        axes(row, column) = static_cast<float>(
            camera.axes[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]);
    m_program->setUniformValue("axes", axes);
    m_program->setUniformValue("centre", vector(camera.centre));
    m_program->setUniformValue("halfHeight", static_cast<float>(camera.halfHeight));
    m_program->setUniformValue(
        "aspect", static_cast<float>(width()) / static_cast<float>(std::max(1, height())));
    m_program->setUniformValue(
        "viewDistance", camera.perspective ? static_cast<float>(viewDistance(camera)) : 0.0F);
    m_program->setUniformValue("slice", QVector4D(vector(slice.normal), 0.0F));
    const auto bounded = [](double value) {
      return static_cast<float>(std::clamp(value, -1e30, 1e30));
    };
    m_program->setUniformValue("sliceRange", QVector2D(bounded(slice.low), bounded(slice.high)));
    m_program->setUniformValue("sceneMiddle",
                               static_cast<float>(toEye(camera, m_shown->middle)[2]));
    m_program->setUniformValue("sceneRadius", static_cast<float>(m_shown->radius));
    m_program->setUniformValue("ground", tint(look.ground));
    m_program->setUniformValue("rim", tint(look.rim));
  }

  void drawSpheres() {
    upload();
    const std::size_t all = m_shown->spheres.size();
    const double roomMs = m_moves ? kMovingMs : kRestingMs;
    m_drawn = m_moves || m_msPerSphere > 0.0 ? std::min(all, std::max(kLeastBudget, budget(roomMs)))
                                             : std::min(all, kFirstBudget);
    if (m_drawn == 0)
      return;
    QElapsedTimer clock;
    clock.start();
    QOpenGLVertexArrayObject::Binder bound(&m_vertices);
    m_program->bind();
    setUniforms();
    m_gl->glEnable(GL_DEPTH_TEST);
    m_gl->glDepthMask(GL_TRUE);
    m_gl->glDisable(GL_BLEND);
    m_gl->glDisable(GL_CULL_FACE);
    m_gl->glDisable(GL_SCISSOR_TEST);
    m_gl->glDisable(GL_STENCIL_TEST);
    m_gl->glClear(GL_DEPTH_BUFFER_BIT);
    m_gl->glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<int>(m_drawn));
    m_gl->glDisable(GL_DEPTH_TEST);
    m_program->release();
    // The next budget must know how long this took.
    m_gl->glFinish();
    m_msPerSphere = static_cast<double>(clock.nsecsElapsed()) * 1e-6 / static_cast<double>(m_drawn);
    // The first picture tells how many can be drawn.
    if (!m_moves && m_drawn < std::min(all, budget(roomMs)))
      update();
  }

  [[nodiscard]] std::size_t budget(double roomMs) const {
    return m_msPerSphere > 0.0 ? static_cast<std::size_t>(roomMs / m_msPerSphere) : kFirstBudget;
  }

  void release() {
    if (m_program == nullptr)
      return;
    makeCurrent();
    m_program.reset();
    m_vertices.destroy();
    m_square.destroy();
    m_spheres.destroy();
    doneCurrent();
  }

  const StructurePicture& m_picture;
  QOpenGLFunctions_3_3_Core* m_gl = nullptr;
  std::unique_ptr<QOpenGLShaderProgram> m_program;
  QOpenGLVertexArrayObject m_vertices;
  QOpenGLBuffer m_square;
  QOpenGLBuffer m_spheres;
  std::shared_ptr<const SphereScene> m_shown;
  bool m_uploaded = false;
  bool m_moves = false;
  double m_msPerSphere = 0.0;
  std::size_t m_drawn = 0;
};

}  // namespace

std::unique_ptr<StructureCanvas> makeOpenGlCanvas(const StructurePicture& picture,
                                                  QWidget* parent) {
  return std::make_unique<OpenGlCanvas>(picture, parent);
}

}  // namespace vitrine::widgets

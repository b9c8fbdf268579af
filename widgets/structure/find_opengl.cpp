#include "widgets/structure/structure_canvas.h"

#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>

namespace vitrine::widgets {

QSurfaceFormat openGlFormat() {
  QSurfaceFormat format;
  format.setVersion(3, 3);
  format.setProfile(QSurfaceFormat::CoreProfile);
  format.setDepthBufferSize(24);
  return format;
}

namespace {

OpenGlFound look() {
  // Only these are known to answer honestly; "offscreen" crashes where a display is present.
  const QString platform = QGuiApplication::platformName();
  if (!platform.startsWith(QLatin1String("xcb")) &&
      !platform.startsWith(QLatin1String("wayland")) && platform != QLatin1String("windows") &&
      platform != QLatin1String("cocoa"))
    return {};
  QOpenGLContext context;
  context.setFormat(openGlFormat());
  if (!context.create() || context.format().version() < qMakePair(3, 3))
    return {};
  QOffscreenSurface surface;
  surface.setFormat(context.format());
  surface.create();
  if (!surface.isValid() || !context.makeCurrent(&surface))
    return {};
  const auto* name = reinterpret_cast<const char*>(context.functions()->glGetString(GL_RENDERER));
  const QString renderer = QString::fromLatin1(name).toLower();
  context.doneCurrent();
  bool byProcessor = renderer.isEmpty();
  for (const char* each : {"llvmpipe", "softpipe", "swrast", "swiftshader", "software"})
    byProcessor = byProcessor || renderer.contains(QLatin1String(each));
  return {true, !byProcessor};
}

}  // namespace

OpenGlFound findOpenGl() {
  static const OpenGlFound found = look();
  return found;
}

}  // namespace vitrine::widgets

#pragma once

#include <QSurfaceFormat>

#include <cstddef>
#include <memory>

class QWidget;

namespace vitrine::widgets {

class StructurePicture;

/// The surface a picture of atoms is drawn on. It fills a view, which owns it and takes its events.
class StructureCanvas {
 public:
  StructureCanvas() = default;
  StructureCanvas(const StructureCanvas&) = delete;
  StructureCanvas& operator=(const StructureCanvas&) = delete;
  virtual ~StructureCanvas() = default;

  [[nodiscard]] virtual QWidget* widget() = 0;
  /// The picture has other spheres.
  virtual void takeScene() = 0;
  /// It is seen from elsewhere, or in part. While it `moves`, as many spheres are drawn as there is
  /// time for.
  virtual void refresh(bool moves) = 0;
  /// Spheres in what is on screen.
  [[nodiscard]] virtual std::size_t drawn() const = 0;
};

/// Draws with the processor; works everywhere.
std::unique_ptr<StructureCanvas> makePaintedCanvas(const StructurePicture& picture,
                                                   QWidget* parent);
/// Draws with OpenGL 3.3. @pre `findOpenGl` found it
std::unique_ptr<StructureCanvas> makeOpenGlCanvas(const StructurePicture& picture, QWidget* parent);

/// What OpenGL there is.
struct OpenGlFound {
  bool usable = false;    ///< version 3.3 or later
  bool hardware = false;  ///< and not made up by the processor, which our own way does faster
};
/// Asks once. Platforms without a screen are not asked: looking for OpenGL there can crash.
OpenGlFound findOpenGl();
/// What a surface must have to be drawn on: OpenGL 3.3 core, with depth.
QSurfaceFormat openGlFormat();

}  // namespace vitrine::widgets

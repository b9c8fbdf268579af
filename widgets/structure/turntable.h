#pragma once

#include "widgets/structure/camera.h"

#include <QObject>
#include <QSize>
#include <QString>
#include <QTimer>

namespace vitrine::widgets {

class StructureView;

/// Writes pictures all around a view into a folder, one at a time, so that the window goes on. The
/// folder appears when it is complete; what is cancelled or fails leaves nothing.
class Turntable : public QObject {
  Q_OBJECT

 public:
  /// @param view  lives as long, and shows the same until the end
  explicit Turntable(const StructureView& view, QObject* parent = nullptr);
  ~Turntable() override;

  /// Files frame-000.png … in `folder`, which must not exist yet. @pre not running, frames > 0
  void start(const QString& folder, int frames, QSize pixels);
  void cancel();
  [[nodiscard]] bool isRunning() const { return m_frames > 0; }
  /// 0 to 1.
  [[nodiscard]] double fraction() const;

 signals:
  void progressed();
  void finished(const QString& folder);
  /// One sentence.
  void failed(const QString& sentence);

 private:
  void next();
  [[nodiscard]] QString partFolder() const;

  const StructureView& m_view;
  QTimer m_timer;
  QString m_folder;
  Camera m_camera;
  QSize m_pixels;
  int m_frames = 0;
  int m_done = 0;
};

}  // namespace vitrine::widgets

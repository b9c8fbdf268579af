#include "widgets/structure/turntable.h"

#include "widgets/structure/structure_view.h"

#include <QDir>
#include <QFileInfo>
#include <QImage>

#include <numbers>

namespace vitrine::widgets {

Turntable::Turntable(const StructureView& view, QObject* parent) : QObject(parent), m_view(view) {
  m_timer.setInterval(0);
  connect(&m_timer, &QTimer::timeout, this, &Turntable::next);
}

Turntable::~Turntable() {
  cancel();
}

QString Turntable::partFolder() const {
  return m_folder + QStringLiteral(".part");
}

double Turntable::fraction() const {
  return m_frames > 0 ? static_cast<double>(m_done) / m_frames : 0.0;
}

void Turntable::start(const QString& folder, int frames, QSize pixels) {
  m_folder = folder;
  if (QFileInfo::exists(folder)) {
    emit failed(tr("%1 exists already; name a new folder.").arg(folder));
    return;
  }
  QDir(partFolder()).removeRecursively();
  if (!QDir().mkpath(partFolder())) {
    emit failed(tr("The folder %1 cannot be made; choose another place.").arg(folder));
    return;
  }
  m_camera = m_view.camera();
  m_pixels = pixels;
  m_frames = frames;
  m_done = 0;
  m_timer.start();
}

void Turntable::next() {
  const double angle = 2.0 * std::numbers::pi * m_done / m_frames;
  const QImage image = m_view.picture(turned(m_camera, angle, 0.0), m_pixels);
  const QString file =
      QStringLiteral("%1/frame-%2.png").arg(partFolder()).arg(m_done, 3, 10, QLatin1Char('0'));
  if (!image.save(file, "PNG")) {
    const QString sentence = tr("%1 cannot be written; is the disk full?").arg(file);
    cancel();
    emit failed(sentence);
    return;
  }
  ++m_done;
  emit progressed();
  if (m_done < m_frames)
    return;
  const bool moved = QDir().rename(partFolder(), m_folder);
  const QString folder = m_folder;
  cancel();
  if (moved)
    emit finished(folder);
  else
    emit failed(tr("The pictures cannot be moved to %1.").arg(folder));
}

void Turntable::cancel() {
  m_timer.stop();
  if (m_frames > 0)
    QDir(partFolder()).removeRecursively();
  m_frames = 0;
}

}  // namespace vitrine::widgets

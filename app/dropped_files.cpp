#include "app/dropped_files.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

#include <utility>

namespace vitrine::app {

namespace {

QStringList localFiles(const QMimeData& data) {
  QStringList files;
  for (const QUrl& url : data.urls())
    if (url.isLocalFile())
      files << url.toLocalFile();
  return files;
}

/// Hears what is dragged over a window, whatever else the window is.
class DropFilter : public QObject {
 public:
  DropFilter(QWidget& window, std::function<void(const QStringList&)> open)
      : QObject(&window), m_open(std::move(open)) {}

  bool eventFilter(QObject* window, QEvent* event) override {
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
      return QObject::eventFilter(window, event);
    auto* drop = static_cast<QDropEvent*>(event);
    const QStringList files = localFiles(*drop->mimeData());
    if (files.isEmpty())
      return QObject::eventFilter(window, event);
    drop->acceptProposedAction();
    if (event->type() == QEvent::Drop)
      m_open(files);
    return true;
  }

 private:
  std::function<void(const QStringList&)> m_open;
};

}  // namespace

void takeDroppedFiles(QWidget& window, std::function<void(const QStringList& paths)> open) {
  window.setAcceptDrops(true);
  window.installEventFilter(new DropFilter(window, std::move(open)));
}

}  // namespace vitrine::app

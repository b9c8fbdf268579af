#pragma once

#include <QList>
#include <QObject>
#include <QString>

class QAction;
class QWidget;

namespace vitrine::widgets {

class Exportable;

/// "Copy" and "Export…" of a view: its context menu, and actions a main menu can take up as well.
/// A child of the view it serves.
class ExportActions : public QObject {
  Q_OBJECT

 public:
  /// Gives `view` its two actions (Ctrl+C and Ctrl+Shift+E while it has the focus) and a context
  /// menu with them. `exportable` is the same object as `view`, or lives as long.
  ExportActions(QWidget* view, const Exportable& exportable);

  [[nodiscard]] QList<QAction*> actions() const;

 public slots:
  void copy();
  /// Asks for a file name and writes the file.
  void exportAs();
  /// Writes the file; a failure is shown in a message box that blocks nothing.
  void writeTo(const QString& path);

 signals:
  void copied();
  void exported(const QString& path);

 private:
  QWidget* m_view;
  const Exportable& m_exportable;
  QAction* m_copy;
  QAction* m_export;
};

}  // namespace vitrine::widgets

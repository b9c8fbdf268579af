#include "widgets/export/export_actions.h"

#include "engine/core/error.h"
#include "widgets/export/export.h"
#include "widgets/export/exportable.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QStandardPaths>
#include <QWidget>

namespace vitrine::widgets {

ExportActions::ExportActions(QWidget* view, const Exportable& exportable)
    : QObject(view),
      m_view(view),
      m_exportable(exportable),
      m_copy(new QAction(tr("&Copy"), this)),
      m_export(new QAction(tr("&Export…"), this)) {
  m_copy->setShortcut(QKeySequence::Copy);
  m_copy->setToolTip(tr("Copy the picture and its numbers"));
  m_export->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
  m_export->setToolTip(tr("Write the view as SVG, PDF, PNG or CSV"));
  for (QAction* action : {m_copy, m_export}) {
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    view->addAction(action);
  }
  view->setContextMenuPolicy(Qt::ActionsContextMenu);
  connect(m_copy, &QAction::triggered, this, &ExportActions::copy);
  connect(m_export, &QAction::triggered, this, &ExportActions::exportAs);
}

QList<QAction*> ExportActions::actions() const {
  return {m_copy, m_export};
}

void ExportActions::copy() {
  copyToClipboard(m_exportable);
  emit copied();
}

void ExportActions::exportAs() {
  QStringList filters;
  for (const QString& suffix : exportSuffixes())
    filters << QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix);
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  auto* dialog = new QFileDialog(m_view, tr("Export"), folder, filters.join(QStringLiteral(";;")));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(exportSuffixes().first());
  dialog->selectFile(m_exportable.exportName());
  connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
    dialog->setDefaultSuffix(filter.section(QLatin1String("*."), 1).chopped(1));
  });
  connect(dialog, &QFileDialog::fileSelected, this, &ExportActions::writeTo);
  dialog->open();
}

void ExportActions::writeTo(const QString& path) {
  try {
    exportTo(m_exportable, path);
    emit exported(path);
  } catch (const Error& error) {
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Export"), QString::fromUtf8(error.what()),
                                QMessageBox::Ok, m_view);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
  }
}

}  // namespace vitrine::widgets

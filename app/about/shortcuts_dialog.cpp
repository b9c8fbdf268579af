#include "app/about/shortcuts_dialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace vitrine::app {

namespace {

constexpr QSize kSize(620, 560);

QString withoutMnemonic(QString text) {
  return text.remove(u'&').remove(QStringLiteral("…"));
}

void addShortcuts(QTreeWidgetItem* group, const QMenu& menu) {
  for (const QAction* action : menu.actions()) {
    if (action->menu() != nullptr)
      addShortcuts(group, *action->menu());
    else if (!action->shortcut().isEmpty())
      new QTreeWidgetItem(group, {withoutMnemonic(action->text()),
                                  action->shortcut().toString(QKeySequence::NativeText)});
  }
}

}  // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar& menus, QWidget* parent) : QDialog(parent) {
  setWindowTitle(tr("Keyboard and mouse"));
  resize(kSize);
  auto* list = new QTreeWidget(this);
  list->setAccessibleName(tr("Shortcuts"));
  list->setHeaderLabels({tr("What"), tr("How")});
  for (const QAction* action : menus.actions()) {
    auto* group = new QTreeWidgetItem(list, {withoutMnemonic(action->text())});
    addShortcuts(group, *action->menu());
    if (group->childCount() == 0)
      delete group;
  }
  const auto group = [&](const QString& title, const QList<QStringList>& rows) {
    auto* item = new QTreeWidgetItem(list, {title});
    for (const QStringList& row : rows)
      new QTreeWidgetItem(item, row);
  };
  group(tr("Composition triangle"),
        {{tr("Read a value"), tr("Point at it")},
         {tr("Set the alloy"), tr("Click or drag; arrow keys move by 1 at.%, with Shift by 5")},
         {tr("Take a known alloy"), tr("Click its marker")}});
  group(tr("Plots"),
        {{tr("Zoom"), tr("Wheel, + and -")},
         {tr("Move"), tr("Drag, arrow keys")},
         {tr("Show everything"), tr("Double click, Home")},
         {tr("Free energy at another temperature"), tr("Point at the relaxation curve")}});
  group(tr("Every view"), {{tr("Copy"), tr("Ctrl+C in the view, or its context menu")},
                           {tr("Export"), tr("Ctrl+Shift+E in the view, or its context menu")}});
  list->expandAll();
  list->resizeColumnToContents(0);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(list, 1);
  layout->addWidget(buttons);
}

}  // namespace vitrine::app

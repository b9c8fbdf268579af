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

constexpr QSize kSize(720, 620);

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

QTreeWidgetItem* addGroup(QTreeWidget& list, const QString& title) {
  auto* group = new QTreeWidgetItem(&list, {title});
  QFont bold(list.font());
  bold.setBold(true);
  group->setFont(0, bold);
  group->setFirstColumnSpanned(true);
  return group;
}

}  // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar& menus, QWidget* parent) : QDialog(parent) {
  setWindowTitle(tr("Keyboard and mouse"));
  resize(kSize);
  auto* list = new QTreeWidget(this);
  list->setAccessibleName(tr("Shortcuts"));
  list->setHeaderLabels({tr("What"), tr("How")});
  list->setRootIsDecorated(false);
  list->setItemsExpandable(false);
  list->setSelectionMode(QAbstractItemView::NoSelection);
  for (const QAction* action : menus.actions()) {
    auto* group = addGroup(*list, withoutMnemonic(action->text()));
    addShortcuts(group, *action->menu());
    if (group->childCount() == 0)
      delete group;
  }
  const auto group = [&](const QString& title, const QList<QStringList>& rows) {
    auto* item = addGroup(*list, title);
    for (const QStringList& row : rows)
      new QTreeWidgetItem(item, row);
  };
  group(tr("Alloy"), {{tr("Change a content"),
                       tr("Drag its slider; arrow keys by 1, + and - by 0.1, Page keys by 5")},
                      {tr("Take back what was typed"), tr("Escape in the formula")}});
  group(tr("Composition triangle"),
        {{tr("Read a value"), tr("Point at it")},
         {tr("Set the alloy"), tr("Click or drag, with Alt in steps of 0.1 at.%")},
         {tr("Move the alloy"), tr("Arrow keys by 1 at.%, with Shift by 5")},
         {tr("Take a known alloy"), tr("Click its marker")}});
  group(tr("Atoms in space"),
        {{tr("Turn"), tr("Drag, or arrow keys; with Ctrl about the line of sight")},
         {tr("Move"), tr("Drag with Shift or the middle button, or Shift and arrow keys")},
         {tr("Come nearer"), tr("Wheel, + and -")},
         {tr("Look along an axis"), tr("X, Y, Z")},
         {tr("Perspective"), tr("P")},
         {tr("Show everything"), tr("Home, or double click beside the atoms")},
         {tr("Choose an atom"), tr("Click it; Escape for none")}});
  group(tr("Plots"),
        {{tr("Zoom"), tr("Wheel, + and -")},
         {tr("Move"), tr("Drag, arrow keys")},
         {tr("Show everything"), tr("Double click, Home")},
         {tr("Free energy at another temperature"), tr("Point at the relaxation curve")},
         {tr("Take a measured alloy"), tr("Click its point in Predicted and measured")}});
  group(tr("Every view"), {{tr("Copy"), tr("Ctrl+C in the view, or its context menu")},
                           {tr("Export"), tr("Ctrl+Shift+E in the view, or its context menu")}});
  list->expandAll();
  list->resizeColumnToContents(0);
  list->scrollToItem(list->topLevelItem(0));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(list, 1);
  layout->addWidget(buttons);
}

}  // namespace vitrine::app

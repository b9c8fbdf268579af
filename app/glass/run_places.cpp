#include "app/glass/run_places.h"

#include "app/settings/settings.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace vitrine::app {

RunPlaces::RunPlaces(Settings& settings, QWidget* parent)
    : QWidget(parent),
      m_settings(settings),
      m_lmp(new QLineEdit(settings.lammps(), this)),
      m_folder(new QLineEdit(settings.quenchFolder(), this)) {
  m_lmp->setAccessibleName(tr("Program LAMMPS"));
  m_lmp->setToolTip(tr("Name or path of lmp; Debian package lammps"));
  m_folder->setAccessibleName(tr("Folder for the runs"));
  auto* lmp = new QLabel(tr("LA&MMPS"), this);
  lmp->setBuddy(m_lmp);
  auto* folder = new QLabel(tr("&Folder"), this);
  folder->setBuddy(m_folder);
  auto* choose = new QPushButton(tr("Choose…"), this);
  choose->setAccessibleName(tr("Choose the folder for the runs"));
  choose->setToolTip(choose->accessibleName());
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->addWidget(lmp, 0, 0);
  grid->addWidget(m_lmp, 0, 1, 1, 2);
  grid->addWidget(folder, 1, 0);
  grid->addWidget(m_folder, 1, 1);
  grid->addWidget(choose, 1, 2);
  connect(m_lmp, &QLineEdit::editingFinished, this,
          [this] { m_settings.setLammps(m_lmp->text()); });
  connect(m_lmp, &QLineEdit::textChanged, this, &RunPlaces::changed);
  connect(m_folder, &QLineEdit::editingFinished, this,
          [this] { m_settings.setQuenchFolder(m_folder->text()); });
  connect(m_folder, &QLineEdit::textChanged, this, &RunPlaces::changed);
  connect(choose, &QPushButton::clicked, this, &RunPlaces::chooseFolder);
}

void RunPlaces::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  m_lmp->setText(m_settings.lammps());
  m_folder->setText(m_settings.quenchFolder());
}

QString RunPlaces::lmp() const {
  return m_lmp->text();
}

QString RunPlaces::folder() const {
  return m_folder->text();
}

void RunPlaces::chooseFolder() {
  auto* dialog = new QFileDialog(this, tr("Folder for the runs"), m_folder->text());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
    m_folder->setText(path);
    m_settings.setQuenchFolder(path);
  });
  dialog->open();
}

}  // namespace vitrine::app

#include "app/glass/glass_panel.h"

#include "app/glass/glass_analysis.h"
#include "app/glass/glass_facts.h"
#include "app/glass/glass_import.h"
#include "app/jobs/work_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace vitrine::app {

GlassPanel::GlassPanel(GlassDesk& desk, GlassImport& import, GlassAnalyses& analyses,
                       QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_import(import),
      m_analyses(analyses),
      m_list(new QListWidget(this)),
      m_save(new QPushButton(tr("&Save as…"), this)),
      m_close(new QPushButton(tr("C&lose"), this)),
      m_facts(new QLabel(this)),
      m_reading(new WorkRow(tr("reading"), this)),
      m_analysing(new WorkRow(tr("the analysis"), this)),
      m_failure(addFailureLabel(tr("What went wrong with the file"), this)) {
  auto* open = new QPushButton(tr("&Open…"), this);
  open->setToolTip(tr("Atoms from LAMMPS data or dump, extended XYZ, POSCAR; also with gzip"));
  m_save->setToolTip(tr("Write the glass as LAMMPS data, extended XYZ or POSCAR"));
  m_close->setToolTip(tr("Take the glass off the list; its file stays"));
  m_list->setAccessibleName(tr("Glasses"));
  m_facts->setAccessibleName(tr("What the glass is"));
  m_facts->setWordWrap(true);
  m_facts->setTextFormat(Qt::PlainText);
  m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  auto* buttons = new QHBoxLayout;
  for (QPushButton* button : {open, m_save, m_close})
    buttons->addWidget(button);
  column->addLayout(buttons);
  column->addWidget(m_reading);
  column->addWidget(m_failure);
  column->addWidget(m_list, 1);
  column->addWidget(m_facts);
  column->addWidget(m_analysing);
  connect(open, &QPushButton::clicked, this, &GlassPanel::openWanted);
  connect(m_save, &QPushButton::clicked, this, &GlassPanel::saveWanted);
  connect(m_close, &QPushButton::clicked, this, [this] { m_desk.remove(m_desk.current()); });
  connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
    if (row >= 0)
      m_desk.setCurrent(m_list->item(row)->data(Qt::UserRole).toULongLong());
  });
  connect(&desk, &GlassDesk::glassesChanged, this, &GlassPanel::showGlasses);
  connect(&desk, &GlassDesk::currentChanged, this, &GlassPanel::showGlasses);
  connect(&import, &GlassImport::changed, this, &GlassPanel::showWork);
  connect(&import, &GlassImport::failed, this,
          [this](const QString& sentence) { showFailure(*m_failure, sentence); });
  connect(m_reading, &WorkRow::cancelled, &import, &GlassImport::cancel);
  connect(&analyses, &GlassAnalyses::changed, this, [this] {
    showFacts();
    showWork();
  });
  connect(m_analysing, &WorkRow::cancelled, &analyses, &GlassAnalyses::cancel);
  showGlasses();
}

void GlassPanel::showGlasses() {
  const QSignalBlocker quiet(m_list);
  m_list->clear();
  for (const GlassId id : m_desk.glasses()) {
    const Glass& glass = m_desk.glass(id);
    auto* item = new QListWidgetItem(
        glass.caveat.isEmpty() ? glass.name : tr("%1 (%2)").arg(glass.name, glass.caveat), m_list);
    item->setData(Qt::UserRole, id);
    item->setToolTip(glass.file);
    if (id == m_desk.current())
      m_list->setCurrentItem(item);
  }
  m_save->setEnabled(m_desk.current() != 0);
  m_close->setEnabled(m_desk.current() != 0);
  showFacts();
}

void GlassPanel::showFacts() {
  const GlassId id = m_desk.current();
  m_facts->setText(id == 0 ? QString()
                           : factsText(m_desk.glass(id), m_analyses.pairs(id).get(),
                                       m_analyses.cells(id).get()));
}

void GlassPanel::showWork() {
  if (m_import.isReading()) {
    m_reading->tell(tr("Reading"), m_import.fraction());
    showFailure(*m_failure, {});
  } else {
    m_reading->hide();
  }
  if (m_analyses.isRunning())
    m_analysing->tell(tr("Analysis"), m_analyses.fraction());
  else
    m_analysing->hide();
}

}  // namespace vitrine::app

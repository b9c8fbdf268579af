#include "app/glass/glass_window.h"

#include "app/dropped_files.h"
#include "app/glass/analysis_page.h"
#include "app/glass/barcode_page.h"
#include "app/glass/compare_page.h"
#include "app/glass/glass_panel.h"
#include "app/glass/quench_page.h"
#include "app/glass/structure_page.h"
#include "app/glass/treat_page.h"
#include "app/notice_bar.h"
#include "app/session.h"
#include "app/settings/settings.h"
#include "engine/atomistic/structure_file.h"
#include "engine/core/error.h"

#include <QCloseEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace vitrine::app {

namespace {

constexpr QSize kFirstSize(1180, 800);
constexpr int kLeftWidth = 280;

}  // namespace

GlassWindow::GlassWindow(Session& session, Settings& settings)
    : m_session(session),
      m_settings(settings),
      m_import(session.runner, m_desk, this),
      m_analyses(session.runner, m_desk),
      m_barcodeModels(session.runner, session.places.resources / "barcodes"),
      m_barcodes(session.runner, m_desk, m_barcodeModels) {
  setObjectName(QStringLiteral("glasses"));
  setWindowTitle(tr("Glasses – Vitrine"));
  takeDroppedFiles(*this, [this](const QStringList& paths) { openAll(paths); });
  build();
  resize(kFirstSize);
  if (const QByteArray geometry = settings.glassGeometry(); !geometry.isEmpty())
    restoreGeometry(geometry);
}

GlassWindow::~GlassWindow() = default;

void GlassWindow::build() {
  m_notices = new NoticeBar(this);
  m_notices->hide();
  auto* panel = new GlassPanel(m_desk, m_import, m_analyses, this);
  m_pages = new QTabWidget(this);
  m_pages->setDocumentMode(true);
  m_pages->tabBar()->setAccessibleName(tr("Pages of the glasses"));
  m_structure = new StructurePage(m_desk, m_analyses, m_barcodes, this);
  m_pages->addTab(m_structure, tr("Atoms"));
  m_analysis = new AnalysisPage(m_desk, m_analyses, this);
  m_pages->addTab(m_analysis, tr("Analysis"));
  m_barcode = new BarcodePage(m_desk, m_barcodes, m_settings, this);
  m_pages->addTab(m_barcode, tr("Barcode"));
  m_compare = new ComparePage(m_desk, m_analyses, this);
  m_pages->addTab(m_compare, tr("Compare"));
  m_quench = new QuenchPage(m_session, m_settings, m_import, this);
  m_pages->addTab(m_quench, tr("Quench"));
  m_treat = new TreatPage(m_session, m_settings, m_desk, m_import, this);
  m_pages->addTab(m_treat, tr("Treat"));
  auto* both = new QSplitter(Qt::Horizontal, this);
  both->addWidget(panel);
  both->addWidget(m_pages);
  both->setStretchFactor(0, 0);
  both->setStretchFactor(1, 1);
  both->setSizes({kLeftWidth, kFirstSize.width() - kLeftWidth});
  both->setChildrenCollapsible(false);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(6, 6, 6, 6);
  column->addWidget(m_notices);
  column->addWidget(both, 1);
  connect(panel, &GlassPanel::openWanted, this, &GlassWindow::askWhatToOpen);
  connect(panel, &GlassPanel::saveWanted, this, &GlassWindow::askWhereToSave);
  connect(m_analysis, &AnalysisPage::patternWanted, this, &GlassWindow::showPattern);
  connect(m_analysis, &AnalysisPage::distanceWanted, this, &GlassWindow::useDistance);
  connect(m_barcode, &BarcodePage::atomsWanted, this,
          [this] { m_pages->setCurrentWidget(m_structure); });
  connect(m_structure, &StructurePage::problem, m_notices, &NoticeBar::add);
}

void GlassWindow::open(const QString& path) {
  m_import.open(path);
}

/// Files that somebody chose, not those of the program: their folder is the next one to begin in.
void GlassWindow::openAll(const QStringList& paths) {
  m_settings.setGlassFolder(QFileInfo(paths.back()).absolutePath());
  for (const QString& path : paths)
    open(path);
}

void GlassWindow::askWhatToOpen() {
  auto* dialog = new QFileDialog(
      this, tr("Files of atoms"), m_settings.glassFolder(),
      tr("Atoms (*.data *.lmp *.dump *.lammpstrj *.xyz *.extxyz *.vasp *.poscar POSCAR* CONTCAR* "
         "*.gz);;All (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFiles);
  connect(dialog, &QFileDialog::filesSelected, this, &GlassWindow::openAll);
  dialog->open();
}

void GlassWindow::askWhereToSave() {
  const QString name = m_desk.glass(m_desk.current()).name;
  auto* dialog = new QFileDialog(this, tr("Save the glass"), m_settings.glassFolder(),
                                 tr("LAMMPS data (*.data);;Extended XYZ (*.xyz);;POSCAR (*.vasp)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  // The suffix says as what it is written.
  const auto propose = [dialog, name](const QString& kind) {
    const QString suffix = kind.section(QStringLiteral("*."), 1).chopped(1);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(name + u'.' + suffix);
  };
  propose(dialog->selectedNameFilter());
  connect(dialog, &QFileDialog::filterSelected, dialog, propose);
  connect(dialog, &QFileDialog::fileSelected, this, &GlassWindow::saveTo);
  dialog->open();
}

void GlassWindow::saveTo(const QString& path) {
  if (m_desk.current() == 0)
    return;
  m_settings.setGlassFolder(QFileInfo(path).absolutePath());
  using Done = bool;
  m_session.runner.start<Done>(
      // Files of other names are written beside each other.
      {QStringLiteral("save glass ") + path, Priority::Interactive},
      [structure = m_desk.glass(m_desk.current()).structure,
       file = std::filesystem::path(path.toStdString())](const RunContext&) -> Done {
        atomistic::writeStructure(*structure, file);
        return true;
      },
      [](Done) {}, [this](const QString& sentence) { m_notices->add(sentence); });
}

void GlassWindow::showPattern() {
  const GlassId id = m_desk.current();
  const auto pairs = m_analyses.pairs(id);
  if (!pairs)
    return;
  const Glass& glass = m_desk.glass(id);
  m_session.document.setAlloy(atomistic::compositionOf(*glass.structure));
  m_session.computed.showPattern(glass.name, pairs->pattern);
  emit viewWanted(QStringLiteral("spectrum"));
}

void GlassWindow::useDistance() {
  const GlassId id = m_desk.current();
  const auto pairs = m_analyses.pairs(id);
  if (!pairs || !pairs->shells)
    return;
  const Glass& glass = m_desk.glass(id);
  const auto alloy = atomistic::compositionOf(*glass.structure);
  m_session.document.setAlloy(alloy);
  m_session.computed.setDistance({glass.name, alloy, pairs->shells->firstPeak.rA});
  emit viewWanted(QStringLiteral("free_energy"));
}

void GlassWindow::closeEvent(QCloseEvent* event) {
  m_settings.setGlassGeometry(saveGeometry());
  m_import.cancel();
  m_analyses.cancel();
  m_barcodes.cancel();
  for (RunPage* page : {static_cast<RunPage*>(m_quench), static_cast<RunPage*>(m_treat)})
    if (page->run().isRunning())
      page->run().cancel();
  QWidget::closeEvent(event);
}

}  // namespace vitrine::app

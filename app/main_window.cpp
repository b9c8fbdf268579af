#include "app/main_window.h"

#include "app/actions/data_actions.h"
#include "app/actions/edit_actions.h"
#include "app/actions/file_actions.h"
#include "app/actions/glass_actions.h"
#include "app/actions/help_actions.h"
#include "app/actions/pattern_actions.h"
#include "app/actions/view_actions.h"
#include "app/notice_bar.h"
#include "app/session.h"
#include "app/settings/settings.h"
#include "widgets/jobs/job_strip.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QLabel>
#include <QMenuBar>
#include <QStatusBar>
#include <QToolBar>

#include <algorithm>
#include <utility>

namespace vitrine::app {

namespace {

constexpr QSize kFirstSize(1280, 800);
// A burst of edits is written once; a kill loses at most this.
constexpr int kSaveAfterMs = 1000;
constexpr int kMessageMs = 4000;
// Another number forgets the layouts remembered before: tools and notices shared a row in them.
constexpr int kLayoutVersion = 1;
constexpr int kStatusMargin = 10;

QString dockName(const char* key) {
  return QString::fromLatin1(key);
}

}  // namespace

MainWindow::MainWindow(Session& session, Settings& settings)
    : m_session(session), m_settings(settings), m_views(new Views(session.workbench(), this)) {
  setObjectName(QStringLiteral("workbench"));
  setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
  buildDocks();
  buildStatusBar();
  buildMenus();
  // Below the tools, in a row of its own.
  m_notices = new NoticeBar(this);
  addToolBarBreak();
  addToolBar(m_notices);
  resize(kFirstSize);
  resetLayout();
  if (const QByteArray geometry = settings.windowGeometry(); !geometry.isEmpty())
    restoreGeometry(geometry);
  if (const QByteArray layout = settings.windowLayout(); !layout.isEmpty())
    restoreState(layout, kLayoutVersion);
  m_notices->hide();
  for (const QString& notice : settings.notices())
    showNotice(notice);

  m_save.setSingleShot(true);
  m_save.setInterval(kSaveAfterMs);
  connect(&m_save, &QTimer::timeout, this, &MainWindow::save);
  connect(&session.document, &Document::changed, &m_save, qOverload<>(&QTimer::start));
  connect(&session.document, &Document::alloyChanged, this, &MainWindow::showTitle);
  connect(&session.generators, &GeneratorLibrary::problem, this, &MainWindow::showNotice);
  connect(&session.models, &ModelLibrary::problem, this, &MainWindow::showNotice);
  rememberModels();
  connect(&session.references, &ReferenceLibrary::changed, this, [this] {
    for (const QString& problem : m_session.references.content().problems)
      showNotice(problem);
  });
  showTitle();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildDocks() {
  for (const View& view : m_views->all()) {
    auto* dock = new QDockWidget(view.title, this);
    dock->setObjectName(view.key);
    dock->setWidget(view.page);
    m_docks[view.key] = dock;
  }
}

void MainWindow::resetLayout() {
  for (const auto& [key, each] : m_docks) {
    each->setFloating(false);
    removeDockWidget(each);
  }
  QDockWidget* alloy = dock(dockName("alloy"));
  QDockWidget* properties = dock(dockName("properties"));
  QDockWidget* relaxation = dock(dockName("relaxation"));
  QDockWidget* freeEnergy = dock(dockName("free_energy"));
  QDockWidget* map = dock(dockName("map"));
  QDockWidget* spectrum = dock(dockName("spectrum"));
  QDockWidget* parity = dock(dockName("parity"));
  addDockWidget(Qt::LeftDockWidgetArea, alloy);
  splitDockWidget(alloy, relaxation, Qt::Horizontal);
  splitDockWidget(relaxation, map, Qt::Horizontal);
  splitDockWidget(alloy, properties, Qt::Vertical);
  splitDockWidget(relaxation, freeEnergy, Qt::Vertical);
  splitDockWidget(map, parity, Qt::Vertical);
  tabifyDockWidget(freeEnergy, spectrum);
  for (const auto& [key, each] : m_docks)
    each->show();
  freeEnergy->raise();
  const int w = width();
  const int h = height();
  resizeDocks({alloy, relaxation, map}, {w * 30 / 100, w * 35 / 100, w * 35 / 100}, Qt::Horizontal);
  // At least three or four elements without scrolling.
  const int alloyHeight = std::max(350, h * 2 / 5);
  resizeDocks({alloy, properties}, {alloyHeight, h - alloyHeight}, Qt::Vertical);
  resizeDocks({relaxation, freeEnergy}, {h * 55 / 100, h * 45 / 100}, Qt::Vertical);
  resizeDocks({map, parity}, {h * 55 / 100, h * 45 / 100}, Qt::Vertical);
}

void MainWindow::buildMenus() {
  auto* file = new FileActions(m_session.workbench(), *m_views, *this);
  auto* edit = new EditActions(m_session.document, *m_views, *this);
  auto* view = new ViewActions(m_session.document, m_settings, *this);
  m_data = new DataActions(m_session, m_settings, *this);
  m_patterns = new PatternActions(m_session, m_settings, *this);
  m_glasses = new GlassActions(m_session, m_settings, *this);
  connect(m_glasses, &GlassActions::viewWanted, this, [this](const QString& key) {
    dock(key)->show();
    dock(key)->raise();
    raise();
    activateWindow();
  });
  new HelpActions(m_session.workbench(), *this);
  for (const View& each : m_views->all())
    view->addDock(dock(each.key));
  QToolBar* bar = addToolBar(tr("Tools"));
  bar->setObjectName(QStringLiteral("tools"));
  bar->addActions(file->toolActions());
  bar->addSeparator();
  bar->addActions(edit->toolActions());
  bar->addSeparator();
  bar->addActions(view->toolActions());
  connect(view, &ViewActions::resetLayoutRequested, this, &MainWindow::resetLayout);
}

void MainWindow::buildStatusBar() {
  m_readOut = new QLabel(this);
  m_readOut->setTextInteractionFlags(Qt::NoTextInteraction);
  statusBar()->addWidget(m_readOut, 1);
  m_jobs = new widgets::JobStrip(this);
  statusBar()->addPermanentWidget(m_jobs);
  // One running job comes and goes without moving the views.
  statusBar()->setMinimumHeight(fontMetrics().height() + kStatusMargin);
  connect(m_views, &Views::readOut, m_readOut, &QLabel::setText);
  connect(m_views, &Views::problem, this, &MainWindow::showNotice);
  connect(&m_session.runner, &JobRunner::reportsChanged, this, &MainWindow::showJobs);
  connect(m_jobs, &widgets::JobStrip::cancelRequested, this,
          [this](const QString& id) { m_session.runner.cancelById(id.toULongLong()); });
  connect(m_jobs, &widgets::JobStrip::dismissed, this,
          [this](const QString& id) { m_session.runner.dismiss(id.toULongLong()); });
  connect(m_views, &Views::done, this,
          [this](const QString& sentence) { statusBar()->showMessage(sentence, kMessageMs); });
}

void MainWindow::showJobs() {
  widgets::JobStripModel model;
  for (const JobReport& report : m_session.runner.reports()) {
    widgets::JobRow row{
        QString::number(report.id), report.title, {}, !report.essential, report.failure};
    if (report.fraction >= 0.0)
      row.fraction = report.fraction;
    model.rows.push_back(std::move(row));
  }
  m_jobs->setModel(model);
}

void MainWindow::showTitle() {
  setWindowTitle(
      tr("%1 – Vitrine").arg(QString::fromStdString(m_session.document.alloy().formula())));
}

void MainWindow::showNotice(const QString& sentence) {
  m_notices->add(sentence);
}

/// Which models speak, across sessions.
void MainWindow::rememberModels() {
  for (const auto property : {prediction::Property::Tg, prediction::Property::Tm})
    m_session.models.use(property, m_settings.ownModel(property));
  connect(&m_session.models, &ModelLibrary::usedChanged, this, [this] {
    for (const auto property : {prediction::Property::Tg, prediction::Property::Tm})
      m_settings.setOwnModel(property, m_session.models.used(property));
  });
}

void MainWindow::save() {
  m_settings.setState(m_session.document.state());
  m_settings.setView(m_session.document.view());
}

void MainWindow::showEvent(QShowEvent* event) {
  QMainWindow::showEvent(event);
  // The first picture does not wait for the models.
  if (!std::exchange(m_loadingStarted, true)) {
    QTimer::singleShot(0, this, [this] {
      m_session.models.load();
      m_session.references.load();
      if (const QString database = m_settings.thermodynamicDatabase(); !database.isEmpty())
        m_session.thermodynamics.open(database);
    });
  }
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!m_data->mayClose()) {
    event->ignore();
    return;
  }
  save();
  m_settings.setWindow(saveGeometry(), saveState(kLayoutVersion));
  m_data->closeWindow();
  m_patterns->closeWindow();
  m_glasses->closeWindow();
  m_session.runner.close();
  QMainWindow::closeEvent(event);
}

}  // namespace vitrine::app

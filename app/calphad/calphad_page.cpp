#include "app/calphad/calphad_page.h"

#include "app/calphad/database_panel.h"
#include "app/calphad/projection_model.h"
#include "app/calphad/system_panel.h"
#include "app/pages/input_key.h"
#include "app/session.h"
#include "app/settings/settings.h"
#include "widgets/calphad/phase_diagram_view.h"
#include "widgets/calphad/phase_fraction_plot.h"
#include "widgets/ternary/ternary_map.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <array>

namespace vitrine::app {

namespace {

constexpr int kLeftWidth = 340;
constexpr int kRightWidth = 840;

}  // namespace

CalphadPage::CalphadPage(Session& session, Settings& settings, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_settings(settings),
      m_run(session.runner),
      m_fractions(session.runner, session.store,
                  {QStringLiteral("phase fractions"), Priority::Visible},
                  [this] { showFractions(); }),
      m_database(new DatabasePanel(session.thermodynamics, this)),
      m_system(new SystemPanel(m_run, session.thermodynamics, this)),
      m_tabs(new QTabWidget(this)),
      m_views(new QStackedWidget(this)),
      m_diagram(new widgets::PhaseDiagramView(this)),
      m_triangle(new widgets::TernaryMap(this)),
      m_quantity(new QComboBox(this)),
      m_reactions(new QTableWidget(this)),
      m_fractionPlot(new widgets::PhaseFractionPlot(this)),
      m_readOut(new QLabel(this)) {
  build();
  connect(m_database, &DatabasePanel::fileWanted, this, &CalphadPage::chooseFile);
  connect(m_system, &SystemPanel::tableWanted, this, &CalphadPage::makeTable);
  connect(m_system, &SystemPanel::requestChanged, this, &CalphadPage::showOutcome);
  connect(&m_run, &CalphadRun::changed, this, &CalphadPage::showOutcome);
  connect(&m_run, &CalphadRun::dataSetMade, this,
          [this](const dataset::Table& table) { m_session.desk.add(table); });
  connect(&session.thermodynamics, &ThermodynamicDatabase::changed, this,
          &CalphadPage::databaseChanged);
  connect(&session.document, &Document::alloyChanged, this, &CalphadPage::followAlloy);
  connect(&session.document, &Document::viewChanged, this, [this] {
    showOutcome();
    showFractions();
  });
  connect(m_tabs, &QTabWidget::currentChanged, this, &CalphadPage::followAlloy);
  connect(m_quantity, &QComboBox::currentIndexChanged, this, &CalphadPage::showProjection);
  connect(m_diagram, &widgets::PhaseDiagramView::readOut, m_readOut, &QLabel::setText);
  connect(m_fractionPlot, &widgets::PhaseFractionPlot::readOut, m_readOut, &QLabel::setText);
  databaseChanged();
}

CalphadPage::~CalphadPage() = default;

void CalphadPage::build() {
  m_tabs->setDocumentMode(true);
  m_tabs->tabBar()->setAccessibleName(tr("Views of the system"));
  m_tabs->addTab(diagramTab(), tr("Phase diagram"));
  m_reactions->setAccessibleName(tr("Reactions"));
  m_reactions->setColumnCount(3);
  m_reactions->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_reactions->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_reactions->setTabKeyNavigation(false);
  m_reactions->verticalHeader()->hide();
  m_reactions->horizontalHeader()->setStretchLastSection(true);
  m_tabs->addTab(m_reactions, tr("Reactions"));
  m_tabs->addTab(m_fractionPlot, tr("Phases of the alloy"));
  m_readOut->setAccessibleName(tr("What is stable under the pointer"));
  m_readOut->setTextFormat(Qt::PlainText);
  m_readOut->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  auto* left = new QWidget(this);
  auto* choices = new QVBoxLayout(left);
  choices->setContentsMargins(0, 0, 0, 0);
  choices->addWidget(m_database, 1);
  choices->addWidget(m_system);
  auto* right = new QWidget(this);
  auto* results = new QVBoxLayout(right);
  results->setContentsMargins(0, 0, 0, 0);
  results->addWidget(m_tabs, 1);
  results->addWidget(m_readOut);
  auto* both = new QSplitter(Qt::Horizontal, this);
  both->addWidget(left);
  both->addWidget(right);
  both->setStretchFactor(0, 0);
  both->setStretchFactor(1, 1);
  both->setSizes({kLeftWidth, kRightWidth});
  both->setChildrenCollapsible(false);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 6, 0, 0);
  layout->addWidget(both);
}

QWidget* CalphadPage::diagramTab() {
  m_quantity->setAccessibleName(tr("What the triangle shows"));
  m_quantity->addItems({tr("Liquidus"), tr("Solidus"), tr("First solid")});
  auto* projection = new QWidget(this);
  auto* column = new QVBoxLayout(projection);
  column->setContentsMargins(0, 4, 0, 0);
  column->addWidget(m_quantity, 0, Qt::AlignLeft);
  column->addWidget(m_triangle, 1);
  m_views->addWidget(m_diagram);
  m_views->addWidget(projection);
  return m_views;
}

bool CalphadPage::isDatabase(const QString& path) {
  return QFileInfo(path).suffix().compare(QLatin1String("tdb"), Qt::CaseInsensitive) == 0;
}

void CalphadPage::open(const QString& path) {
  m_session.thermodynamics.open(path);
}

void CalphadPage::chooseFile() {
  const QString before = m_settings.thermodynamicDatabase();
  auto* dialog =
      new QFileDialog(this, tr("Thermodynamic database"),
                      before.isEmpty() ? m_settings.dataFolder() : QFileInfo(before).absolutePath(),
                      tr("Thermodynamic databases (*.tdb *.TDB);;All (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, &CalphadPage::open);
  dialog->open();
}

void CalphadPage::databaseChanged() {
  const auto& database = m_session.thermodynamics;
  if (!database.isReading() && database.failure().isEmpty() && database.database()) {
    m_settings.setThermodynamicDatabase(database.path());
    if (!m_run.outcome())
      m_system->propose(contentOf(m_session.document.alloy()).symbols);
  }
  showOutcome();
  followAlloy();
}

void CalphadPage::makeTable() {
  if (const auto outcome = m_run.outcome())
    m_session.desk.add(tableOf(*outcome));
}

void CalphadPage::showOutcome() {
  const auto outcome = m_run.outcome();
  m_views->setCurrentIndex(outcome && !outcome->diagram ? 1 : 0);
  showDiagram();
  showProjection();
  showReactions();
}

QString CalphadPage::whatIsMissing() const {
  if (!m_session.thermodynamics.database())
    return tr("Open a thermodynamic database to compute phase diagrams.");
  return tr(
      "Choose two elements for a phase diagram, three for a liquidus projection, and "
      "compute.");
}

void CalphadPage::showDiagram() {
  const auto outcome = m_run.outcome();
  widgets::PhaseDiagramModel model;
  model.unit = m_session.document.view().temperatureUnit;
  if (outcome && outcome->diagram) {
    model.diagram = outcome->diagram;
    model.regions = outcome->regions;
    const auto wanted = m_system->request();
    model.stale = !wanted || !(*wanted == outcome->request);
    const AlloyContent alloy = contentOf(m_session.document.alloy());
    double second = 0.0;
    double whole = 0.0;
    for (std::size_t i = 0; i < alloy.symbols.size(); ++i) {
      if (alloy.symbols[i] == outcome->request.symbols[1])
        second = alloy.fractions[i];
      if (alloy.symbols[i] == outcome->request.symbols[0] ||
          alloy.symbols[i] == outcome->request.symbols[1])
        whole += alloy.fractions[i];
    }
    if (whole > 1.0 - 1e-9)
      model.markedPercent = 100.0 * second;
  } else {
    model.message = whatIsMissing();
  }
  m_diagram->setModel(model);
}

void CalphadPage::showProjection() {
  const auto outcome = m_run.outcome();
  if (!outcome || outcome->diagram)
    return;
  auto model =
      projectionModel(*outcome, static_cast<ProjectionQuantity>(m_quantity->currentIndex()),
                      m_session.document.view().temperatureUnit);
  const auto wanted = m_system->request();
  model.stale = !wanted || !(*wanted == outcome->request);
  m_triangle->setModel(model);
}

void CalphadPage::showReactions() {
  const auto unit = m_session.document.view().temperatureUnit;
  m_reactions->setHorizontalHeaderLabels({QStringLiteral("T (%1)").arg(widgets::unitSymbol(unit)),
                                          tr("Reaction"), tr("Phases, at.%")});
  m_reactions->setRowCount(0);
  const auto outcome = m_run.outcome();
  if (!outcome || !outcome->diagram)
    return;
  const auto& invariants = outcome->diagram->invariants;
  m_reactions->setRowCount(static_cast<int>(invariants.size()));
  for (std::size_t i = 0; i < invariants.size(); ++i) {
    QStringList phases;
    for (const auto& end : invariants[i].phases)
      phases << QStringLiteral("%1 (%2)").arg(QString::fromStdString(end.name),
                                              widgets::numberText(100.0 * end.x, 1));
    const std::array texts{
        widgets::numberText(widgets::toDisplay(invariants[i].temperatureK, unit), 1),
        widgets::invariantName(invariants[i]), phases.join(QStringLiteral(", "))};
    for (std::size_t column = 0; column < texts.size(); ++column)
      m_reactions->setItem(static_cast<int>(i), static_cast<int>(column),
                           new QTableWidgetItem(texts[column]));
  }
  m_reactions->resizeColumnsToContents();
}

void CalphadPage::followAlloy() {
  showDiagram();
  const bool wanted = isVisible() && m_tabs->currentWidget() == m_fractionPlot;
  const auto& database = m_session.thermodynamics;
  const alloy::Composition& alloy = m_session.document.alloy();
  if (!database.covers(alloy)) {
    m_fractions.reset();
  } else if (wanted) {
    m_fractionsOf = QString::fromStdString(alloy.formula());
    m_fractions.request(
        database.generation() + inputKey(alloy),
        [tdb = database.database(), content = contentOf(alloy)](const RunContext& context) {
          return calphad::phaseFractions(tdb, content.symbols, content.fractions, {}, context);
        },
        64 * 1024);
  } else {
    m_fractions.expire();
  }
  showFractions();
}

void CalphadPage::showFractions() {
  widgets::PhaseFractionModel model;
  model.unit = m_session.document.view().temperatureUnit;
  const QString alloy = QString::fromStdString(m_session.document.alloy().formula());
  if (!m_session.thermodynamics.database()) {
    model.message = whatIsMissing();
  } else if (!m_session.thermodynamics.covers(m_session.document.alloy())) {
    model.message = tr("The database does not hold all elements of %1.").arg(alloy);
  } else if (m_fractions.freshness() == Freshness::Failed) {
    model.message = tr("%1: %2").arg(alloy, m_fractions.failure());
  } else if (!m_fractions.value()) {
    model.message = tr("Computing the phases of %1 …").arg(alloy);
  } else {
    model.alloy = m_fractionsOf;
    model.fractions = m_fractions.share();
    model.stale = m_fractions.freshness() == Freshness::Stale;
  }
  m_fractionPlot->setModel(model);
}

void CalphadPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  followAlloy();
}

}  // namespace vitrine::app

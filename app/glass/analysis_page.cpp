#include "app/glass/analysis_page.h"

#include "app/glass/glass_analysis.h"
#include "app/glass/pair_curves.h"
#include "app/jobs/work_row.h"
#include "widgets/alloy/element_names.h"
#include "widgets/glass/curves_plot.h"
#include "widgets/theme/units.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace vitrine::app {

namespace {

constexpr int kMostRows = 40;
constexpr int kRowMargin = 6;
// At first.
constexpr int kTableWidth = 520;
constexpr int kNetworkWidth = 360;
/// Of the mean face of a cell, %.
constexpr double kLargestShare = 20.0;
using widgets::numberText;

QString shareText(std::size_t part, std::size_t all) {
  return numberText(
      100.0 * static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(1, all)), 2);
}

/// How many clusters there are of each size.
widgets::NamedCurve clusterSizes(const atomistic::PolyhedralNetwork& network) {
  std::map<std::size_t, int> sizes;
  for (const auto& cluster : network.clusters)
    ++sizes[cluster.size()];
  widgets::NamedCurve curve;
  for (const auto& [size, count] : sizes) {
    curve.x.push_back(static_cast<double>(size));
    curve.y.push_back(count);
  }
  return curve;
}

}  // namespace

AnalysisPage::AnalysisPage(GlassDesk& desk, GlassAnalyses& analyses, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_analyses(analyses),
      m_radical(new QCheckBox(tr("Planes by the &sizes of the atoms"), this)),
      m_smallest(new QDoubleSpinBox(this)),
      m_distances(
          new widgets::CurvesPlot(tr("Pair distribution functions and structure factor"), 3, this)),
      m_clusters(new widgets::CurvesPlot(tr("Sizes of clusters of icosahedra"), 1, this)),
      m_indices(new QTableWidget(this)),
      m_pattern(new QPushButton(tr("X-ray pattern in the &workbench"), this)),
      m_distance(new QPushButton(this)),
      m_network(new QLabel(this)),
      m_failure(addFailureLabel(tr("What went wrong with the analysis"), this)) {
  m_indices->setAccessibleName(tr("Voronoi indices"));
  m_indices->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_indices->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_indices->verticalHeader()->hide();
  m_indices->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + kRowMargin);
  // The words beside it must not squeeze their plot.
  m_indices->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
  m_indices->setTabKeyNavigation(false);
  m_network->setAccessibleName(tr("Network of icosahedra"));
  m_network->setWordWrap(true);
  m_network->setTextFormat(Qt::PlainText);
  m_network->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* right = new QWidget(this);
  auto* network = new QVBoxLayout(right);
  network->setContentsMargins(0, 0, 0, 0);
  network->addWidget(m_network);
  network->addWidget(m_clusters, 1);
  auto* lower = new QSplitter(Qt::Horizontal, this);
  lower->addWidget(m_indices);
  lower->addWidget(right);
  lower->setChildrenCollapsible(false);
  lower->setSizes({kTableWidth, kNetworkWidth});
  auto* both = new QSplitter(Qt::Vertical, this);
  both->addWidget(m_distances);
  both->addWidget(lower);
  both->setChildrenCollapsible(false);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(4, 4, 4, 4);
  column->addWidget(choices());
  column->addWidget(m_failure);
  column->addWidget(both, 1);
  connect(&desk, &GlassDesk::currentChanged, this, &AnalysisPage::want);
  connect(&analyses, &GlassAnalyses::changed, this, &AnalysisPage::refresh);
  showDistances(nullptr);
  showCells(nullptr);
}

QWidget* AnalysisPage::choices() {
  auto* bar = new QWidget(this);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  m_radical->setToolTip(
      tr("Radical Voronoi cells: the plane between two atoms stands nearer to the "
         "smaller one. Otherwise halfway"));
  m_smallest->setRange(0.0, kLargestShare);
  m_smallest->setSuffix(tr(" %"));
  m_smallest->setAccessibleName(tr("Smallest face of a cell"));
  m_smallest->setToolTip(
      tr("Faces smaller than this share of the mean face of their cell count as "
         "no neighbours"));
  auto* words = new QLabel(tr("Faces &from"), bar);
  words->setBuddy(m_smallest);
  row->addWidget(new QLabel(tr("Voronoi cells:"), bar));
  row->addWidget(m_radical);
  row->addWidget(words);
  row->addWidget(m_smallest);
  row->addWidget(new QLabel(tr("of the mean"), bar));
  row->addStretch(1);
  m_pattern->setToolTip(
      tr("Lay the pattern, computed from these atoms, over the generated and measured ones of this "
         "alloy"));
  m_distance->setToolTip(
      tr("Where g(r) has its first peak: the diameter d that gives the lengths of the dynamic free "
         "energy in Å. Relaxation times do not depend on it"));
  row->addWidget(m_pattern);
  row->addWidget(m_distance);
  connect(m_pattern, &QPushButton::clicked, this, &AnalysisPage::patternWanted);
  connect(m_distance, &QPushButton::clicked, this, &AnalysisPage::distanceWanted);
  const auto apply = [this] {
    atomistic::VoronoiSettings settings;
    settings.radical = m_radical->isChecked();
    settings.smallestFace = m_smallest->value() / 100.0;
    m_analyses.setVoronoi(settings);
  };
  connect(m_radical, &QCheckBox::toggled, this, apply);
  connect(m_smallest, &QDoubleSpinBox::valueChanged, this, apply);
  return bar;
}

void AnalysisPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  want();
}

void AnalysisPage::want() {
  if (isVisible())
    m_analyses.want(m_desk.current());
  refresh();
}

void AnalysisPage::refresh() {
  const GlassId id = m_desk.current();
  const auto pairs = m_analyses.pairs(id);
  const auto cells = m_analyses.cells(id);
  showFailure(*m_failure, m_analyses.failure(id));
  if (pairs != m_pairs || pairs == nullptr)
    showDistances(pairs.get());
  if (cells != m_cells || cells == nullptr)
    showCells(cells.get());
  m_pairs = pairs;
  m_cells = cells;
}

void AnalysisPage::showDistances(const PairAnalysis* analysis) {
  const bool hasPeak = analysis != nullptr && analysis->shells.has_value();
  m_pattern->setEnabled(analysis != nullptr);
  m_distance->setEnabled(hasPeak);
  m_distance->setText(hasPeak
                          ? tr("&Use d = %1 Å").arg(numberText(analysis->shells->firstPeak.rA, 2))
                          : tr("&Use the distance d"));
  widgets::CurvesModel model;
  model.name = QStringLiteral("pair-distribution");
  if (analysis != nullptr) {
    model.panels = pairPanels({{QString(), analysis}});
  } else {
    widgets::CurvesPanel nothing;
    nothing.xLabel = tr("r (Å)");
    nothing.yLabel = tr("g(r)");
    nothing.message = m_desk.current() == 0 ? tr("Open a glass.") : tr("This is being computed.");
    model.panels = {nothing};
  }
  m_distances->setModel(model);
}

void AnalysisPage::showCells(const atomistic::CellReport* analysis) {
  widgets::CurvesModel sizes;
  sizes.name = QStringLiteral("icosahedra-clusters");
  widgets::CurvesPanel panel;
  panel.xLabel = tr("icosahedra in a cluster");
  panel.yLabel = tr("clusters");
  panel.points = true;
  m_indices->clear();
  m_indices->setRowCount(0);
  QStringList headers{tr("Index"), tr("Name"), tr("% of atoms")};
  if (analysis == nullptr) {
    panel.message = m_desk.current() == 0 ? tr("Open a glass.") : tr("This is being computed.");
    sizes.panels = {panel};
    m_clusters->setModel(sizes);
    m_indices->setColumnCount(static_cast<int>(headers.size()));
    m_indices->setHorizontalHeaderLabels(headers);
    m_network->clear();
    return;
  }
  const auto& statistics = analysis->voronoi;
  std::map<int, std::size_t> atomsOf;
  for (const auto& entry : statistics.indices)
    for (const auto& [species, atoms] : entry.ofSpecies)
      atomsOf[species] += atoms;
  for (const auto& [species, atoms] : atomsOf)
    headers << tr("% of %1").arg(widgets::elementSymbol(species));
  m_indices->setColumnCount(static_cast<int>(headers.size()));
  m_indices->setHorizontalHeaderLabels(headers);
  const int rows = std::min(kMostRows, static_cast<int>(statistics.indices.size()));
  m_indices->setRowCount(rows);
  for (int row = 0; row < rows; ++row) {
    const auto& entry = statistics.indices[static_cast<std::size_t>(row)];
    const auto name = atomistic::polyhedronName(entry.index);
    QStringList cells{QString::fromStdString(atomistic::indexText(entry.index)),
                      QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())),
                      shareText(entry.atoms, analysis->cells.size())};
    for (const auto& [species, atoms] : atomsOf) {
      const auto at = entry.ofSpecies.find(species);
      cells << shareText(at == entry.ofSpecies.end() ? 0 : at->second, atoms);
    }
    for (int column = 0; column < cells.size(); ++column)
      m_indices->setItem(row, column, new QTableWidgetItem(cells[column]));
  }
  m_indices->resizeColumnsToContents();
  const auto& network = analysis->icosahedra;
  using atomistic::Linkage;
  const auto links = [&](Linkage kind) { return network.linkages[static_cast<std::size_t>(kind)]; };
  m_network->setText(
      tr("%1 icosahedra, %2 interpenetrating links each; %3 clusters. They and their shells hold "
         "%4 % of the atoms, the largest cluster %5 %. Links: %6 by a corner, %7 by an edge, %8 by "
         "a face, %9 by four atoms")
          .arg(network.centres.size())
          .arg(numberText(network.linksPerPolyhedron, 2))
          .arg(network.clusters.size())
          .arg(shareText(network.atoms, analysis->cells.size()),
               shareText(network.atomsInLargest, analysis->cells.size()))
          .arg(links(Linkage::Vertex))
          .arg(links(Linkage::Edge))
          .arg(links(Linkage::Face))
          .arg(links(Linkage::Four)) +
      tr(", %1 interpenetrating.").arg(links(Linkage::Interpenetrating)));
  panel.curves = {clusterSizes(network)};
  if (network.clusters.empty())
    panel.message = tr("There are no icosahedra.");
  sizes.panels = {panel};
  m_clusters->setModel(sizes);
}

}  // namespace vitrine::app

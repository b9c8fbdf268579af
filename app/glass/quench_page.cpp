#include "app/glass/quench_page.h"

#include "app/glass/glass_import.h"
#include "app/glass/quench_form.h"
#include "app/session.h"
#include "engine/alloy/formula.h"
#include "engine/atomistic/structure_file.h"
#include "engine/simulation/glass_transition.h"
#include "widgets/glass/curves_plot.h"
#include "widgets/structure/structure_view.h"
#include "widgets/theme/units.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <filesystem>
#include <memory>

namespace vitrine::app {

namespace {

constexpr int kFormWidth = 330;
/// A stage of the run is drawn as the means of so many parts of it, so that the noise of single
/// steps does not hide the line.
constexpr std::size_t kParts = 120;

QString frameKey() {
  return QStringLiteral("frame of the quench");
}

/// What is shown of the atoms as they come.
struct Frame {
  std::shared_ptr<const atomistic::Structure> structure;
  std::shared_ptr<const atomistic::PairDistribution> pairs;
};

/// Means over equal parts of every stage; a curve for each.
std::vector<widgets::NamedCurve> stageCurves(const std::vector<QuenchPoint>& points,
                                             double QuenchPoint::*value) {
  std::vector<widgets::NamedCurve> curves;
  for (auto begin = points.begin(); begin != points.end();) {
    const auto end = std::find_if(begin, points.end(),
                                  [&](const auto& point) { return point.stage != begin->stage; });
    const auto count = static_cast<std::size_t>(end - begin);
    const std::size_t part = std::max<std::size_t>(1, count / kParts);
    widgets::NamedCurve curve{begin->stage, {}, {}, static_cast<int>(curves.size()) + 1, false};
    for (std::size_t first = 0; first + part <= count; first += part) {
      double temperatureK = 0.0;
      double sum = 0.0;
      for (std::size_t i = first; i < first + part; ++i) {
        const QuenchPoint& point = begin[static_cast<std::ptrdiff_t>(i)];
        temperatureK += point.temperatureK / static_cast<double>(part);
        sum += point.*value / static_cast<double>(part);
      }
      curve.x.push_back(temperatureK);
      curve.y.push_back(sum);
    }
    curves.push_back(std::move(curve));
    begin = end;
  }
  return curves;
}

}  // namespace

QuenchPage::QuenchPage(Session& session, Settings& settings, GlassImport& import, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_import(import),
      m_run(session.places.program),
      m_form(new QuenchForm(session, settings, m_run, this)),
      m_view(new widgets::StructureView(this)),
      m_curves(new widgets::CurvesPlot(tr("Volume, energy and g(r) of the run"), 3, this)),
      m_goOn(new QPushButton(tr("&Go on"), this)),
      m_part(new QPushButton(tr("&Open what there is"), this)) {
  m_view->setAccessibleName(tr("Atoms of the run"));
  m_goOn->setToolTip(tr("Go on where the run was stopped"));
  m_part->setToolTip(tr("The latest frame of the stopped run, as a glass that says so"));
  auto* left = new QWidget(this);
  auto* form = new QVBoxLayout(left);
  form->setContentsMargins(0, 0, 0, 0);
  form->addWidget(m_form);
  form->addWidget(m_goOn);
  form->addWidget(m_part);
  form->addStretch(1);
  auto* right = new QSplitter(Qt::Vertical, this);
  right->addWidget(m_view);
  right->addWidget(m_curves);
  right->setStretchFactor(0, 3);
  right->setStretchFactor(1, 2);
  right->setChildrenCollapsible(false);
  left->setFixedWidth(kFormWidth);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(4, 4, 4, 4);
  row->addWidget(left);
  row->addWidget(right, 1);
  connect(&m_run, &QuenchRun::changed, this, &QuenchPage::refresh);
  connect(&m_run, &QuenchRun::frameCame, this, &QuenchPage::readFrame);
  connect(&m_run, &QuenchRun::finished, this, &QuenchPage::openGlass);
  connect(m_goOn, &QPushButton::clicked, &m_run, &QuenchRun::resume);
  connect(m_part, &QPushButton::clicked, this, &QuenchPage::openPart);
  widgets::StructureViewModel nothing;
  nothing.message = tr("The atoms of the run are shown here as they come.");
  m_view->setModel(nothing);
  refresh();
}

QuenchPage::~QuenchPage() {
  m_session.runner.cancel(frameKey());
}

void QuenchPage::readFrame() {
  const QString text = m_run.frameText();
  m_session.runner.start<Frame>(
      {frameKey()},
      [file =
           std::filesystem::path(m_run.frame().toStdString())](const RunContext& context) -> Frame {
        const auto structure = std::make_shared<const atomistic::Structure>(
            atomistic::withElements(atomistic::readStructure(file, context)));
        return {structure, std::make_shared<const atomistic::PairDistribution>(
                               atomistic::pairDistribution(*structure, {}, context))};
      },
      [this, text](const Frame& frame) {
        m_pairs = frame.pairs;
        widgets::StructureViewModel model;
        model.name = text;
        model.structure = frame.structure;
        const bool first = m_view->model().structure == nullptr;
        // The cell breathes: the camera stays where it is all the same.
        const widgets::Camera camera = m_view->camera();
        m_view->setModel(model);
        if (!first)
          m_view->setCamera(camera);
      },
      [](const QString&) {});
}

void QuenchPage::refresh() {
  m_goOn->setVisible(!m_run.isRunning() && m_run.isPartial());
  m_part->setVisible(!m_run.isRunning() && m_run.isPartial() && !m_run.frame().isEmpty());
  widgets::CurvesModel model;
  model.name = QStringLiteral("quench");
  widgets::CurvesPanel volume;
  volume.xLabel = tr("T (K)");
  volume.yLabel = tr("volume (Å³/atom)");
  volume.points = true;
  volume.legendCorner = Qt::TopLeftCorner;
  widgets::CurvesPanel energy = volume;
  energy.yLabel = tr("energy (eV/atom)");
  if (m_run.points().empty()) {
    volume.message = m_run.isRunning() ? tr("The run begins.") : tr("Quench an alloy.");
    energy.message = volume.message;
  }
  volume.curves = stageCurves(m_run.points(), &QuenchPoint::volumeA3);
  energy.curves = stageCurves(m_run.points(), &QuenchPoint::energyEV);
  if (!m_run.isRunning())
    volume.title = transitionText();
  widgets::CurvesPanel pairs;
  pairs.xLabel = tr("r (Å)");
  pairs.yLabel = tr("g(r)");
  if (m_pairs != nullptr)
    pairs.curves = {{{}, m_pairs->r, m_pairs->total, 0, false}};
  else
    pairs.message = volume.message;
  model.panels = {volume, energy, pairs};
  m_curves->setModel(model);
}

/// Tg of the cooling with how far it moves; empty where there is none.
QString QuenchPage::transitionText() const {
  std::vector<simulation::VolumePoint> cooling;
  for (const QuenchPoint& point : m_run.points())
    if (point.stage == QLatin1String("quench"))
      cooling.push_back({point.temperatureK, point.volumeA3});
  const auto made = alloy::parseFormula(m_run.order().formula.toStdString()).composition;
  if (!made)
    return {};
  const auto found =
      simulation::estimateTransition(cooling, simulation::expectedTransitionK(*made));
  if (!found)
    return {};
  return tr("Tg %1 K (%2)")
      .arg(widgets::numberText(found->fit.temperatureK, 0),
           widgets::rangeText(found->lowestK, found->highestK, 0));
}

void QuenchPage::openGlass() {
  m_import.open(m_run.order().folder + QStringLiteral("/glass.data"), nameOf(m_run.order()));
  emit glassMade();
}

void QuenchPage::openPart() {
  m_import.open(m_run.frame(), nameOf(m_run.order()), tr("stopped at %1").arg(m_run.frameText()));
  emit glassMade();
}

}  // namespace vitrine::app

#include "app/glass/run_page.h"

#include "app/glass/glass_import.h"
#include "app/jobs/work_row.h"
#include "app/session.h"
#include "engine/atomistic/structure_file.h"
#include "widgets/alloy/element_names.h"
#include "widgets/structure/structure_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

namespace vitrine::app {

namespace {

constexpr int kFormWidth = 330;
/// A stage of the run is drawn as the means of so many parts of it, so that the noise of single
/// steps does not hide the line.
constexpr std::size_t kParts = 120;

/// What is shown of the atoms as they come.
struct Frame {
  std::shared_ptr<const atomistic::Structure> structure;
  std::shared_ptr<const atomistic::PairDistribution> pairs;
};

}  // namespace

std::vector<widgets::NamedCurve> stageCurves(const std::vector<RunPoint>& points,
                                             double RunPoint::*x, double RunPoint::*y) {
  std::vector<widgets::NamedCurve> curves;
  for (auto begin = points.begin(); begin != points.end();) {
    const auto end = std::find_if(begin, points.end(),
                                  [&](const auto& point) { return point.stage != begin->stage; });
    const auto count = static_cast<std::size_t>(end - begin);
    const std::size_t part = std::max<std::size_t>(1, count / kParts);
    widgets::NamedCurve curve{begin->stage, {}, {}, static_cast<int>(curves.size()) + 1, false};
    for (std::size_t first = 0; first + part <= count; first += part) {
      double sumX = 0.0;
      double sumY = 0.0;
      for (std::size_t i = first; i < first + part; ++i) {
        const RunPoint& point = begin[static_cast<std::ptrdiff_t>(i)];
        sumX += point.*x / static_cast<double>(part);
        sumY += point.*y / static_cast<double>(part);
      }
      curve.x.push_back(sumX);
      curve.y.push_back(sumY);
    }
    curves.push_back(std::move(curve));
    begin = end;
  }
  return curves;
}

RunPage::RunPage(const QString& work, Session& session, GlassImport& import, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_import(import),
      m_frameKey(QStringLiteral("frame of ") + work),
      m_run(session.places.program),
      m_left(new QVBoxLayout),
      m_view(new widgets::StructureView(this)),
      m_curves(new widgets::CurvesPlot(tr("Volume, energy and g(r) of the run"), 3, this)),
      m_work(new WorkRow(work, this)),
      m_state(new QLabel(this)),
      m_failure(addFailureLabel(tr("What went wrong with %1").arg(work), this)),
      m_goOn(new QPushButton(tr("&Go on"), this)),
      m_part(new QPushButton(tr("&Open what there is"), this)) {
  m_view->setAccessibleName(tr("Atoms of the run"));
  m_state->setWordWrap(true);
  m_goOn->setToolTip(tr("Go on where the run was stopped"));
  m_part->setToolTip(tr("The latest frame of the stopped run, as a glass that says so"));
  auto* left = new QWidget(this);
  left->setLayout(m_left);
  m_left->setContentsMargins(0, 0, 0, 0);
  for (QWidget* each : {static_cast<QWidget*>(m_work), static_cast<QWidget*>(m_state),
                        static_cast<QWidget*>(m_failure), static_cast<QWidget*>(m_goOn),
                        static_cast<QWidget*>(m_part)})
    m_left->addWidget(each);
  m_left->addStretch(1);
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
  connect(&m_run, &AtomRun::changed, this, &RunPage::refresh);
  connect(&m_run, &AtomRun::frameCame, this,
          [this] { showAtoms(m_run.frame(), m_run.frameText()); });
  connect(&m_run, &AtomRun::finished, this, &RunPage::openGlass);
  connect(m_work, &WorkRow::cancelled, &m_run, &AtomRun::cancel);
  connect(m_goOn, &QPushButton::clicked, &m_run, &AtomRun::resume);
  connect(m_part, &QPushButton::clicked, this, &RunPage::openPart);
  forgetAtoms();
}

RunPage::~RunPage() {
  m_session.runner.cancel(m_frameKey);
}

void RunPage::setForm(QWidget* form) {
  m_left->insertWidget(0, form);
  setTabOrder(form, m_goOn);
  refresh();
}

void RunPage::forgetAtoms() {
  m_session.runner.cancel(m_frameKey);
  m_pairs = nullptr;
  widgets::StructureViewModel nothing;
  nothing.message = tr("The atoms of the run are shown here as they come.");
  m_view->setModel(nothing);
}

void RunPage::showAtoms(const QString& file, const QString& text) {
  m_session.runner.start<Frame>(
      {m_frameKey},
      [file = std::filesystem::path(file.toStdString())](const RunContext& context) -> Frame {
        const auto structure = std::make_shared<const atomistic::Structure>(
            atomistic::withElements(atomistic::readStructure(file, context)));
        return {structure, std::make_shared<const atomistic::PairDistribution>(
                               atomistic::pairDistribution(*structure, {}, context))};
      },
      [this, text, timePs = m_run.frameTimePs()](const Frame& frame) {
        m_pairs = frame.pairs;
        track(*frame.structure, timePs);
        widgets::StructureViewModel model;
        model.name = text;
        model.structure = frame.structure;
        const bool first = m_view->model().structure == nullptr;
        // The cell breathes: the camera stays where it is all the same.
        const widgets::Camera camera = m_view->camera();
        m_view->setModel(model);
        if (!first)
          m_view->setCamera(camera);
        refresh();
      },
      [](const QString&) {});
}

void RunPage::track(const atomistic::Structure& frame, double timePs) {
  if (std::exchange(m_tracked, m_run.order().folder) != m_run.order().folder) {
    m_track = {};
    m_trackPs.clear();
  }
  // A run that goes on may show a frame once more.
  if (!m_trackPs.empty() && timePs <= m_trackPs.back())
    return;
  m_track.add(static_cast<long long>(m_trackPs.size()), frame);
  m_trackPs.push_back(timePs);
}

std::vector<widgets::NamedCurve> RunPage::displacementCurves() const {
  if (m_trackPs.size() < 2 || m_tracked != m_run.order().folder)
    return {};
  std::vector<widgets::NamedCurve> curves{{tr("all"), m_trackPs, {}, 0, false}};
  std::map<int, std::size_t> curveOf;
  for (const auto& [species, value] : m_track.displacements().front().species) {
    curveOf[species] = curves.size();
    curves.push_back(
        {widgets::elementSymbol(species), m_trackPs, {}, static_cast<int>(curves.size()), false});
  }
  for (const auto& each : m_track.displacements()) {
    curves.front().y.push_back(each.meanSquareA2);
    for (const auto& [species, value] : each.species)
      curves[curveOf[species]].y.push_back(value);
  }
  return curves;
}

void RunPage::refresh() {
  const bool running = m_run.isRunning();
  // Those of the run before.
  if (running && m_run.frame().isEmpty() && m_view->model().structure != nullptr)
    forgetAtoms();
  const bool partial = !running && m_run.isPartial();
  m_goOn->setVisible(partial);
  m_part->setVisible(partial && !m_run.frame().isEmpty());
  if (running)
    m_work->tell(m_run.secondsLeft() ? timeLeftText(*m_run.secondsLeft()) : tr("Begins"),
                 m_run.fraction());
  else
    m_work->hide();
  QString state;
  if (!running && m_run.result())
    state = doneText();
  else if (partial)
    state = tr("Stopped: what was written so far stays in %1.").arg(m_run.order().folder);
  m_state->setText(state);
  m_state->setVisible(!state.isEmpty());
  showFailure(*m_failure, m_run.failure());
  widgets::CurvesModel model;
  model.name = m_run.order().name.isEmpty() ? QStringLiteral("run") : m_run.order().name;
  model.panels = panels();
  widgets::CurvesPanel pairs;
  pairs.xLabel = tr("r (Å)");
  pairs.yLabel = tr("g(r)");
  if (m_pairs != nullptr)
    pairs.curves = {{{}, m_pairs->r, m_pairs->total, 0, false}};
  else
    pairs.message = model.panels.front().message;
  model.panels.push_back(std::move(pairs));
  m_curves->setModel(model);
}

void RunPage::openGlass() {
  const QString file = m_run.order().folder + u'/' + resultFile();
  // A run without frames shows what came of it.
  if (m_run.frame().isEmpty())
    showAtoms(file, m_run.order().name);
  m_import.open(file, m_run.order().name);
  emit glassMade();
}

void RunPage::openPart() {
  m_import.open(m_run.frame(), m_run.order().name, tr("stopped at %1").arg(m_run.frameText()));
  emit glassMade();
}

}  // namespace vitrine::app

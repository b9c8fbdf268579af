#include "app/glass/quench_page.h"

#include "app/glass/glass_import.h"
#include "app/glass/quench_form.h"
#include "app/session.h"
#include "engine/atomistic/structure_file.h"
#include "widgets/glass/curves_plot.h"
#include "widgets/structure/structure_view.h"

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
      m_curves(new widgets::CurvesPlot(tr("Volume and energy of the run"), 2, this)),
      m_part(new QPushButton(tr("&Open what there is"), this)) {
  m_view->setAccessibleName(tr("Atoms of the run"));
  m_part->setToolTip(tr("The latest frame of the stopped run, as a glass that says so"));
  auto* left = new QWidget(this);
  auto* form = new QVBoxLayout(left);
  form->setContentsMargins(0, 0, 0, 0);
  form->addWidget(m_form);
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
  using Frame = std::shared_ptr<const atomistic::Structure>;
  const QString text = m_run.frameText();
  m_session.runner.start<Frame>(
      {frameKey()},
      [file = std::filesystem::path(m_run.frame().toStdString())](const RunContext& context) {
        return std::make_shared<const atomistic::Structure>(
            atomistic::withElements(atomistic::readStructure(file, context)));
      },
      [this, text](const Frame& frame) {
        widgets::StructureViewModel model;
        model.name = text;
        model.structure = frame;
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
  m_part->setVisible(!m_run.isRunning() && m_run.isPartial() && !m_run.frame().isEmpty());
  widgets::CurvesModel model;
  model.name = QStringLiteral("quench");
  widgets::CurvesPanel volume;
  volume.xLabel = tr("T (K)");
  volume.yLabel = tr("volume (Å³/atom)");
  volume.points = true;
  widgets::CurvesPanel energy = volume;
  energy.yLabel = tr("energy (eV/atom)");
  if (m_run.points().empty()) {
    volume.message = m_run.isRunning() ? tr("The run begins.") : tr("Quench an alloy.");
    energy.message = volume.message;
  }
  volume.curves = stageCurves(m_run.points(), &QuenchPoint::volumeA3);
  energy.curves = stageCurves(m_run.points(), &QuenchPoint::energyEV);
  model.panels = {volume, energy};
  m_curves->setModel(model);
}

void QuenchPage::openGlass() {
  m_import.open(m_run.order().folder + QStringLiteral("/glass.data"), nameOf(m_run.order()));
  emit glassMade();
}

void QuenchPage::openPart() {
  m_import.open(m_run.frame(), nameOf(m_run.order()),
                tr("stopped at %1").arg(m_run.frameText()));
  emit glassMade();
}

}  // namespace vitrine::app

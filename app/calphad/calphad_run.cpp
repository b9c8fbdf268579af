#include "app/calphad/calphad_run.h"

#include "app/jobs/job_runner.h"
#include "app/quantities/melting_data.h"

#include <utility>

namespace vitrine::app {

namespace {

/// The melting ranges of a binary system are tabulated in such steps, as in the data set.
constexpr std::size_t kBinaryDivisions = 20;
/// Of a binary run, the part of the time that its diagram takes.
constexpr double kDiagramShare = 0.8;

QString jobKey() {
  return QStringLiteral("phase diagram");
}

CalphadOutcome computed(const CalphadRequest& request, const RunContext& context) {
  CalphadOutcome outcome;
  outcome.request = request;
  outcome.melting.symbols = request.symbols;
  const bool binary = request.symbols.size() == 2;
  if (binary) {
    auto diagram = std::make_shared<const calphad::PhaseDiagram>(
        calphad::phaseDiagram(request.database, request.symbols[0], request.symbols[1],
                              {.lowestK = request.lowestK}, context.slice(0.0, kDiagramShare)));
    outcome.regions = std::make_shared<const std::vector<calphad::DiagramRegion>>(
        calphad::diagramRegions(*diagram));
    outcome.diagram = std::move(diagram);
  }
  const auto grid = calphad::compositionGrid(
      request.symbols.size(),
      binary ? kBinaryDivisions : static_cast<std::size_t>(request.divisions));
  outcome.melting.rows = calphad::meltingRows(request.database, request.symbols, grid,
                                              context.slice(binary ? kDiagramShare : 0.0, 1.0));
  return outcome;
}

std::string sourceOf(const QString& databaseName) {
  return "computed with " + databaseName.toStdString();
}

}  // namespace

std::string systemName(const std::vector<std::string>& symbols) {
  std::string name;
  for (const auto& symbol : symbols)
    name += (name.empty() ? "" : "-") + symbol;
  return name;
}

CalphadRun::CalphadRun(JobRunner& runner, QObject* parent) : QObject(parent), m_runner(runner) {}

CalphadRun::~CalphadRun() {
  m_runner.cancel(jobKey());
}

double CalphadRun::fraction() const {
  return m_runner.fractionOf(jobKey());
}

void CalphadRun::begin(const QString& title) {
  m_title = title;
  m_failure.clear();
  emit changed();
}

void CalphadRun::end(const QString& failure) {
  m_title.clear();
  m_failure = failure;
  emit changed();
}

void CalphadRun::compute(const CalphadRequest& request) {
  m_runner.start<CalphadOutcome>(
      {jobKey(), Priority::Visible},
      [request](const RunContext& context) { return computed(request, context); },
      [this](CalphadOutcome outcome) {
        m_outcome = std::make_shared<const CalphadOutcome>(std::move(outcome));
        end({});
      },
      [this](const QString& failure) { end(failure); });
  begin(QString::fromStdString(systemName(request.symbols)));
}

void CalphadRun::computeDataSet(const ThermodynamicDatabase& database) {
  const QString name = database.name();
  m_runner.start<dataset::Table>(
      {jobKey(), Priority::Visible},
      [tdb = database.database(), name](const RunContext& context) {
        return meltingData(calphad::meltingTable(tdb, context),
                           "Al-Co-Cr-Fe-Ni, " + name.toStdString(), sourceOf(name));
      },
      [this](const dataset::Table& table) {
        end({});
        emit dataSetMade(table);
      },
      [this](const QString& failure) { end(failure); });
  begin(tr("16 systems"));
}

void CalphadRun::cancel() {
  m_runner.cancel(jobKey());
  end({});
}

dataset::Table tableOf(const CalphadOutcome& outcome) {
  const auto& request = outcome.request;
  return meltingData({outcome.melting},
                     systemName(request.symbols) + ", " + request.databaseName.toStdString(),
                     sourceOf(request.databaseName));
}

}  // namespace vitrine::app

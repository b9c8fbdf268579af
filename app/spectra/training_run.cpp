#include "app/spectra/training_run.h"

#include <system_error>
#include <utility>

namespace vitrine::app {

namespace fs = std::filesystem;

namespace {

/// Before that a guess of the time left is worth nothing.
constexpr double kLeastFraction = 0.03;

std::optional<double> number(const QJsonObject& line, const char* key) {
  const QJsonValue value = line.value(QLatin1String(key));
  return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

}  // namespace

TrainingRun::TrainingRun(const fs::path& program, QObject* parent)
    : QObject(parent), m_child(QString::fromStdString(program.string())) {
  connect(&m_child, &ChildRun::progressed, this, &TrainingRun::read);
  connect(&m_child, &ChildRun::finished, this, &TrainingRun::take);
  connect(&m_child, &ChildRun::failed, this, &TrainingRun::fail);
}

TrainingRun::~TrainingRun() = default;

fs::path TrainingRun::runFolder() const {
  return fs::path(m_folder.path().toStdString()) / std::to_string(m_run);
}

fs::path TrainingRun::runFile() const {
  return runFolder() / "generator.safetensors";
}

bool TrainingRun::canPause() const {
  return m_state == State::Running && isNetwork(m_request.kind);
}

void TrainingRun::start(const TrainingRequest& request) {
  m_request = request;
  ++m_run;
  m_curves = {};
  std::error_code reason;
  fs::create_directories(runFolder(), reason);
  if (!m_folder.isValid() || reason)
    return fail(tr("There is no room for temporary files in %1.").arg(m_folder.path()));
  launch();
}

void TrainingRun::launch() {
  m_state = State::Running;
  m_fraction = -1.0;
  m_secondsLeft.reset();
  m_failure.clear();
  m_clock.start();
  m_child.start(argumentsFor(m_request, runFile()));
  emit changed();
}

void TrainingRun::pause() {
  m_state = State::Paused;
  m_secondsLeft.reset();
  m_child.stop();
  emit changed();
}

void TrainingRun::resume() {
  // The same words make the trainer go on from its checkpoint.
  launch();
}

void TrainingRun::cancel() {
  m_state = State::Idle;
  m_failure.clear();
  m_curves = {};
  m_child.stop([this, run = m_run] { clearFolder(run); });
  emit changed();
}

void TrainingRun::clearFolder(int run) {
  std::error_code ignored;
  fs::remove_all(fs::path(m_folder.path().toStdString()) / std::to_string(run), ignored);
}

void TrainingRun::read(const QJsonObject& line) {
  const double fraction = number(line, "progress").value_or(-1.0);
  m_fraction = fraction;
  m_secondsLeft = number(line, "eta_s");
  if (!m_secondsLeft && fraction > kLeastFraction)
    m_secondsLeft = static_cast<double>(m_clock.elapsed()) / 1000.0 * (1.0 - fraction) / fraction;
  if (const auto step = number(line, "step")) {
    m_curves.steps = static_cast<int>(number(line, "steps").value_or(0.0));
    m_curves.bestStep = static_cast<int>(number(line, "best_step").value_or(0.0));
    // What came after the checkpoint that a training goes on from counts no more.
    std::erase_if(m_curves.points, [&](const auto& point) { return point.step >= *step; });
    m_curves.points.push_back(
        {static_cast<int>(*step), number(line, "regression_mse").value_or(0.0),
         number(line, "validation_mse"), number(line, "loss_g"), number(line, "loss_d")});
  }
  emit changed();
}

void TrainingRun::take() {
  const fs::path file =
      fs::path(m_folder.path().toStdString()) / (std::to_string(m_run) + ".safetensors");
  std::error_code reason;
  fs::rename(runFile(), file, reason);
  if (reason)
    return fail(tr("The trained generator cannot be found."));
  clearFolder(m_run);
  if (m_trained)
    fs::remove(m_trained->file, reason);
  m_trained = TrainedGenerator{m_request, file};
  m_state = State::Idle;
  m_fraction = 1.0;
  m_secondsLeft.reset();
  emit changed();
  emit finished();
}

void TrainingRun::fail(const QString& sentence) {
  m_failure = sentence;
  m_secondsLeft.reset();
  std::error_code ignored;
  const bool goesOn = fs::exists(runFile().string() + ".checkpoint", ignored);
  m_state = goesOn ? State::Paused : State::Idle;
  if (!goesOn)
    clearFolder(m_run);
  emit changed();
}

}  // namespace vitrine::app

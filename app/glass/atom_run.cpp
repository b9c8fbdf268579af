#include "app/glass/atom_run.h"

#include "widgets/theme/units.h"

namespace vitrine::app {

namespace {

/// Before that a guess of the time left is worth nothing.
constexpr double kLeastFraction = 0.02;
/// Thermo lines may come by hundreds a second; people see a few.
constexpr qint64 kTellMs = 200;

const QString kResume = QStringLiteral("--resume");

double number(const QJsonObject& object, const char* key) {
  return object.value(QLatin1String(key)).toDouble();
}

}  // namespace

AtomRun::AtomRun(const std::filesystem::path& program, QObject* parent)
    : QObject(parent), m_child(QString::fromStdString(program.string())) {
  connect(&m_child, &ChildRun::progressed, this, &AtomRun::read);
  connect(&m_child, &ChildRun::finished, this, [this](const QJsonObject& result) {
    m_result = result;
    m_fraction = 1.0;
    m_secondsLeft.reset();
    emit changed();
    emit finished();
  });
  connect(&m_child, &ChildRun::failed, this, [this](const QString& sentence) {
    m_failure = sentence;
    m_partial = !m_frame.isEmpty();
    m_secondsLeft.reset();
    emit changed();
  });
}

AtomRun::~AtomRun() = default;

void AtomRun::start(const RunOrder& order) {
  m_order = order;
  m_points.clear();
  m_frame.clear();
  m_frameText.clear();
  launch();
}

void AtomRun::resume() {
  if (!m_order.arguments.contains(kResume))
    m_order.arguments << kResume;
  launch();
}

void AtomRun::launch() {
  m_fraction = -1.0;
  m_secondsLeft.reset();
  m_result.reset();
  m_partial = false;
  m_failure.clear();
  m_begun.reset();
  m_clock.start();
  m_told.start();
  m_child.start(m_order.arguments);
  emit changed();
}

void AtomRun::cancel() {
  m_child.stop();
  m_partial = true;
  m_secondsLeft.reset();
  emit changed();
}

void AtomRun::read(const QJsonObject& line) {
  if (const QJsonValue fraction = line.value(QLatin1String("progress")); fraction.isDouble()) {
    m_fraction = fraction.toDouble();
    // A run that goes on does not begin at zero.
    if (!m_begun)
      m_begun = m_fraction;
    if (const double done = m_fraction - *m_begun; done > kLeastFraction)
      m_secondsLeft = static_cast<double>(m_clock.elapsed()) / 1000.0 * (1.0 - m_fraction) / done;
  }
  if (const QJsonObject thermo = line.value(QLatin1String("thermo")).toObject();
      !thermo.isEmpty()) {
    // What came after the state that a run goes on from counts no more.
    while (!m_points.empty() && m_points.back().timePs >= number(thermo, "time_ps"))
      m_points.pop_back();
    m_points.push_back({thermo.value(QLatin1String("stage")).toString(), number(thermo, "time_ps"),
                        number(thermo, "temperature_K"), number(thermo, "energy_eV"),
                        number(thermo, "volume_A3")});
  }
  if (const QString frame = line.value(QLatin1String("frame")).toString(); !frame.isEmpty()) {
    m_frame = m_order.folder + u'/' + frame;
    m_frameTimePs = number(line, "time_ps");
    m_frameText = tr("%1, %2 K")
                      .arg(line.value(QLatin1String("stage")).toString(),
                           widgets::numberText(number(line, "temperature_K"), 0));
    emit frameCame();
  }
  tell();
}

void AtomRun::tell() {
  if (m_told.elapsed() < kTellMs)
    return;
  m_told.restart();
  emit changed();
}

}  // namespace vitrine::app

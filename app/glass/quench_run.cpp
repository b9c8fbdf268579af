#include "app/glass/quench_run.h"

#include "widgets/theme/units.h"

namespace vitrine::app {

namespace {

/// Before that a guess of the time left is worth nothing.
constexpr double kLeastFraction = 0.02;
/// Thermo lines may come by hundreds a second; people see a few.
constexpr qint64 kTellMs = 200;

double number(const QJsonObject& object, const char* key) {
  return object.value(QLatin1String(key)).toDouble();
}

}  // namespace

QString nameOf(const QuenchOrder& order) {
  return QStringLiteral("%1-%2-%3-%4")
      .arg(order.formula, order.rate, QString::number(order.atoms), QString::number(order.seed));
}

QStringList argumentsFor(const QuenchOrder& order) {
  QStringList words{QStringLiteral("quench"),         order.formula,
                    QStringLiteral("--potential"),    order.potential,
                    QStringLiteral("--rate"),         order.rate,
                    QStringLiteral("--atoms"),        QString::number(order.atoms),
                    QStringLiteral("--seed"),         QString::number(order.seed),
                    QStringLiteral("--lmp"),          order.lmp,
                    QStringLiteral("--out"),          order.folder,
                    QStringLiteral("--json-progress")};
  if (order.resume)
    words << QStringLiteral("--resume");
  return words;
}

QuenchRun::QuenchRun(const std::filesystem::path& program, QObject* parent)
    : QObject(parent), m_child(QString::fromStdString(program.string())) {
  connect(&m_child, &ChildRun::progressed, this, &QuenchRun::read);
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

QuenchRun::~QuenchRun() = default;

void QuenchRun::start(const QuenchOrder& order) {
  m_order = order;
  m_points.clear();
  m_frame.clear();
  m_frameText.clear();
  launch();
}

void QuenchRun::resume() {
  m_order.resume = true;
  launch();
}

void QuenchRun::launch() {
  m_fraction = -1.0;
  m_secondsLeft.reset();
  m_result.reset();
  m_partial = false;
  m_failure.clear();
  m_begun.reset();
  m_clock.start();
  m_told.start();
  m_child.start(argumentsFor(m_order));
  emit changed();
}

void QuenchRun::cancel() {
  m_child.stop();
  m_partial = true;
  m_secondsLeft.reset();
  emit changed();
}

void QuenchRun::read(const QJsonObject& line) {
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
    m_frameText = tr("%1, %2 K")
                      .arg(line.value(QLatin1String("stage")).toString(),
                           widgets::numberText(number(line, "temperature_K"), 0));
    emit frameCame();
  }
  tell();
}

void QuenchRun::tell() {
  if (m_told.elapsed() < kTellMs)
    return;
  m_told.restart();
  emit changed();
}

}  // namespace vitrine::app

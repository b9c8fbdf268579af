#include "app/spectra/pattern_import.h"

#include <utility>

namespace vitrine::app {

namespace {

QString key() {
  return QStringLiteral("measured patterns");
}

}  // namespace

PatternImport::PatternImport(JobRunner& runner, QObject* parent)
    : QObject(parent), m_runner(runner) {
  connect(&runner, &JobRunner::reportsChanged, this, [this] {
    if (m_reading)
      emit progressed();
  });
}

PatternImport::~PatternImport() {
  m_runner.cancel(key());
}

double PatternImport::fraction() const {
  return m_runner.fractionOf(key());
}

void PatternImport::open(const std::filesystem::path& path) {
  m_path = path;
  m_opening = true;
  start([path, preparation = m_preparation](const RunContext& context) {
    return readPatterns(path, preparation, context);
  });
}

void PatternImport::setPreparation(const Preparation& preparation) {
  m_preparation = preparation;
  if (m_reading && m_opening)
    open(m_path);
  else if (m_patterns)
    start([patterns = m_patterns, preparation](const RunContext& context) {
      return preparedAnew(*patterns, preparation, context);
    });
}

void PatternImport::cancel() {
  m_runner.cancel(key());
  m_reading = m_opening = false;
  emit changed();
}

void PatternImport::start(std::function<PatternCollection(const RunContext&)> work) {
  m_reading = true;
  m_failure.clear();
  m_runner.start<PatternCollection>(
      {key(), Priority::Visible}, std::move(work),
      [this](PatternCollection patterns) {
        m_patterns = std::make_shared<const PatternCollection>(std::move(patterns));
        m_reading = m_opening = false;
        emit changed();
      },
      [this](const QString& failure) {
        m_failure = failure;
        m_reading = m_opening = false;
        emit changed();
      });
  emit changed();
}

}  // namespace vitrine::app

#include "app/jobs/job_group.h"

namespace vitrine::app {

JobGroup::JobGroup(JobRunner& runner, QString name, QObject* parent)
    : QObject(parent), m_runner(runner), m_name(std::move(name)) {}

JobGroup::~JobGroup() {
  for (const QString& key : std::as_const(m_keys))
    m_runner.cancel(key);
}

void JobGroup::cancel() {
  for (const QString& key : std::exchange(m_keys, {}))
    m_runner.cancel(key);
  emit changed();
}

double JobGroup::fraction() const {
  return m_keys.isEmpty() ? -1.0 : m_runner.fractionOf(m_keys.front());
}

QString JobGroup::begin() {
  m_keys << QStringLiteral("%1 %2").arg(m_name).arg(++m_count);
  emit changed();
  return m_keys.back();
}

void JobGroup::end(const QString& key) {
  m_keys.removeOne(key);
  emit changed();
}

}  // namespace vitrine::app

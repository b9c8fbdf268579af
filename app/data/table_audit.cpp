#include "app/data/table_audit.h"

#include "app/data/flaw_words.h"
#include "app/jobs/job_runner.h"
#include "engine/core/error.h"

#include <algorithm>
#include <map>
#include <utility>

namespace vitrine::app {

namespace {

using dataset::Fix;

QString jobKey() {
  return QStringLiteral("audit");
}

}  // namespace

TableAudit::TableAudit(TableDesk& desk, JobRunner& runner, QObject* parent)
    : QObject(parent), m_desk(desk), m_runner(runner) {}

TableAudit::~TableAudit() {
  m_runner.cancel(jobKey());
}

double TableAudit::fraction() const {
  return m_runner.fractionOf(jobKey());
}

void TableAudit::start(bool withOthers) {
  if (m_desk.current() == 0)
    return;
  AuditReport report;
  for (const TableId id : m_desk.tables())
    if (withOthers || id == m_desk.current())
      report.tables.push_back({id, m_desk.revision(id), m_desk.snapshot(id)});
  m_running = true;
  m_failure.clear();
  m_runner.start<AuditReport>(
      {jobKey(), Priority::Visible},
      [report = std::move(report)](const RunContext& context) mutable {
        std::vector<dataset::Table> tables;
        for (const auto& each : report.tables)
          tables.push_back(*each.table);
        report.flaws = dataset::audit(tables, context);
        return std::move(report);
      },
      [this](AuditReport found) {
        m_running = false;
        m_report = std::make_shared<const AuditReport>(std::move(found));
        emit changed();
      },
      [this](const QString& sentence) {
        m_running = false;
        m_failure = sentence;
        emit changed();
      });
  emit changed();
}

void TableAudit::cancel() {
  m_runner.cancel(jobKey());
  m_running = false;
  emit changed();
}

bool TableAudit::isStale() const {
  if (!m_report)
    return false;
  const auto& tables = m_report->tables;
  const bool current = std::any_of(tables.begin(), tables.end(), [this](const auto& each) {
    return each.id == m_desk.current();
  });
  return !current || std::any_of(tables.begin(), tables.end(), [this](const auto& each) {
    return !m_desk.has(each.id) || m_desk.revision(each.id) != each.revision;
  });
}

void TableAudit::mend(const std::vector<std::size_t>& flaws) {
  if (!m_report || isStale())
    throw Error(ErrorCode::InvalidInput,
                tr("The table has changed since: audit it again before mending it.").toStdString());
  std::map<std::size_t, std::vector<Fix>> fixes;
  for (const std::size_t index : flaws) {
    const dataset::Flaw& flaw = m_report->flaws[index];
    if (flaw.fix.action != Fix::Action::None)
      fixes[flaw.table].push_back(flaw.fix);
  }
  const auto report = m_report;
  for (const auto& [table, ofTable] : fixes) {
    const AuditReport::Audited& audited = report->tables[table];
    const QString text = ofTable.size() == 1 ? fixText(*audited.table, ofTable.front()).chopped(1)
                                             : tr("Mend %1 flaws").arg(ofTable.size());
    m_desk.edit(audited.id, dataset::editOf(*audited.table, ofTable), text);
  }
}

}  // namespace vitrine::app

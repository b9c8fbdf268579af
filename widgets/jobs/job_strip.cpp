#include "widgets/jobs/job_strip.h"

#include "widgets/jobs/job_row.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace vitrine::widgets {

struct JobStrip::Parts {
  JobStripModel model;
  std::map<QString, qint64> since;  ///< ms of `clock` at which a job was first seen
  QElapsedTimer clock;
  QTimer next;  ///< fires when the next job has run long enough to be shown
  int delayMs = 300;
  QVBoxLayout* layout = nullptr;
  std::vector<JobRowView*> rows;
};

JobStrip::JobStrip(QWidget* parent) : QWidget(parent), m_parts(std::make_unique<Parts>()) {
  setAccessibleName(tr("Running jobs"));
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  m_parts->clock.start();
  m_parts->layout = new QVBoxLayout(this);
  m_parts->layout->setContentsMargins(0, 0, 0, 0);
  m_parts->layout->setSpacing(0);
  m_parts->next.setSingleShot(true);
  connect(&m_parts->next, &QTimer::timeout, this, &JobStrip::refresh);
  setVisible(false);
}

JobStrip::~JobStrip() = default;

void JobStrip::setModel(const JobStripModel& model) {
  Parts& p = *m_parts;
  p.model = model;
  std::map<QString, qint64> since;
  for (const JobRow& row : model.rows) {
    const auto known = p.since.find(row.id);
    since[row.id] = known == p.since.end() ? p.clock.elapsed() : known->second;
  }
  p.since = std::move(since);
  refresh();
}

const JobStripModel& JobStrip::model() const {
  return m_parts->model;
}

void JobStrip::setDelay(int milliseconds) {
  m_parts->delayMs = milliseconds;
  refresh();
}

void JobStrip::refresh() {
  Parts& p = *m_parts;
  std::vector<const JobRow*> ripe;
  qint64 wait = -1;
  for (const JobRow& row : p.model.rows) {
    const qint64 left = p.since[row.id] + p.delayMs - p.clock.elapsed();
    if (left <= 0 || !row.failure.isEmpty())
      ripe.push_back(&row);
    else
      wait = wait < 0 ? left : std::min(wait, left);
  }
  while (p.rows.size() < ripe.size()) {
    auto* row = new JobRowView;
    connect(row, &JobRowView::cancelRequested, this, &JobStrip::cancelRequested);
    connect(row, &JobRowView::dismissed, this, &JobStrip::dismissed);
    p.layout->addWidget(row);
    p.rows.push_back(row);
  }
  for (std::size_t i = 0; i < p.rows.size(); ++i) {
    if (i < ripe.size())
      p.rows[i]->setModel(*ripe[i]);
    p.rows[i]->setVisible(i < ripe.size());
  }
  setVisible(!ripe.empty());
  if (wait >= 0)
    p.next.start(static_cast<int>(wait) + 1);
  else
    p.next.stop();
}

}  // namespace vitrine::widgets

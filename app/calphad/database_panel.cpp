#include "app/calphad/database_panel.h"

#include "app/jobs/work_row.h"
#include "app/services/thermodynamic_database.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace vitrine::app {

namespace {

/// So many phases are named.
constexpr std::size_t kMostPhases = 400;

}  // namespace

DatabasePanel::DatabasePanel(ThermodynamicDatabase& database, QWidget* parent)
    : QGroupBox(tr("Thermodynamic database"), parent),
      m_database(database),
      m_name(new QLabel(this)),
      m_reading(new WorkRow(tr("reading the database"), this)),
      m_failure(addFailureLabel(tr("What went wrong with the database"), this)),
      m_contents(new QPlainTextEdit(this)) {
  auto* open = new QPushButton(tr("&Open…"), this);
  open->setToolTip(tr("Open a thermodynamic database in the TDB format"));
  connect(open, &QPushButton::clicked, this, &DatabasePanel::fileWanted);
  m_name->setAccessibleName(tr("Name of the database"));
  m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  m_contents->setAccessibleName(tr("What the database holds"));
  m_contents->setReadOnly(true);
  m_contents->setTabChangesFocus(true);
  m_contents->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  auto* row = new QHBoxLayout;
  row->addWidget(m_name, 1);
  row->addWidget(open);
  auto* column = new QVBoxLayout(this);
  column->addLayout(row);
  column->addWidget(m_reading);
  column->addWidget(m_failure);
  column->addWidget(m_contents, 1);
  connect(m_reading, &WorkRow::cancelled, &database, &ThermodynamicDatabase::cancel);
  connect(&database, &ThermodynamicDatabase::changed, this, &DatabasePanel::refresh);
  refresh();
}

void DatabasePanel::refresh() {
  if (m_database.isReading())
    m_reading->tell(tr("Reading"), -1.0);
  else
    m_reading->hide();
  showFailure(*m_failure, m_database.failure());
  const bool open = m_database.database() != nullptr;
  m_name->setText(open ? m_database.name() : tr("None is open."));
  m_name->setToolTip(m_database.path());
  m_contents->setPlainText(
      open ? contents()
           : tr("Phase diagrams and melting ranges are computed from a thermodynamic database in "
                "the TDB format. None comes with the program; open one or drop it here."));
}

QString DatabasePanel::contents() const {
  const calphad::Database& database = *m_database.database();
  QStringList elements;
  for (const auto& symbol : m_database.elements())
    elements << QString::fromStdString(symbol);
  QStringList phases;
  for (std::size_t i = 0; i < std::min(database.phases.size(), kMostPhases); ++i) {
    const auto& phase = database.phases[i];
    const QString name = QString::fromStdString(phase.name);
    phases << (phase.rejected ? tr("%1 (rejected)").arg(name) : name);
  }
  QStringList lines{
      tr("%1 elements: %2").arg(elements.size()).arg(elements.join(QStringLiteral(", "))),
      {},
      tr("%1 phases: %2").arg(database.phases.size()).arg(phases.join(QStringLiteral(", ")))};
  if (!database.header.empty())
    lines << QString() << tr("What the file says of itself:");
  for (const auto& line : database.header)
    lines << QString::fromStdString(line);
  if (!database.notes.empty())
    lines << QString() << tr("Left out or doubtful:");
  for (const Finding& note : database.notes) {
    const QString message = QString::fromStdString(note.message);
    lines << (note.position > 0 ? tr("Line %1: %2").arg(note.position).arg(message) : message);
  }
  return lines.join(u'\n');
}

}  // namespace vitrine::app

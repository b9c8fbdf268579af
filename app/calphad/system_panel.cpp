#include "app/calphad/system_panel.h"

#include "app/jobs/work_row.h"
#include "engine/alloy/element.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace vitrine::app {

namespace {

constexpr int kProgressMs = 100;
constexpr int kLowestK = 300;
constexpr int kHighestK = 1500;
constexpr int kUsualK = 500;
constexpr int kStepK = 100;
constexpr std::array kDivisions{10, 20, 40};
constexpr std::array kDataSetElements{"Al", "Co", "Cr", "Fe", "Ni"};

/// Lighter elements are additions, seldom one side of a diagram.
int firstMetal(const std::vector<std::string>& symbols) {
  constexpr int kNeon = 10;
  const auto found = std::find_if(symbols.begin(), symbols.end(), [](const std::string& symbol) {
    const auto* element = alloy::findElement(symbol);
    return element != nullptr && element->atomicNumber > kNeon;
  });
  return found == symbols.end() ? 0 : static_cast<int>(found - symbols.begin());
}

}  // namespace

SystemPanel::SystemPanel(CalphadRun& run, const ThermodynamicDatabase& database, QWidget* parent)
    : QGroupBox(tr("System"), parent),
      m_run(run),
      m_database(database),
      m_elements{new QComboBox(this), new QComboBox(this), new QComboBox(this)},
      m_lowest(new QSpinBox(this)),
      m_step(new QComboBox(this)),
      m_compute(new QPushButton(tr("&Compute"), this)),
      m_table(new QPushButton(tr("&Make a table of this run"), this)),
      m_dataSet(new QPushButton(tr("Compute the &16 systems"), this)),
      m_work(new WorkRow(tr("computing"), this)),
      m_failure(addFailureLabel(tr("What went wrong with the computation"), this)),
      m_words(new QLabel(this)),
      m_progress(new QTimer(this)) {
  build();
  for (auto* element : m_elements)
    connect(element, &QComboBox::currentTextChanged, this, &SystemPanel::refresh);
  connect(m_lowest, &QSpinBox::valueChanged, this, &SystemPanel::refresh);
  connect(m_step, &QComboBox::currentIndexChanged, this, &SystemPanel::refresh);
  connect(m_compute, &QPushButton::clicked, this, [this] {
    if (const auto wanted = request())
      m_run.compute(*wanted);
  });
  connect(m_dataSet, &QPushButton::clicked, this, [this] { m_run.computeDataSet(m_database); });
  connect(m_table, &QPushButton::clicked, this, &SystemPanel::tableWanted);
  connect(m_work, &WorkRow::cancelled, &run, &CalphadRun::cancel);
  connect(&run, &CalphadRun::changed, this, &SystemPanel::refresh);
  connect(&database, &ThermodynamicDatabase::changed, this, &SystemPanel::fillElements);
  m_progress->setInterval(kProgressMs);
  connect(m_progress, &QTimer::timeout, this, &SystemPanel::showProgress);
  fillElements();
}

void SystemPanel::build() {
  const QStringList names{tr("First element"), tr("Second element"), tr("Third element")};
  auto* elements = new QHBoxLayout;
  for (std::size_t i = 0; i < m_elements.size(); ++i) {
    m_elements[i]->setAccessibleName(names[static_cast<qsizetype>(i)]);
    elements->addWidget(m_elements[i], 1);
  }
  m_elements[2]->setToolTip(
      tr("– for a binary phase diagram, an element for a liquidus "
         "projection"));
  m_lowest->setAccessibleName(tr("Lowest temperature"));
  m_lowest->setRange(kLowestK, kHighestK);
  m_lowest->setSingleStep(kStepK);
  m_lowest->setValue(kUsualK);
  m_lowest->setSuffix(QStringLiteral(" K"));
  m_step->setAccessibleName(tr("Step of the triangle"));
  for (const int divisions : kDivisions)
    m_step->addItem(tr("%1 at.%").arg(100.0 / divisions), divisions);
  m_step->setCurrentIndex(1);
  m_table->setToolTip(tr("Solidus and liquidus of the run as a table of the data desk"));
  m_dataSet->setToolTip(
      tr("Solidus and liquidus of Al, Co, Cr, Fe and Ni, their ten binary and "
         "six of their ternary systems in steps of 5 at.%: 1221 alloys, as a "
         "table; takes minutes"));
  m_words->setWordWrap(true);
  m_words->setForegroundRole(QPalette::PlaceholderText);
  auto* form = new QFormLayout;
  form->addRow(tr("Elements"), elements);
  form->addRow(tr("&Down to"), m_lowest);
  form->addRow(tr("&Step"), m_step);
  auto* column = new QVBoxLayout(this);
  column->addLayout(form);
  column->addWidget(m_compute);
  column->addWidget(m_work);
  column->addWidget(m_failure);
  column->addWidget(m_words);
  column->addWidget(m_table);
  column->addWidget(m_dataSet);
}

void SystemPanel::fillElements() {
  for (std::size_t i = 0; i < m_elements.size(); ++i) {
    QComboBox* box = m_elements[i];
    const QSignalBlocker quiet(box);
    const QString before = box->currentText();
    box->clear();
    if (i == 2)
      box->addItem(QStringLiteral("–"));
    for (const auto& symbol : m_database.elements())
      box->addItem(QString::fromStdString(symbol));
    const int known = box->findText(before);
    const int proposed = i == 0 ? firstMetal(m_database.elements()) : i == 1 ? box->count() - 1 : 0;
    box->setCurrentIndex(known >= 0 ? known : proposed);
  }
  refresh();
}

void SystemPanel::propose(const std::vector<std::string>& symbols) {
  std::vector<QString> known;
  for (const auto& symbol : symbols) {
    if (m_elements[0]->findText(QString::fromStdString(symbol)) >= 0)
      known.push_back(QString::fromStdString(symbol));
  }
  if (known.size() < 2 || known.size() > 3)
    return;
  known.resize(3, QStringLiteral("–"));
  for (std::size_t i = 0; i < m_elements.size(); ++i)
    m_elements[i]->setCurrentText(known[i]);
}

std::optional<CalphadRequest> SystemPanel::request() const {
  CalphadRequest request{m_database.database(),
                         m_database.name(),
                         {},
                         double(m_lowest->value()),
                         m_step->currentData().toInt()};
  for (std::size_t i = 0; i < m_elements.size(); ++i) {
    if (i < 2 || m_elements[i]->currentIndex() > 0)
      request.symbols.push_back(m_elements[i]->currentText().toStdString());
  }
  const std::set<std::string> different(request.symbols.begin(), request.symbols.end());
  if (!request.database || different.size() < request.symbols.size() || different.contains({}))
    return {};
  return request;
}

void SystemPanel::refresh() {
  const bool ternary = m_elements[2]->currentIndex() > 0;
  const bool open = m_database.database() != nullptr;
  for (auto* element : m_elements)
    element->setEnabled(open);
  m_lowest->setEnabled(open && !ternary);
  m_step->setEnabled(open && ternary);
  const auto wanted = request();
  m_compute->setEnabled(wanted && !m_run.isRunning());
  const auto& elements = m_database.elements();
  const bool hasFive = std::all_of(
      kDataSetElements.begin(), kDataSetElements.end(), [&elements](const char* symbol) {
        return std::find(elements.begin(), elements.end(), symbol) != elements.end();
      });
  m_dataSet->setEnabled(hasFive && !m_run.isRunning());
  m_table->setEnabled(m_run.outcome() != nullptr);
  showFailure(*m_failure, m_run.failure());
  QString words;
  if (open && !wanted)
    words = tr("Choose different elements.");
  else if (m_run.outcome() && wanted && !(m_run.outcome()->request == *wanted))
    words = tr("The choices are others by now; what is shown is %1 of %2.")
                .arg(QString::fromStdString(systemName(m_run.outcome()->request.symbols)),
                     m_run.outcome()->request.databaseName);
  m_words->setText(words);
  m_words->setVisible(!words.isEmpty());
  showProgress();
  emit requestChanged();
}

void SystemPanel::showProgress() {
  if (m_run.isRunning()) {
    m_work->tell(m_run.title(), m_run.fraction());
    if (!m_progress->isActive())
      m_progress->start();
  } else {
    m_progress->stop();
    m_work->hide();
  }
}

}  // namespace vitrine::app

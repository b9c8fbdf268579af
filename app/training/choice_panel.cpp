#include "app/training/choice_panel.h"

#include "app/jobs/work_row.h"
#include "app/pages/model_names.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QGroupBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrine::app {

using dataset::SplitKind;
using prediction::Property;

namespace {

constexpr std::array kSplits{SplitKind::Random, SplitKind::Grouped, SplitKind::LeaveOneElementOut};
constexpr int kMostTrials = 1000;
constexpr int kMostSeeds = 100;
constexpr int kFirstSeeds = 5;
constexpr int kTableLines = 4;
constexpr int kFewestLetters = 14;

/// A temperature in K, or nobody knows.
bool mayBeKelvin(const dataset::PropertyColumn& column) {
  return column.unit.empty() || column.unit == "K";
}

}  // namespace

ChoicePanel::ChoicePanel(TableDesk& desk, StudyRun& run, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_run(run),
      m_tables(new QListWidget(this)),
      m_property(new QComboBox(this)),
      m_column(new QComboBox(this)),
      m_features(new QComboBox(this)),
      m_search(new QSpinBox(this)),
      m_seeds(new QSpinBox(this)),
      m_train(new QPushButton(tr("&Train"), this)),
      m_work(new WorkRow(tr("the training"), this)),
      m_state(new QLabel(this)),
      m_failure(addFailureLabel(tr("What went wrong with the training"), this)) {
  build();
  connect(&desk, &TableDesk::tablesChanged, this, &ChoicePanel::listTables);
  // Where nothing is chosen, the current table is.
  connect(&desk, &TableDesk::currentChanged, this, [this] {
    if (chosenTables().empty())
      listTables();
  });
  connect(&desk, &TableDesk::tableChanged, this, [this] {
    listColumns();
    refresh();
  });
  connect(m_tables, &QListWidget::itemChanged, this, [this] {
    listColumns();
    refresh();
  });
  connect(m_property, &QComboBox::currentIndexChanged, this, [this] {
    listColumns();
    refresh();
  });
  for (auto* box : {m_column, m_features})
    connect(box, &QComboBox::currentIndexChanged, this, &ChoicePanel::refresh);
  for (auto* box : m_models)
    connect(box, &QCheckBox::toggled, this, &ChoicePanel::refresh);
  for (auto* box : m_splits)
    connect(box, &QCheckBox::toggled, this, &ChoicePanel::refresh);
  for (auto* box : {m_search, m_seeds})
    connect(box, &QSpinBox::valueChanged, this, &ChoicePanel::refresh);
  connect(m_train, &QPushButton::clicked, this, [this] { m_run.start(input()); });
  connect(m_work, &WorkRow::cancelled, &run, &StudyRun::cancel);
  connect(&run, &StudyRun::changed, this, &ChoicePanel::showProgress);
  connect(&run, &StudyRun::progressed, this, &ChoicePanel::showProgress);
  listTables();
}

void ChoicePanel::build() {
  m_tables->setAccessibleName(tr("Tables to learn from"));
  m_tables->setToolTip(
      tr("Several tables are merged: one row for each alloy, the median where "
         "they differ"));
  m_tables->setFixedHeight(kTableLines * (fontMetrics().height() + 6));
  m_property->addItem(tr("Tg, glass transition"), static_cast<int>(Property::Tg));
  m_property->addItem(tr("Tm, liquidus"), static_cast<int>(Property::Tm));
  m_property->setAccessibleName(tr("Property to learn"));
  m_column->setAccessibleName(tr("Column to learn"));
  m_column->setToolTip(tr("The column of the tables that holds the property in K"));
  m_features->addItem(tr("at.% of each element"),
                      static_cast<int>(prediction::FeatureSet::Percentages));
  m_features->addItem(tr("and averages of element facts"),
                      static_cast<int>(prediction::FeatureSet::Averages));
  m_features->setAccessibleName(tr("What models see of an alloy"));
  for (auto* box : {m_property, m_column, m_features}) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(kFewestLetters);
  }
  m_search->setRange(0, kMostTrials);
  m_search->setSpecialValueText(tr("none"));
  m_search->setAccessibleName(tr("Random-search trials for each model"));
  m_search->setToolTip(
      tr("0 takes the documented settings; the search goes on anew inside every "
         "split, so that no test row has a say"));
  m_seeds->setRange(1, kMostSeeds);
  m_seeds->setValue(kFirstSeeds);
  m_seeds->setAccessibleName(tr("Number of splits"));
  m_seeds->setToolTip(tr("Each sets another fifth aside; figures are means over them"));
  m_state->setWordWrap(true);

  auto* what = new QGroupBox(tr("1  What to learn"), this);
  auto* whatForm = new QFormLayout(what);
  whatForm->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  whatForm->addRow(m_tables);
  whatForm->addRow(tr("&Property"), m_property);
  whatForm->addRow(tr("Colu&mn"), m_column);

  auto* models = new QGroupBox(tr("2  Which models"), this);
  auto* grid = new QGridLayout(models);
  for (std::size_t i = 0; i < m_models.size(); ++i) {
    m_models[i] = new QCheckBox(predictorTitle(i), models);
    m_models[i]->setChecked(true);
    grid->addWidget(m_models[i], static_cast<int>(i / 2), static_cast<int>(i % 2));
  }
  auto* note = new QLabel(tr("Two or more make a blend."), models);
  note->setForegroundRole(QPalette::PlaceholderText);
  auto* modelForm = new QFormLayout;
  modelForm->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  modelForm->addRow(tr("They s&ee"), m_features);
  modelForm->addRow(tr("Sea&rch trials"), m_search);
  grid->addWidget(note, 3, 0, 1, 2);
  grid->addLayout(modelForm, 4, 0, 1, 2);

  auto* judged = new QGroupBox(tr("3  How they are judged"), this);
  auto* judgedColumn = new QVBoxLayout(judged);
  const std::array<std::pair<QString, QString>, 3> words{{
      {tr("Random rows"), tr("A fifth of the rows set aside at random. Flatters: near relatives "
                             "of the test alloys stay in the training part")},
      {tr("Whole alloy systems"), tr("A fifth of the systems set aside: how well alloys of a new "
                                     "set of elements are predicted")},
      {tr("One element left out"),
       tr("All alloys with an element set aside, for one element after the other: one training "
          "for each element, however many splits are chosen")},
  }};
  for (std::size_t i = 0; i < m_splits.size(); ++i) {
    m_splits[i] = new QCheckBox(words[i].first, judged);
    m_splits[i]->setToolTip(words[i].second);
    m_splits[i]->setChecked(kSplits[i] != SplitKind::LeaveOneElementOut);
    judgedColumn->addWidget(m_splits[i]);
  }
  auto* seeds = new QFormLayout;
  seeds->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  seeds->addRow(tr("Sp&lits"), m_seeds);
  judgedColumn->addLayout(seeds);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 4, 0);
  column->addWidget(what);
  column->addWidget(models);
  column->addWidget(judged);
  column->addWidget(m_train);
  column->addWidget(m_work);
  column->addWidget(m_state);
  column->addWidget(m_failure);
  column->addStretch(1);
}

std::vector<TableId> ChoicePanel::chosenTables() const {
  std::vector<TableId> chosen;
  for (int row = 0; row < m_tables->count(); ++row)
    if (m_tables->item(row)->checkState() == Qt::Checked)
      chosen.push_back(m_tables->item(row)->data(Qt::UserRole).toULongLong());
  return chosen;
}

void ChoicePanel::listTables() {
  const auto chosen = chosenTables();
  {
    const QSignalBlocker quiet(m_tables);
    m_tables->clear();
    for (const TableId id : m_desk.tables()) {
      auto* item = new QListWidgetItem(QString::fromStdString(m_desk.table(id).name), m_tables);
      item->setData(Qt::UserRole, QVariant::fromValue(id));
      item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
      const bool first = chosen.empty() && id == m_desk.current();
      const bool before = std::ranges::find(chosen, id) != chosen.end();
      item->setCheckState(first || before ? Qt::Checked : Qt::Unchecked);
    }
  }
  listColumns();
  refresh();
}

void ChoicePanel::listColumns() {
  const QSignalBlocker quiet(m_column);
  const QString before = m_column->currentData().toString();
  const auto property = static_cast<Property>(m_property->currentData().toInt());
  const auto own = prediction::propertyColumn(property);
  const QString ownName = QString::fromUtf8(own.data(), static_cast<qsizetype>(own.size()));
  m_column->clear();
  m_column->addItem(ownName, QString());
  for (const TableId id : chosenTables())
    for (const auto& column : m_desk.table(id).columns) {
      const QString name = QString::fromStdString(dataset::headerOf(column));
      if (mayBeKelvin(column) && name != ownName && m_column->findData(name) < 0)
        m_column->addItem(name, name);
    }
  m_column->setCurrentIndex(std::max(0, m_column->findData(before)));
}

StudyRequest ChoicePanel::request() const {
  StudyRequest request;
  request.tables = chosenTables();
  for (const TableId id : request.tables)
    request.revisions.push_back(m_desk.revision(id));
  request.property = static_cast<Property>(m_property->currentData().toInt());
  request.column = m_column->currentData().toString().toStdString();
  for (std::size_t i = 0; i < m_models.size(); ++i)
    if (m_models[i]->isChecked())
      request.models.push_back(regression::kModelKinds[i]);
  request.features = static_cast<prediction::FeatureSet>(m_features->currentData().toInt());
  request.searchTrials = m_search->value();
  for (std::size_t i = 0; i < m_splits.size(); ++i)
    if (m_splits[i]->isChecked())
      request.splits.push_back(kSplits[i]);
  request.seeds = m_seeds->value();
  return request;
}

StudyInput ChoicePanel::input() const {
  StudyInput input{request(), {}};
  for (const TableId id : input.request.tables)
    input.tables.push_back(m_desk.snapshot(id));
  return input;
}

QString ChoicePanel::obstacle() const {
  const StudyRequest chosen = request();
  if (m_desk.tables().empty())
    return tr("There is no table yet; open one on the page Tables.");
  if (chosen.tables.empty())
    return tr("Choose a table to learn from.");
  if (chosen.models.empty())
    return tr("Choose a model at least.");
  if (chosen.splits.empty())
    return tr("Choose how the models are judged.");
  return {};
}

void ChoicePanel::refresh() {
  showProgress();
  emit requestChanged();
}

void ChoicePanel::showProgress() {
  const auto& study = m_run.study();
  const QString lacks = obstacle();
  m_train->setEnabled(!study.running && lacks.isEmpty());
  if (study.running)
    m_work->tell(tr("Training"), m_run.fraction());
  else
    m_work->hide();
  QString words = lacks;
  if (study.running)
    words = m_run.secondsLeft() ? timeLeftText(*m_run.secondsLeft()) : tr("The training starts");
  m_state->setText(words);
  m_state->setVisible(!words.isEmpty());
  showFailure(*m_failure, study.failure);
}

}  // namespace vitrine::app

#include "app/training/kept_models_panel.h"

#include "app/jobs/work_row.h"
#include "widgets/theme/units.h"
#include "widgets/training/sheet.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <cmath>

namespace vitrine::app {

using prediction::Property;
using widgets::DataCell;
using widgets::numberText;

namespace {

QString textOf(std::string_view words) {
  return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

/// The score of what a model shows: its blend, or its only model.
const prediction::Score* shownScore(const std::map<std::string, prediction::Score>& scores) {
  const auto found = scores.find("blend");
  return found == scores.end() ? nullptr : &found->second;
}

void addRow(widgets::SheetModel& sheet, const QString& name, const prediction::ModelCard& card,
            const QString& speaks) {
  QStringList words{name, textOf(prediction::propertyName(card.property)),
                    QString::number(card.rows), QString::fromStdString(card.dataName),
                    QString::number(card.blendWeights.size())};
  std::vector<DataCell> numbers;
  for (const QString& word : words)
    numbers.emplace_back(word);
  for (const auto* scores : {&card.randomScores, &card.groupedScores}) {
    const auto* score = shownScore(*scores);
    const double rmse = score == nullptr ? std::nan("") : score->rmseK;
    words << (std::isfinite(rmse) ? numberText(rmse, 1) : QStringLiteral("–"));
    numbers.emplace_back(rmse);
  }
  words << numberText(100.0 * card.coverage90, 0) << numberText(card.meanWidthK, 0)
        << QString::fromStdString(card.trained) << speaks;
  numbers.emplace_back(card.coverage90);
  numbers.emplace_back(card.meanWidthK);
  numbers.emplace_back(QString::fromStdString(card.trained));
  sheet.rows.push_back(words);
  sheet.numbers.rows.push_back(std::move(numbers));
}

}  // namespace

KeptModelsPanel::KeptModelsPanel(ModelLibrary& library, StudyRun& run, QWidget* parent)
    : QWidget(parent),
      m_library(library),
      m_run(run),
      m_name(new QLineEdit(this)),
      m_keep(new QPushButton(tr("&Keep"), this)),
      m_models(new widgets::Sheet(tr("Kept models"), this)),
      m_use(new QPushButton(tr("&Use in the workbench"), this)),
      m_rename(new QPushButton(tr("Re&name"), this)),
      m_remove(new QPushButton(tr("&Delete"), this)),
      m_export(new QPushButton(tr("E&xport…"), this)),
      m_shippedTg(new QPushButton(tr("Shipped T&g again"), this)),
      m_shippedTm(new QPushButton(tr("Shipped T&m again"), this)),
      m_said(new QLabel(this)),
      m_failure(addFailureLabel(tr("What went wrong with the models"), this)) {
  build();
  connect(m_name, &QLineEdit::textChanged, this, &KeptModelsPanel::refresh);
  connect(m_keep, &QPushButton::clicked, this, [this] {
    say({});
    m_library.keep(m_name->text(), m_run.study().result->model);
  });
  connect(m_models, &QTableWidget::itemSelectionChanged, this, &KeptModelsPanel::refresh);
  connect(m_use, &QPushButton::clicked, this, [this] {
    say({});
    m_library.use(chosen()->card.property, chosen()->name);
  });
  connect(m_rename, &QPushButton::clicked, this, [this] {
    say({});
    m_library.rename(chosen()->name, m_name->text());
  });
  connect(m_remove, &QPushButton::clicked, this, [this] {
    say({});
    m_library.remove(chosen()->name);
  });
  connect(m_export, &QPushButton::clicked, this, &KeptModelsPanel::chooseFile);
  connect(m_shippedTg, &QPushButton::clicked, this, [this] { m_library.use(Property::Tg, {}); });
  connect(m_shippedTm, &QPushButton::clicked, this, [this] { m_library.use(Property::Tm, {}); });
  connect(&library, &ModelLibrary::ownChanged, this, &KeptModelsPanel::refresh);
  connect(&library, &ModelLibrary::usedChanged, this, &KeptModelsPanel::refresh);
  connect(&library, &ModelLibrary::changed, this, &KeptModelsPanel::refresh);
  connect(&library, &ModelLibrary::kept, this,
          [this](const QString& name) { say(tr("Kept as “%1”.").arg(name)); });
  connect(&library, &ModelLibrary::exported, this,
          [this](const QString& file) { say(tr("Written to %1").arg(file)); });
  connect(&library, &ModelLibrary::refused, this, &KeptModelsPanel::refuse);
  connect(&library, &ModelLibrary::problem, this, &KeptModelsPanel::refuse);
  connect(&run, &StudyRun::changed, this, &KeptModelsPanel::refresh);
  refresh();
}

void KeptModelsPanel::build() {
  m_name->setAccessibleName(tr("Name of the model"));
  m_name->setPlaceholderText(tr("Name, e.g. Zr glasses"));
  m_keep->setToolTip(tr("Write the model trained last under this name"));
  m_use->setToolTip(
      tr("Cards, curves and maps come from it from now on; one click on the card "
         "leads back"));
  m_rename->setToolTip(tr("Give the chosen model the name above"));
  m_export->setToolTip(tr("Write the model to a file, for vitrine predict --resources"));
  auto* name = new QLabel(tr("N&ame"), this);
  name->setBuddy(m_name);
  auto* keeping = new QHBoxLayout;
  keeping->addWidget(name);
  keeping->addWidget(m_name, 1);
  keeping->addWidget(m_keep);
  keeping->addWidget(m_rename);
  auto* buttons = new QHBoxLayout;
  for (auto* button : {m_use, m_export, m_remove})
    buttons->addWidget(button);
  buttons->addStretch(1);
  buttons->addWidget(m_shippedTg);
  buttons->addWidget(m_shippedTm);
  m_said->setWordWrap(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(4, 6, 4, 0);
  column->addLayout(keeping);
  column->addWidget(m_models);
  column->addLayout(buttons);
  column->addWidget(m_said);
  column->addWidget(m_failure);
  column->addStretch(1);
}

const ModelLibrary::OwnModel* KeptModelsPanel::chosen() const {
  const auto* item = m_models->item(m_models->currentRow(), 0);
  if (item == nullptr || m_models->selectedItems().isEmpty())
    return nullptr;
  for (const auto& model : m_library.own())
    if (model.name == item->text())
      return &model;
  return nullptr;
}

void KeptModelsPanel::refresh() {
  widgets::SheetModel sheet;
  sheet.fileName = QStringLiteral("kept-models");
  const QString folds = tr("RMSE of the blend in K on rows it had not seen: eight folds by");
  sheet.headers = {tr("Name"),    tr("Property"),    tr("Rows"),         tr("Data"),
                   tr("Models"),  tr("RMSE random"), tr("RMSE systems"), tr("90 % holds"),
                   tr("Width/K"), tr("Trained"),     tr("Workbench")};
  sheet.tips = {QString(),
                QString(),
                QString(),
                QString(),
                QString(),
                folds + u' ' + tr("single rows"),
                folds + u' ' + tr("whole alloy systems"),
                tr("Per cent of the held-out rows that the 90 % interval holds"),
                tr("Mean width of that interval"),
                QString(),
                tr("Which model speaks in the workbench")};
  sheet.numbers.headers = {QStringLiteral("name"),           QStringLiteral("property"),
                           QStringLiteral("rows"),           QStringLiteral("data"),
                           QStringLiteral("models"),         QStringLiteral("rmse_random_K"),
                           QStringLiteral("rmse_grouped_K"), QStringLiteral("coverage90"),
                           QStringLiteral("mean_width_K"),   QStringLiteral("trained")};
  const QString speaks = tr("speaks");
  for (const auto& model : m_library.own()) {
    if (!model.failure.isEmpty()) {
      sheet.rows.push_back({model.name, tr("cannot be read: %1").arg(model.failure)});
      continue;
    }
    const bool used = m_library.used(model.card.property) == model.name;
    addRow(sheet, model.name, model.card, used ? speaks : QString());
  }
  for (const Property property : {Property::Tg, Property::Tm})
    if (const auto shipped = m_library.model(property);
        shipped && m_library.used(property).isEmpty())
      addRow(sheet, tr("(shipped)"), shipped->card(), speaks);
  if (sheet.rows != m_models->model().rows)
    m_models->setModel(sheet);
  const auto* model = chosen();
  const bool readable = model != nullptr && model->failure.isEmpty();
  const bool named = !m_name->text().trimmed().isEmpty();
  m_keep->setEnabled(named && m_run.study().result != nullptr);
  m_use->setEnabled(readable && m_library.used(model->card.property) != model->name);
  m_rename->setEnabled(model != nullptr && named);
  m_remove->setEnabled(model != nullptr);
  m_export->setEnabled(readable);
  m_shippedTg->setEnabled(!m_library.used(Property::Tg).isEmpty());
  m_shippedTm->setEnabled(!m_library.used(Property::Tm).isEmpty());
}

void KeptModelsPanel::say(const QString& sentence) {
  m_said->setText(sentence);
  showFailure(*m_failure, {});
}

void KeptModelsPanel::refuse(const QString& sentence) {
  m_said->clear();
  showFailure(*m_failure, sentence);
}

void KeptModelsPanel::chooseFile() {
  auto* dialog =
      new QFileDialog(this, tr("Save the model"),
                      QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                      tr("Models (*.vitrine-model)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("vitrine-model"));
  dialog->selectFile(chosen()->name);
  connect(dialog, &QFileDialog::fileSelected, this, &KeptModelsPanel::exportTo);
  dialog->open();
}

void KeptModelsPanel::exportTo(const QString& path) {
  if (const auto* model = chosen())
    m_library.exportTo(model->name, path.toStdString());
}

}  // namespace vitrine::app

#include "app/glass/barcode_page.h"

#include "app/glass/barcode_words.h"
#include "app/jobs/work_row.h"
#include "app/settings/settings.h"
#include "engine/atomistic/polyhedra.h"
#include "widgets/structure/structure_view.h"
#include "widgets/theme/segment_button.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace vitrine::app {

namespace {

using widgets::BarcodeMeasure;

constexpr int kModelCharacters = 22;
constexpr int kEnergyCharacters = 10;
constexpr QSize kCardSize(620, 520);
// At first.
constexpr int kChartHeight = 330;
constexpr int kLowerHeight = 300;
constexpr int kKernelWidth = 540;
constexpr int kFactsWidth = 400;
/// Spheres that do not hide those behind them.
constexpr double kKernelRadii = 0.45;

QLabel* words(const QString& name, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setAccessibleName(name);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  return label;
}

}  // namespace

BarcodePage::BarcodePage(GlassDesk& desk, BarcodeReadings& readings, Settings& settings,
                         QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_readings(readings),
      m_settings(settings),
      m_models(new QComboBox(this)),
      m_about(new QPushButton(tr("&About this model"), this)),
      m_energy(new QLineEdit(this)),
      m_failure(addFailureLabel(tr("Why there is no barcode"), this)),
      m_goOn(new QPushButton(tr("&Go on reading"), this)),
      m_work(new WorkRow(tr("the barcode"), this)),
      m_measures(new QButtonGroup(this)),
      m_chart(new widgets::BarcodeChart(this)),
      m_kernel(new widgets::StructureView(this)),
      m_barWords(words(tr("The chosen bar"), this)),
      m_atoms(new QPushButton(tr("Show its a&toms in the glass"), this)),
      m_facts(words(tr("What the barcode says"), this)),
      m_cautions(words(tr("What takes away from it"), this)) {
  m_kernel->setAccessibleName(tr("Environment of the chosen bar"));
  auto* lower = new QSplitter(Qt::Horizontal, this);
  lower->addWidget(kernelSide());
  lower->addWidget(factSide());
  lower->setChildrenCollapsible(false);
  lower->setSizes({kKernelWidth, kFactsWidth});
  auto* both = new QSplitter(Qt::Vertical, this);
  auto* upper = new QWidget(this);
  auto* chart = new QVBoxLayout(upper);
  chart->setContentsMargins(0, 0, 0, 0);
  chart->addWidget(measureRow());
  chart->addWidget(m_chart, 1);
  both->addWidget(upper);
  both->addWidget(lower);
  both->setChildrenCollapsible(false);
  both->setSizes({kChartHeight, kLowerHeight});
  auto* stopped = new QHBoxLayout;
  stopped->addWidget(m_failure, 1);
  stopped->addWidget(m_goOn);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(4, 4, 4, 4);
  column->addWidget(modelRow());
  column->addLayout(stopped);
  column->addWidget(m_work);
  column->addWidget(both, 1);
  connect(&desk, &GlassDesk::currentChanged, this, &BarcodePage::want);
  connect(&desk, &GlassDesk::highlightChanged, this, [this] {
    if (const auto barcode = m_readings.barcode(m_desk.current());
        barcode && !m_desk.highlight() && m_bar && !barcode->atomsOf(*m_bar).empty())
      chooseBar(std::nullopt);
  });
  connect(&readings, &BarcodeReadings::changed, this, &BarcodePage::refresh);
  connect(m_work, &WorkRow::cancelled, &readings, &BarcodeReadings::cancel);
  connect(m_goOn, &QPushButton::clicked, this, [this] { m_readings.goOn(m_desk.current()); });
  connect(m_chart, &widgets::BarcodeChart::barChosen, this, &BarcodePage::chooseBar);
  connect(m_atoms, &QPushButton::clicked, this, &BarcodePage::atomsWanted);
  refresh();
}

QWidget* BarcodePage::modelRow() {
  auto* bar = new QWidget(this);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  auto* model = new QLabel(tr("&Model"), bar);
  model->setBuddy(m_models);
  m_models->setAccessibleName(tr("Barcode model"));
  m_models->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_models->setMinimumContentsLength(kModelCharacters);
  auto* open = new QPushButton(tr("O&pen a model…"), bar);
  open->setToolTip(tr("A file that vitrine barcode train has written"));
  auto* energy = new QLabel(tr("&Known energy"), bar);
  energy->setBuddy(m_energy);
  m_energy->setAccessibleName(tr("Known energy of the inherent structure, eV/atom"));
  m_energy->setPlaceholderText(tr("not known"));
  m_energy->setToolTip(
      tr("Energy of the inherent structure with the model's potential, eV/atom: the glass is then "
         "held against glasses of this energy, otherwise of the predicted one"));
  m_energy->setMaximumWidth(kEnergyCharacters * fontMetrics().averageCharWidth() * 3 / 2);
  row->addWidget(model);
  row->addWidget(m_models);
  row->addWidget(open);
  row->addWidget(m_about);
  row->addStretch(1);
  row->addWidget(energy);
  row->addWidget(m_energy);
  row->addWidget(new QLabel(tr("eV/atom"), bar));
  connect(m_models, &QComboBox::activated, this, [this](int entry) {
    m_readings.models().choose(entry);
    m_readings.goOn(m_desk.current());
  });
  connect(open, &QPushButton::clicked, this, &BarcodePage::askForModel);
  connect(m_about, &QPushButton::clicked, this, &BarcodePage::showCard);
  connect(m_energy, &QLineEdit::editingFinished, this, &BarcodePage::takeEnergy);
  return bar;
}

QWidget* BarcodePage::measureRow() {
  auto* bar = new QWidget(this);
  bar->setAccessibleName(tr("What the bars are as high as"));
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  const auto add = [&](BarcodeMeasure measure, const QString& text, const QString& tip) {
    auto* button = new widgets::SegmentButton(text, bar);
    button->setToolTip(tip);
    button->setCheckable(true);
    button->setChecked(measure == m_measure);
    m_measures->addButton(button, static_cast<int>(measure));
    row->addWidget(button);
  };
  add(BarcodeMeasure::Share, tr("Barcode"),
      tr("Share of the barcode, beside that of thermally processed glasses of equal energy"));
  add(BarcodeMeasure::Difference, tr("Difference δs"),
      tr("Reference less share; its spread over group 2 measures heterogeneity"));
  add(BarcodeMeasure::Correlation, tr("Correlation"),
      tr("Pearson's r of a bar's share with the energy, over the training glasses"));
  add(BarcodeMeasure::Importance, tr("Importance"),
      tr("Mean |SHAP value|: how much an environment moves the predicted energy"));
  row->addStretch(1);
  connect(m_measures, &QButtonGroup::idClicked, this,
          [this](int measure) { showMeasure(static_cast<BarcodeMeasure>(measure)); });
  return bar;
}

QWidget* BarcodePage::kernelSide() {
  auto* side = new QWidget(this);
  auto* beside = new QVBoxLayout;
  beside->addWidget(m_barWords);
  beside->addWidget(m_atoms);
  beside->addStretch(1);
  auto* row = new QHBoxLayout(side);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(m_kernel, 3);
  row->addLayout(beside, 2);
  return side;
}

QWidget* BarcodePage::factSide() {
  auto* inside = new QWidget(this);
  auto* column = new QVBoxLayout(inside);
  column->setContentsMargins(4, 0, 4, 0);
  column->addWidget(m_cautions);
  column->addWidget(m_facts);
  column->addStretch(1);
  auto* area = new QScrollArea(this);
  area->setWidget(inside);
  area->setWidgetResizable(true);
  area->setFrameShape(QFrame::NoFrame);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  area->setAccessibleName(tr("What the barcode says"));
  return area;
}

void BarcodePage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  want();
}

void BarcodePage::want() {
  if (isVisible()) {
    m_readings.models().want();
    m_readings.want(m_desk.current());
  }
  refresh();
}

void BarcodePage::showMeasure(BarcodeMeasure measure) {
  m_measure = measure;
  m_measures->button(static_cast<int>(measure))->setChecked(true);
  showChart();
}

void BarcodePage::chooseBar(std::optional<std::size_t> bar) {
  m_bar = bar;
  showChart();
  showKernel();
  highlight();
}

void BarcodePage::refresh() {
  const GlassId id = m_desk.current();
  if (m_readings.models().model() != m_loaded) {
    m_loaded = m_readings.models().model();
    m_bar.reset();
  }
  const bool whole = m_readings.barcode(id) != nullptr;
  const bool working = m_readings.isRunning(id);
  showFailure(*m_failure, whole || working ? QString() : m_readings.whyNot(id));
  m_goOn->setVisible(!whole && m_readings.isStopped(id));
  if (working)
    m_work->tell(m_readings.whyNot(id), m_readings.fraction());
  else
    m_work->hide();
  showModels();
  showChart();
  showKernel();
  showFacts();
  highlight();
}

void BarcodePage::showModels() {
  const auto& models = m_readings.models();
  const QSignalBlocker quiet(m_models);
  m_models->clear();
  for (const auto& entry : models.entries()) {
    m_models->addItem(entry.name);
    m_models->setItemData(m_models->count() - 1, entry.path, Qt::ToolTipRole);
  }
  m_models->setCurrentIndex(models.chosen());
  m_models->setEnabled(m_models->count() > 0);
  m_about->setEnabled(models.model() != nullptr);
  const GlassId id = m_desk.current();
  const auto energy = m_readings.energy(id);
  m_energy->setEnabled(id != 0);
  // What is being written belongs to the glass it was begun for.
  if (!m_energy->hasFocus() || m_energyOf != id)
    m_energy->setText(energy ? widgets::numberText(*energy, 4) : QString());
  m_energyOf = id;
}

void BarcodePage::showChart() {
  widgets::BarcodeChartModel shown;
  shown.measure = m_measure;
  shown.chosen = m_bar;
  const GlassId id = m_desk.current();
  const auto barcode = m_readings.barcode(id);
  const bool ofGlass =
      m_measure == BarcodeMeasure::Share || m_measure == BarcodeMeasure::Difference;
  if (!m_loaded || (ofGlass && !barcode))
    shown.message = m_readings.whyNot(id);
  if (m_loaded) {
    const auto& bars = m_loaded->model->bars();
    for (std::size_t k = 0; k < bars.size(); ++k) {
      widgets::BarcodeChartModel::Bar bar;
      bar.kernel = kernelText(*m_loaded->model, k);
      bar.kasper = bars[k].kasper;
      bar.icosahedron = bars[k].kernel == atomistic::kIcosahedron;
      bar.importance = bars[k].importance;
      bar.correlation = bars[k].energyCorrelation;
      bar.meanShare = bars[k].meanShare;
      if (barcode) {
        bar.share = barcode->reading.bars[k];
        bar.difference = barcode->reading.contrast.difference[k];
        bar.byChance = barcode->reading.byChance[k];
      }
      shown.bars.push_back(std::move(bar));
    }
  }
  if (barcode) {
    shown.hasGlass = true;
    shown.name = m_desk.glass(id).name;
  }
  m_chart->setModel(shown);
}

void BarcodePage::showKernel() {
  widgets::StructureViewModel model;
  model.showsCell = false;
  m_atoms->setEnabled(false);
  if (!m_loaded || !m_bar) {
    model.message = tr("Choose a bar to see its environment.");
    m_barWords->clear();
    m_kernel->setModel(model);
    return;
  }
  const auto& kernel = m_loaded->kernels[*m_bar];
  model.name = tr("bar %1").arg(*m_bar + 1);
  model.structure = kernel.atoms;
  model.selected = 0;
  model.radiusScale = kKernelRadii;
  if (!kernel.shell.empty()) {
    model.highlighted = kernel.shell;
    model.highlighted.insert(model.highlighted.begin(), 0);
    model.fadesOthers = true;
  }
  m_kernel->setModel(model);
  QString text = m_chart->barText(*m_bar);
  if (const auto barcode = m_readings.barcode(m_desk.current())) {
    const auto atoms = static_cast<int>(barcode->atomsOf(*m_bar).size());
    text += u'\n' + tr("%n atoms of this glass", nullptr, atoms);
    m_atoms->setEnabled(atoms > 0);
  }
  m_barWords->setText(text);
}

void BarcodePage::showFacts() {
  const auto barcode = m_readings.barcode(m_desk.current());
  QStringList cautions;
  QString facts;
  if (barcode) {
    for (const auto& caution : barcode->reading.cautions)
      cautions << cautionWords(caution);
    facts =
        barcodeFacts(*barcode->with->model, barcode->reading, m_readings.energy(m_desk.current()));
  }
  QPalette palette = this->palette();
  palette.setColor(QPalette::WindowText, widgets::themeOf(*this).warning);
  m_cautions->setPalette(palette);
  m_cautions->setText(cautions.join(u'\n'));
  m_cautions->setVisible(!cautions.isEmpty());
  m_facts->setText(facts);
}

void BarcodePage::highlight() {
  const auto barcode = m_readings.barcode(m_desk.current());
  auto atoms = barcode && m_bar ? barcode->atomsOf(*m_bar) : std::vector<std::uint32_t>();
  if (!atoms.empty())
    m_desk.setHighlight(AtomGroup{tr("bar %1").arg(*m_bar + 1), std::move(atoms)});
  else if (m_desk.highlight())
    m_desk.setHighlight(std::nullopt);
}

void BarcodePage::askForModel() {
  auto* dialog = new QFileDialog(this, tr("Barcode models"), m_settings.glassFolder(),
                                 tr("Barcode models (*barcode);;All (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
    m_readings.models().open(path);
    m_readings.models().want();
    m_readings.goOn(m_desk.current());
  });
  dialog->open();
}

void BarcodePage::showCard() {
  if (!m_loaded)
    return;
  auto* dialog = new QDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Barcode model %1").arg(m_models->currentText()));
  dialog->resize(kCardSize);
  auto* text = new QTextBrowser(dialog);
  text->setAccessibleName(tr("Card of the barcode model"));
  text->setFrameShape(QFrame::NoFrame);
  text->setHtml(cardText(*m_loaded->model));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
  connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
  auto* column = new QVBoxLayout(dialog);
  column->addWidget(text, 1);
  column->addWidget(buttons);
  dialog->open();
}

void BarcodePage::takeEnergy() {
  // The field shows fewer digits than a run tells.
  if (!m_energy->isModified())
    return;
  const QString text = m_energy->text().trimmed();
  const auto energy = widgets::parseNumber(text);
  if (!energy && !text.isEmpty()) {
    showFailure(*m_failure,
                tr("“%1” is no energy: write eV/atom as in −4.6784, or nothing.").arg(text));
    return;
  }
  m_readings.setEnergy(m_desk.current(), energy);
  refresh();
}

}  // namespace vitrine::app

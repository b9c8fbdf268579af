#include "app/spectra/import_panel.h"

#include "app/jobs/work_row.h"
#include "widgets/theme/units.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vitrine::app {

namespace {

/// From hard synchrotron radiation to chromium K alpha, in Å.
constexpr double kShortestA = 0.1;
constexpr double kLongestA = 2.5;
constexpr int kListLines = 5;

QString textOf(const std::string& text) {
  return QString::fromStdString(text);
}

QLabel* addText(QBoxLayout& column) {
  auto* label = new QLabel;
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  column.addWidget(label);
  return label;
}

}  // namespace

ImportPanel::ImportPanel(PatternImport& import, QWidget* parent)
    : QGroupBox(tr("1  Measured patterns"), parent),
      m_import(import),
      m_table(new PatternTable(this)),
      m_work(new WorkRow(tr("reading the patterns"), this)),
      m_failure(addFailureLabel(tr("What went wrong with the patterns"), this)) {
  build();
  connect(&import, &PatternImport::changed, this, &ImportPanel::refresh);
  connect(&import, &PatternImport::progressed, this, &ImportPanel::refresh);
  connect(m_work, &WorkRow::cancelled, &import, &PatternImport::cancel);
  connect(m_background, &QCheckBox::toggled, this, &ImportPanel::prepare);
  connect(m_wavelength, &QDoubleSpinBox::valueChanged, this, &ImportPanel::prepare);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          &ImportPanel::patternSelected);
  showSubstrate();
  refresh();
}

void ImportPanel::build() {
  auto* column = new QVBoxLayout(this);
  auto* buttons = new QHBoxLayout;
  auto* folder = new QPushButton(tr("&Folder…"), this);
  folder->setToolTip(tr("A folder with index.csv: one line for each pattern, with its alloy"));
  auto* file = new QPushButton(tr("F&ile…"), this);
  file->setToolTip(tr("A table of patterns, one pattern in two columns, or XRDML"));
  buttons->addWidget(folder);
  buttons->addWidget(file);
  connect(folder, &QPushButton::clicked, this, &ImportPanel::folderWanted);
  connect(file, &QPushButton::clicked, this, &ImportPanel::fileWanted);
  column->addLayout(buttons);
  m_path = new QLabel(this);
  m_path->setTextFormat(Qt::PlainText);
  // A long path must not widen the window; its end tells most.
  m_path->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  column->addWidget(m_path);
  column->addWidget(m_work);
  column->addWidget(m_failure);
  m_summary = addText(*column);
  m_notes = addText(*column);
  auto* substrate = new QPushButton(tr("&Substrate…"), this);
  substrate->setToolTip(
      tr("A pattern of the bare substrate, taken off as far as nearly all points stay positive"));
  m_substrateName = new QLabel(this);
  m_substrateName->setTextFormat(Qt::PlainText);
  m_substrateName->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  m_noSubstrate = new QToolButton(this);
  m_noSubstrate->setText(QStringLiteral("×"));
  m_noSubstrate->setAutoRaise(true);
  m_noSubstrate->setFocusPolicy(Qt::StrongFocus);
  m_noSubstrate->setAccessibleName(tr("Leave the substrate on"));
  m_noSubstrate->setToolTip(m_noSubstrate->accessibleName());
  auto* substrates = new QHBoxLayout;
  substrates->addWidget(substrate);
  substrates->addWidget(m_substrateName, 1);
  substrates->addWidget(m_noSubstrate);
  connect(substrate, &QPushButton::clicked, this, &ImportPanel::substrateWanted);
  connect(m_noSubstrate, &QToolButton::clicked, this, [this] { setSubstrate({}); });
  column->addLayout(substrates);
  m_background = new QCheckBox(tr("Take the &background off"), this);
  m_background->setToolTip(
      tr("A smooth curve under the peaks, as Ren et al. (2018) fit it, is subtracted first"));
  column->addWidget(m_background);
  m_angles = new QWidget(this);
  auto* angles = new QHBoxLayout(m_angles);
  angles->setContentsMargins(0, 0, 0, 0);
  auto* words = new QLabel(tr("&Wavelength of the angles"), m_angles);
  m_wavelength = new QDoubleSpinBox(m_angles);
  m_wavelength->setRange(kShortestA, kLongestA);
  m_wavelength->setDecimals(4);
  m_wavelength->setSingleStep(0.01);
  m_wavelength->setValue(diffraction::kCopperKAlphaA);
  m_wavelength->setSuffix(QStringLiteral(" Å"));
  m_wavelength->setKeyboardTracking(false);
  m_wavelength->setAccessibleName(tr("Wavelength of the angles"));
  words->setBuddy(m_wavelength);
  angles->addWidget(words);
  angles->addWidget(m_wavelength);
  angles->addStretch(1);
  column->addWidget(m_angles);
  m_steps = addText(*column);
  m_list = new QTableView(this);
  m_list->setAccessibleName(tr("Patterns"));
  m_list->setModel(m_table);
  m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_list->setSelectionMode(QAbstractItemView::SingleSelection);
  m_list->setTabKeyNavigation(false);
  m_list->setShowGrid(false);
  m_list->setAlternatingRowColors(true);
  m_list->setCornerButtonEnabled(false);
  m_list->verticalHeader()->hide();
  m_list->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
  m_list->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  m_list->horizontalHeader()->setHighlightSections(false);
  m_list->setMinimumHeight((kListLines + 1) * (fontMetrics().height() + 6));
  column->addWidget(m_list, 1);
}

void ImportPanel::refresh() {
  if (m_import.isReading())
    m_work->tell(tr("Reading"), m_import.fraction());
  else
    m_work->hide();
  QString problem = m_import.failure();
  const auto patterns = m_import.patterns();
  if (problem.isEmpty() && patterns)
    problem = textOf(patterns->unusable);
  showFailure(*m_failure, problem);
  if (patterns != m_shown || !patterns)
    showPatterns();
}

void ImportPanel::showPatterns() {
  const auto before = std::exchange(m_shown, m_import.patterns());
  const bool any = m_shown != nullptr;
  m_path->setVisible(any);
  m_notes->hide();
  m_angles->hide();
  m_list->setEnabled(any);
  if (!any) {
    m_summary->setText(tr("Choose a folder of measured patterns, or drop one here."));
    m_steps->clear();
    return;
  }
  const QString path = textOf(m_shown->path.string());
  m_path->setText(tr("From %1").arg(path.section(u'/', -2)));
  m_path->setToolTip(path);
  const auto& measured = *m_shown->measured;
  QStringList summary{tr("Patterns: %1").arg(measured.spectra.size())};
  if (const std::string system = systemOf(measured); !system.empty())
    summary << tr("System: %1").arg(textOf(system));
  if (const auto range = commonRange(*m_shown))
    summary << tr("q from %1 to %2 1/Å")
                   .arg(widgets::numberText(range->first, 2), widgets::numberText(range->last, 2));
  m_summary->setText(summary.join(QStringLiteral(", ")));
  if (!measured.findings.empty()) {
    QStringList notes;
    for (const Finding& finding : measured.findings)
      notes << textOf(finding.message);
    m_notes->setToolTip(notes.join(u'\n'));
    m_notes->setText(notes.size() == 1
                         ? tr("Note: %1").arg(notes.first())
                         : tr("Note: %1 (and %2 more)").arg(notes.first()).arg(notes.size() - 1));
    m_notes->show();
  }
  m_angles->setVisible(needsWavelength(measured));
  QStringList steps;
  for (const std::string& step : m_shown->recipe.steps())
    steps << textOf(step);
  m_steps->setText(tr("Preparation: %1").arg(steps.join(u' ')));
  const bool samePatterns = before && before->measured == m_shown->measured;
  const int row = samePatterns ? std::max(0, selectedRow()) : 0;
  m_table->setPatterns(m_shown);
  m_list->selectRow(row);
  emit patternSelected();
  if (needsWavelength(measured) != m_shown->recipe.wavelengthA.has_value())
    prepare();
}

/// The wavelength counts only where it is asked for.
void ImportPanel::prepare() {
  Preparation preparation;
  preparation.substrate = m_substrate.toStdString();
  preparation.recipe.subtractsBackground = m_background->isChecked();
  if (m_shown && needsWavelength(*m_shown->measured))
    preparation.recipe.wavelengthA = m_wavelength->value();
  m_import.setPreparation(preparation);
}

void ImportPanel::setSubstrate(const QString& path) {
  m_substrate = path;
  showSubstrate();
  prepare();
}

void ImportPanel::showSubstrate() {
  const bool any = !m_substrate.isEmpty();
  m_substrateName->setText(any ? QFileInfo(m_substrate).fileName() : tr("none"));
  m_substrateName->setToolTip(m_substrate);
  m_noSubstrate->setVisible(any);
}

void ImportPanel::select(const QString& id) {
  if (const int row = m_table->rowOf(id); row >= 0)
    m_list->selectRow(row);
}

int ImportPanel::selectedRow() const {
  return m_list->currentIndex().row();
}

}  // namespace vitrine::app

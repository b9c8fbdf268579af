#include "app/glass/potential_choice.h"

#include "app/session.h"
#include "app/settings/settings.h"
#include "engine/core/error.h"
#include "engine/simulation/potential_library.h"
#include "widgets/alloy/element_names.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace vitrine::app {

namespace {

QString elementsText(const simulation::Potential& potential) {
  QStringList symbols;
  for (const int element : potential.elements)
    symbols << widgets::elementSymbol(element);
  return symbols.join(u'-');
}

}  // namespace

PotentialChoice::PotentialChoice(Session& session, Settings& settings, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_settings(settings),
      m_key(QStringLiteral("installed potentials %1").arg(quintptr(this))),
      m_list(new QComboBox(this)),
      m_text(new QLabel(this)) {
  m_list->setAccessibleName(tr("Interatomic potential"));
  m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_text->setWordWrap(true);
  m_text->setTextFormat(Qt::PlainText);
  auto* label = new QLabel(tr("Po&tential"), this);
  label->setBuddy(m_list);
  auto* file = new QPushButton(tr("File…"), this);
  file->setAccessibleName(tr("A table of your own (eam.alloy, eam.fs)"));
  file->setToolTip(file->accessibleName());
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->addWidget(label, 0, 0);
  grid->addWidget(m_list, 0, 1);
  grid->addWidget(file, 0, 2);
  grid->addWidget(m_text, 1, 0, 1, 3);
  grid->setColumnStretch(1, 1);
  setFocusProxy(m_list);
  connect(m_list, &QComboBox::currentIndexChanged, this, [this] {
    m_fileFailure.clear();
    showText();
    emit changed();
  });
  connect(m_list, &QComboBox::activated, this, [this] { m_wanted = chosen(); });
  connect(file, &QPushButton::clicked, this, &PotentialChoice::askForFile);
  connect(&session.references, &ReferenceLibrary::changed, this, &PotentialChoice::showText);
  load();
}

PotentialChoice::~PotentialChoice() {
  m_session.runner.cancel(m_key);
}

void PotentialChoice::setAlloy(const std::optional<alloy::Composition>& alloy,
                               const QString& whyNot) {
  m_alloy = alloy;
  m_whyNot = whyNot;
  list();
}

QString PotentialChoice::chosen() const {
  return m_list->currentData().toString();
}

void PotentialChoice::load() {
  using Found = std::vector<simulation::Potential>;
  m_session.runner.start<Found>(
      {m_key}, [](const RunContext&) { return simulation::knownPotentials(); },
      [this](Found found) {
        m_potentials.insert(m_potentials.end(), std::make_move_iterator(found.begin()),
                            std::make_move_iterator(found.end()));
        m_loaded = true;
        list();
      },
      [this](const QString& sentence) {
        m_failure = sentence;
        showText();
      });
}

void PotentialChoice::askForFile() {
  auto* dialog = new QFileDialog(this, tr("Interatomic potential"), m_settings.glassFolder(),
                                 tr("EAM tables (*.eam *.alloy *.fs);;All (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, &PotentialChoice::open);
  dialog->open();
}

void PotentialChoice::open(const QString& path) {
  try {
    auto potential = simulation::potentialOfFile(path.toStdString());
    potential.name = path.toStdString();
    if (m_alloy)
      simulation::requireCovered(potential, *m_alloy);
    std::erase_if(m_potentials, [&](const auto& each) { return each.name == potential.name; });
    m_potentials.insert(m_potentials.begin(), std::move(potential));
    m_wanted = path;
    list();
  } catch (const Error& error) {
    m_fileFailure = QString::fromUtf8(error.what());
    showText();
  }
}

void PotentialChoice::list() {
  m_fileFailure.clear();
  {
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    if (m_alloy) {
      for (const auto& potential : m_potentials)
        if (simulation::covers(potential, *m_alloy))
          m_list->addItem(
              tr("%1 (%2)").arg(QFileInfo(QString::fromStdString(potential.name)).fileName(),
                                elementsText(potential)),
              QString::fromStdString(potential.name));
      m_list->setCurrentIndex(bestIndex());
    }
  }
  showText();
  emit changed();
}

/// What somebody chose, where it fits; else the best that is known for the alloy.
int PotentialChoice::bestIndex() const {
  if (m_list->count() == 0)
    return -1;
  if (const int kept = m_list->findData(m_wanted); kept >= 0)
    return kept;
  try {
    const auto best = simulation::bestPotential(*m_alloy, m_potentials);
    return std::max(0, m_list->findData(QString::fromStdString(best.name)));
  } catch (const Error&) {
    return 0;
  }
}

/// What a potential says of itself, where it was published, and what it is not good for.
QString PotentialChoice::aboutText(const simulation::Potential& potential) const {
  QStringList lines;
  const bool ofFile = !potential.tables.empty() && !potential.tables.front().source.empty();
  if (const auto comment = QString::fromStdString(potential.comment); !comment.isEmpty())
    lines << (ofFile ? tr("Its file says: %1") : tr("What it is: %1")).arg(comment);
  if (!potential.reference.empty())
    lines << tr("Published: %1").arg(m_session.references.citation(potential.reference));
  if (const std::string caution = simulation::cautionFor(potential, *m_alloy); !caution.empty())
    lines << tr("Take care: %1").arg(QString::fromStdString(caution));
  return lines.join(u'\n');
}

void PotentialChoice::showText() {
  QString words = m_fileFailure;
  if (words.isEmpty())
    words = m_alloy ? m_failure : m_whyNot;
  if (words.isEmpty() && m_list->count() == 0)
    words = m_loaded ? tr("No potential that is known describes this alloy. Debian's package "
                          "lammps-data brings some; a table of your own can be chosen.")
                     : tr("Looking for potentials…");
  const QString name = chosen();
  if (words.isEmpty())
    for (const auto& potential : m_potentials)
      if (QString::fromStdString(potential.name) == name)
        words = aboutText(potential);
  m_text->setText(words);
  m_list->setToolTip(m_list->currentText());
}

}  // namespace vitrine::app

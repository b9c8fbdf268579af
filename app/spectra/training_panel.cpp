#include "app/spectra/training_panel.h"

#include "app/jobs/work_row.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vitrine::app {

using generation::GeneratorKind;
using State = TrainingRun::State;

namespace {

/// As few as a generator can learn from.
constexpr int kLeastPatterns = 5;
constexpr int kProposed = 200;
constexpr int kLargestSeed = 1'000'000;

}  // namespace

TrainingPanel::TrainingPanel(TrainingRun& run, bool hasTrainer, QWidget* parent)
    : QGroupBox(tr("2  Train a generator"), parent),
      m_run(run),
      m_hasTrainer(hasTrainer),
      m_kind(new QComboBox(this)),
      m_kindText(new QLabel(this)),
      m_count(new QSpinBox(this)),
      m_seed(new QSpinBox(this)),
      m_sizeLabel(new QLabel(tr("Si&ze"), this)),
      m_size(new QComboBox(this)),
      m_train(new QPushButton(tr("&Train"), this)),
      m_pause(new QPushButton(this)),
      m_work(new WorkRow(tr("the training"), this)),
      m_state(new QLabel(this)),
      m_failure(addFailureLabel(tr("What went wrong with the training"), this)) {
  build();
  connect(m_kind, &QComboBox::currentIndexChanged, this, &TrainingPanel::showKind);
  for (auto* box : {m_count, m_seed})
    connect(box, &QSpinBox::valueChanged, this, &TrainingPanel::requestChanged);
  connect(m_size, &QComboBox::currentIndexChanged, this, &TrainingPanel::requestChanged);
  connect(m_train, &QPushButton::clicked, this, [this] { m_run.start(request()); });
  connect(m_pause, &QPushButton::clicked, this, [this] {
    if (m_run.state() == State::Paused)
      m_run.resume();
    else
      m_run.pause();
  });
  connect(m_work, &WorkRow::cancelled, &run, &TrainingRun::cancel);
  connect(&run, &TrainingRun::changed, this, &TrainingPanel::refresh);
  showKind();
}

void TrainingPanel::build() {
  for (const GeneratorKind kind : generation::kGeneratorKinds)
    m_kind->addItem(kindTitle(kind), static_cast<int>(kind));
  m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(GeneratorKind::Shape)));
  m_kind->setAccessibleName(tr("Kind of generator"));
  m_kindText->setWordWrap(true);
  m_count->setAccessibleName(tr("Patterns to learn from"));
  m_count->setToolTip(tr("Drawn at random; the generator is judged by the others"));
  m_seed->setRange(0, kLargestSeed);
  m_seed->setAccessibleName(tr("Seed of the draw"));
  m_seed->setToolTip(tr("Another number draws other patterns; the same one the same patterns"));
  m_size->addItem(tr("small: minutes"));
  m_size->addItem(tr("as published: about an hour"));
  m_size->setAccessibleName(tr("Size of the network"));
  m_sizeLabel->setBuddy(m_size);
  m_state->setWordWrap(true);
  auto* column = new QVBoxLayout(this);
  auto* form = new QFormLayout;
  form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
  form->addRow(tr("&Kind"), m_kind);
  form->addRow(m_kindText);
  auto* numbers = new QHBoxLayout;
  auto* seed = new QLabel(tr("&Seed"), this);
  seed->setBuddy(m_seed);
  numbers->addWidget(m_count, 1);
  numbers->addWidget(seed);
  numbers->addWidget(m_seed, 1);
  auto* count = new QLabel(tr("Patter&ns"), this);
  count->setBuddy(m_count);
  form->addRow(count, numbers);
  form->addRow(m_sizeLabel, m_size);
  column->addLayout(form);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_train);
  buttons->addWidget(m_pause);
  column->addLayout(buttons);
  column->addWidget(m_work);
  column->addWidget(m_state);
  column->addWidget(m_failure);
}

void TrainingPanel::setPatterns(std::shared_ptr<const PatternCollection> patterns) {
  const int before =
      m_patterns && m_patterns->prepared ? static_cast<int>(m_patterns->prepared->size()) : 0;
  m_patterns = std::move(patterns);
  const int all =
      m_patterns && m_patterns->prepared ? static_cast<int>(m_patterns->prepared->size()) : 0;
  if (all != before) {
    const QSignalBlocker quiet(m_count);
    m_count->setRange(std::min(all, kLeastPatterns), all);
    m_count->setSuffix(all > 0 ? tr(" of %1").arg(all) : QString());
    // A fifth at least is left to judge by.
    m_count->setValue(std::min(kProposed, all - all / 5));
  }
  refresh();
  emit requestChanged();
}

TrainingRequest TrainingPanel::request() const {
  const auto kind = static_cast<GeneratorKind>(m_kind->currentData().toInt());
  return {m_patterns, kind, m_count->value(), m_seed->value(),
          isNetwork(kind) && m_size->currentIndex() == 1};
}

void TrainingPanel::showKind() {
  refresh();
  emit requestChanged();
}

void TrainingPanel::refresh() {
  const TrainingRequest chosen = request();
  const State state = m_run.state();
  const bool network = isNetwork(chosen.kind);
  const bool lacksTrainer = network && !m_hasTrainer;
  m_kindText->setText(lacksTrainer
                          ? tr("The trainer of networks, vitrine-trainer, is not installed here; "
                               "choose another kind.")
                          : kindText(chosen.kind));
  m_size->setVisible(network);
  m_sizeLabel->setVisible(network);
  m_size->setEnabled(!lacksTrainer);
  const bool enough = m_patterns && m_patterns->prepared &&
                      std::cmp_greater_equal(m_patterns->prepared->size(), kLeastPatterns);
  m_train->setEnabled(state == State::Idle && enough && !lacksTrainer);
  m_pause->setVisible(state == State::Paused || m_run.canPause());
  m_pause->setText(state == State::Paused ? tr("&Resume") : tr("&Pause"));
  m_pause->setToolTip(state == State::Paused ? tr("Go on from the last checkpoint")
                                             : tr("Stop so that it can be gone on with later"));
  for (QWidget* choice : {static_cast<QWidget*>(m_kind), static_cast<QWidget*>(m_count),
                          static_cast<QWidget*>(m_seed)})
    choice->setEnabled(state == State::Idle);
  m_size->setEnabled(m_size->isEnabled() && state == State::Idle);
  QString words;
  if (state == State::Running)
    words = m_run.secondsLeft() ? timeLeftText(*m_run.secondsLeft()) : tr("The training starts");
  else if (state == State::Paused)
    words = tr("Paused");
  else if (m_run.trained())
    words = tr("Trained: %1").arg(shortText(m_run.trained()->request));
  m_state->setText(words);
  m_state->setVisible(!words.isEmpty());
  if (state == State::Idle)
    m_work->hide();
  else
    m_work->tell(tr("Training"),
                 state == State::Paused ? std::max(0.0, m_run.fraction()) : m_run.fraction());
  showFailure(*m_failure, m_run.failure());
}

}  // namespace vitrine::app

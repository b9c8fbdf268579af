#include "widgets/jobs/job_row.h"

#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>

#include <cmath>

namespace vitrine::widgets {

namespace {

constexpr int kBarSteps = 1000;
// Room for words, in heights of a line.
constexpr int kTitle = 24;
constexpr int kFailure = 44;

}  // namespace

JobRowView::JobRowView(QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel),
      m_bar(new QProgressBar),
      m_percent(new QLabel),
      m_button(new QToolButton) {
  const int em = fontMetrics().height();
  m_title->setTextFormat(Qt::PlainText);
  m_bar->setTextVisible(false);
  m_bar->setFixedHeight(em / 2);
  m_bar->setMinimumWidth(6 * em);
  m_bar->setMaximumWidth(14 * em);
  m_percent->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("100 %")));
  m_percent->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_button->setIcon(icon(Icon::Cancel));
  m_button->setAutoRaise(true);
  m_button->setFocusPolicy(Qt::StrongFocus);
  // No taller than a line of words, as the views above would have to make room for it.
  m_button->setFixedSize(em + 8, em + 4);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(em / 2, 0, em / 4, 0);
  layout->addWidget(m_title);
  layout->addWidget(m_bar, 1);
  layout->addWidget(m_percent);
  layout->addWidget(m_button);
  connect(m_button, &QToolButton::clicked, this, [this] {
    if (m_model.failure.isEmpty())
      emit cancelRequested(m_model.id);
    else
      emit dismissed(m_model.id);
  });
}

void JobRowView::setModel(const JobRow& model) {
  m_model = model;
  const bool failed = !model.failure.isEmpty();
  const int em = fontMetrics().height();
  layout()->setContentsMargins(failed ? 2 * em : em / 2, 0, em / 4, 0);
  const QString text = failed ? tr("%1: %2").arg(model.title, model.failure) : model.title;
  m_title->setText(
      fontMetrics().elidedText(text, Qt::ElideRight, (failed ? kFailure : kTitle) * em));
  m_title->setToolTip(text);
  m_title->setAccessibleName(text);
  m_bar->setVisible(!failed);
  m_percent->setVisible(!failed);
  m_bar->setAccessibleName(tr("Progress of %1").arg(model.title));
  if (model.fraction) {
    m_bar->setRange(0, kBarSteps);
    m_bar->setValue(static_cast<int>(std::lround(*model.fraction * kBarSteps)));
    m_percent->setText(numberText(std::floor(100.0 * *model.fraction), 0) + QChar(QChar::Nbsp) +
                       QLatin1Char('%'));
  } else {
    m_bar->setRange(0, 0);
    m_percent->clear();
  }
  m_button->setVisible(failed || model.cancellable);
  const QString action =
      failed ? tr("Dismiss the message of %1").arg(model.title) : tr("Cancel %1").arg(model.title);
  m_button->setAccessibleName(action);
  m_button->setToolTip(action);
  update();
}

void JobRowView::paintEvent(QPaintEvent*) {
  if (m_model.failure.isEmpty())
    return;
  QPainter painter(this);
  const double em = fontMetrics().height();
  paintIcon(painter, Icon::Failed, QRectF(0.5 * em, (height() - em) / 2, em, em),
            themeOf(*this).error);
}

}  // namespace vitrine::widgets

#include "app/jobs/work_row.h"

#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace vitrine::app {

namespace {

constexpr int kSteps = 1000;

}  // namespace

WorkRow::WorkRow(const QString& name, QWidget* parent)
    : QWidget(parent),
      m_words(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_cancel(new QToolButton(this)) {
  m_words->setTextFormat(Qt::PlainText);
  m_bar->setAccessibleName(tr("Progress of %1").arg(name));
  m_bar->setTextVisible(false);
  m_bar->setFixedHeight(fontMetrics().height() / 2);
  m_cancel->setIcon(widgets::icon(widgets::Icon::Cancel));
  m_cancel->setAutoRaise(true);
  m_cancel->setFocusPolicy(Qt::StrongFocus);
  m_cancel->setAccessibleName(tr("Cancel %1").arg(name));
  m_cancel->setToolTip(m_cancel->accessibleName());
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(m_words);
  row->addWidget(m_bar, 1);
  row->addWidget(m_cancel);
  connect(m_cancel, &QToolButton::clicked, this, &WorkRow::cancelled);
  hide();
}

void WorkRow::tell(const QString& words, double fraction) {
  m_words->setText(words);
  m_bar->setRange(0, fraction < 0.0 ? 0 : kSteps);
  m_bar->setValue(fraction < 0.0 ? 0 : static_cast<int>(std::lround(fraction * kSteps)));
  setVisible(true);
}

QString timeLeftText(double seconds) {
  if (seconds < 90.0)
    return WorkRow::tr("about %1 s left").arg(std::max(1L, std::lround(seconds)));
  if (seconds < 5400.0)
    return WorkRow::tr("about %1 min left").arg(std::lround(seconds / 60.0));
  return WorkRow::tr("about %1 h left").arg(widgets::numberText(seconds / 3600.0, 1));
}

QLabel* addFailureLabel(const QString& name, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setAccessibleName(name);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  label->hide();
  return label;
}

void showFailure(QLabel& label, const QString& sentence) {
  QPalette palette = label.parentWidget()->palette();
  palette.setColor(QPalette::WindowText, widgets::themeOf(*label.parentWidget()).error);
  label.setPalette(palette);
  label.setText(sentence);
  label.setVisible(!sentence.isEmpty());
}

}  // namespace vitrine::app

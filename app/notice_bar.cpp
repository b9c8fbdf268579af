#include "app/notice_bar.h"

#include "widgets/theme/icons.h"

#include <QAction>
#include <QLabel>

namespace vitrine::app {

NoticeBar::NoticeBar(QWidget* parent) : QToolBar(tr("Notices"), parent), m_label(new QLabel(this)) {
  setObjectName(QStringLiteral("notices"));
  setMovable(false);
  setContextMenuPolicy(Qt::PreventContextMenu);
  toggleViewAction()->setVisible(false);
  m_label->setWordWrap(true);
  m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  m_label->setContentsMargins(8, 2, 8, 2);
  addWidget(m_label);
  QAction* close = addAction(widgets::icon(widgets::Icon::Remove), tr("Close the notice"));
  connect(close, &QAction::triggered, this, [this] {
    m_label->clear();
    hide();
  });
  hide();
}

void NoticeBar::add(const QString& sentence) {
  m_label->setText(m_label->text().isEmpty() ? sentence
                                             : m_label->text() + QLatin1Char('\n') + sentence);
  show();
  fitHeight();
}

void NoticeBar::resizeEvent(QResizeEvent* event) {
  QToolBar::resizeEvent(event);
  fitHeight();
}

void NoticeBar::fitHeight() {
  m_label->setFixedHeight(m_label->heightForWidth(m_label->width()));
}

}  // namespace vitrine::app

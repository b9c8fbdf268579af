#include "app/about/citations_dialog.h"

#include "app/services/reference_library.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace vitrine::app {

namespace {

constexpr QSize kSize(760, 560);
constexpr int kSpacing = 4;  // pixels around each

}  // namespace

CitationsDialog::CitationsDialog(const ReferenceLibrary& references, QWidget* parent)
    : QDialog(parent), m_list(new QListWidget(this)), m_done(new QLabel(this)) {
  setWindowTitle(tr("Citations"));
  resize(kSize);
  m_list->setAccessibleName(tr("Citations"));
  m_list->setWordWrap(true);
  m_list->setSpacing(kSpacing);
  m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
  for (const auto& [key, reference] : references.content().references)
    m_list->addItem(references.citation(key));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  m_copy = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
  m_copy->setAutoDefault(false);
  connect(m_copy, &QPushButton::clicked, this, &CitationsDialog::copy);
  connect(m_list, &QListWidget::itemSelectionChanged, this, &CitationsDialog::nameButton);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* foot = new QHBoxLayout;
  foot->addWidget(m_done, 1);
  foot->addWidget(buttons);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(m_list, 1);
  layout->addLayout(foot);
  nameButton();
}

void CitationsDialog::nameButton() {
  m_copy->setText(m_list->selectedItems().isEmpty() ? tr("Copy all") : tr("Copy selected"));
  m_done->clear();
}

void CitationsDialog::copy() {
  QStringList texts;
  const bool all = m_list->selectedItems().isEmpty();
  for (int i = 0; i < m_list->count(); ++i) {
    if (all || m_list->item(i)->isSelected())
      texts << m_list->item(i)->text();
  }
  QGuiApplication::clipboard()->setText(texts.join(u'\n'));
  m_done->setText(tr("Copied: %1").arg(texts.size()));
}

}  // namespace vitrine::app

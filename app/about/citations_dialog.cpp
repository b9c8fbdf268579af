#include "app/about/citations_dialog.h"

#include "app/services/reference_library.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace vitrine::app {

namespace {

constexpr QSize kSize(760, 520);

}  // namespace

CitationsDialog::CitationsDialog(const ReferenceLibrary& references, QWidget* parent)
    : QDialog(parent), m_list(new QListWidget(this)) {
  setWindowTitle(tr("Citations"));
  resize(kSize);
  m_list->setAccessibleName(tr("Citations"));
  m_list->setWordWrap(true);
  m_list->setAlternatingRowColors(true);
  m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
  for (const auto& [key, reference] : references.content().references)
    m_list->addItem(references.citation(key));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  QPushButton* copies = buttons->addButton(tr("Copy citation"), QDialogButtonBox::ActionRole);
  copies->setToolTip(tr("Copies the selected citations, or all where none is selected"));
  connect(copies, &QPushButton::clicked, this, &CitationsDialog::copy);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(m_list, 1);
  layout->addWidget(buttons);
}

void CitationsDialog::copy() {
  QStringList texts;
  const bool all = m_list->selectedItems().isEmpty();
  for (int i = 0; i < m_list->count(); ++i) {
    if (all || m_list->item(i)->isSelected())
      texts << m_list->item(i)->text();
  }
  QGuiApplication::clipboard()->setText(texts.join(u'\n'));
}

}  // namespace vitrine::app

#include "app/glass/elements_dialog.h"

#include "engine/alloy/element.h"
#include "widgets/alloy/element_names.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace vitrine::app {

ElementsDialog::ElementsDialog(const QString& file, const std::vector<std::size_t>& atoms,
                               const std::vector<int>& known, QWidget* parent)
    : QDialog(parent), m_atoms(atoms) {
  setWindowTitle(tr("Which elements?"));
  auto* column = new QVBoxLayout(this);
  auto* words = new QLabel(
      tr("%1 numbers its kinds of atoms and does not say which elements they are.").arg(file),
      this);
  words->setWordWrap(true);
  column->addWidget(words);
  auto* form = new QFormLayout;
  for (std::size_t type = 0; type < atoms.size(); ++type) {
    auto* box = new QComboBox(this);
    box->addItem(tr("choose"), 0);
    for (const auto& element : alloy::elements())
      box->addItem(tr("%1  %2").arg(widgets::elementSymbol(element.atomicNumber),
                                    widgets::elementName(element.atomicNumber)),
                   element.atomicNumber);
    box->setCurrentIndex(box->findData(type < known.size() ? known[type] : 0));
    box->setAccessibleName(tr("Element of type %1").arg(type + 1));
    // Kinds without atoms need no element.
    box->setEnabled(atoms[type] > 0);
    connect(box, &QComboBox::currentIndexChanged, this, &ElementsDialog::check);
    form->addRow(tr("Type %1, %2 atoms")
                     .arg(type + 1)
                     .arg(QLocale().toString(static_cast<qulonglong>(atoms[type]))),
                 box);
    m_elements.push_back(box);
  }
  column->addLayout(form);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
  m_accept = buttons->button(QDialogButtonBox::Ok);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  column->addWidget(buttons);
  check();
}

std::vector<int> ElementsDialog::chosen() const {
  std::vector<int> elements;
  for (const QComboBox* box : m_elements)
    elements.push_back(box->currentData().toInt());
  return elements;
}

void ElementsDialog::check() {
  bool complete = true;
  const auto elements = chosen();
  for (std::size_t type = 0; type < elements.size(); ++type)
    complete = complete && (elements[type] > 0 || m_atoms[type] == 0);
  m_accept->setEnabled(complete);
}

}  // namespace vitrine::app

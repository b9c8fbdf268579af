#include "app/gallery/gallery_dialog.h"

#include "engine/alloy/element.h"
#include "engine/alloy/formula.h"
#include "widgets/theme/units.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrine::app {

namespace {

constexpr QSize kSize(760, 460);
constexpr int kSourceLines = 2;
constexpr int kFormulaRole = Qt::UserRole;
constexpr int kElementsRole = Qt::UserRole + 1;
constexpr int kSourceRole = Qt::UserRole + 2;

QStringList elementsOf(const QString& formula) {
  QStringList symbols;
  if (const auto parsed = alloy::parseFormula(formula.toStdString()); parsed.composition)
    for (const alloy::Share& share : parsed.composition->shares())
      symbols << QString::fromStdString(std::string(alloy::element(share.atomicNumber).symbol));
  return symbols;
}

bool fits(const QTreeWidgetItem& item, const QString& word) {
  if (alloy::findElement(word.toStdString()) != nullptr)
    return item.data(0, kElementsRole).toStringList().contains(word);
  const QString text =
      item.data(0, kFormulaRole).toString() + u' ' + item.text(0) + u' ' + item.text(1);
  return text.contains(word, Qt::CaseInsensitive);
}

}  // namespace

GalleryDialog::GalleryDialog(const std::vector<Sample>& samples, QWidget* parent)
    : QDialog(parent),
      m_search(new QLineEdit(this)),
      m_list(new QTreeWidget(this)),
      m_source(new QLabel(this)) {
  setWindowTitle(tr("Sample gallery"));
  resize(kSize);
  m_search->setPlaceholderText(tr("Search by element, formula or words"));
  m_search->setAccessibleName(tr("Search the samples"));
  m_search->setClearButtonEnabled(true);
  m_list->setAccessibleName(tr("Samples"));
  m_list->setHeaderLabels({tr("Alloy"), tr("What it is")});
  m_list->setRootIsDecorated(false);
  m_list->setAlternatingRowColors(true);
  m_list->setUniformRowHeights(true);
  m_list->setTabKeyNavigation(false);
  for (const Sample& sample : samples) {
    auto* item =
        new QTreeWidgetItem(m_list, {widgets::subscripted(sample.title), sample.description});
    item->setData(0, kFormulaRole, sample.formula);
    item->setData(0, kElementsRole, elementsOf(sample.formula));
    item->setData(0, kSourceRole, sample.source);
  }
  m_source->setWordWrap(true);
  m_source->setTextFormat(Qt::PlainText);
  m_source->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_source->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  m_source->setMinimumHeight(kSourceLines * fontMetrics().lineSpacing());
  m_list->resizeColumnToContents(0);
  m_list->setColumnWidth(0, m_list->columnWidth(0) + fontMetrics().height());
  m_list->header()->setStretchLastSection(true);

  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Open | QDialogButtonBox::Cancel, this);
  m_open = buttons->button(QDialogButtonBox::Open);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(m_search);
  layout->addWidget(m_list, 1);
  layout->addWidget(m_source);
  layout->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &GalleryDialog::take);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_search, &QLineEdit::textChanged, this, &GalleryDialog::narrow);
  connect(m_list, &QTreeWidget::currentItemChanged, this, &GalleryDialog::showSource);
  connect(m_list, &QTreeWidget::itemDoubleClicked, this, &GalleryDialog::take);
  narrow({});
  showSource();
}

void GalleryDialog::narrow(const QString& words) {
  const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
  QTreeWidgetItem* first = nullptr;
  for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
    QTreeWidgetItem* item = m_list->topLevelItem(i);
    const bool found = std::all_of(wanted.begin(), wanted.end(),
                                   [&](const QString& word) { return fits(*item, word); });
    item->setHidden(!found);
    if (found && first == nullptr)
      first = item;
  }
  m_list->setCurrentItem(first);
  m_open->setEnabled(first != nullptr);
}

void GalleryDialog::showSource() {
  const QTreeWidgetItem* item = m_list->currentItem();
  m_source->setText(item == nullptr ? tr("No sample fits these words.")
                                    : tr("Source: %1").arg(item->data(0, kSourceRole).toString()));
}

void GalleryDialog::take() {
  const QTreeWidgetItem* item = m_list->currentItem();
  if (item == nullptr || item->isHidden())
    return;
  m_formula = item->data(0, kFormulaRole).toString();
  accept();
}

}  // namespace vitrine::app

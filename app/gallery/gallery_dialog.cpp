#include "app/gallery/gallery_dialog.h"

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
constexpr int kFormulaRole = Qt::UserRole;

}  // namespace

GalleryDialog::GalleryDialog(const std::vector<Sample>& samples, QWidget* parent)
    : QDialog(parent), m_search(new QLineEdit(this)), m_list(new QTreeWidget(this)) {
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
    item->setToolTip(0, sample.source);
    item->setToolTip(1, sample.source);
  }
  m_list->resizeColumnToContents(0);
  m_list->header()->setStretchLastSection(true);

  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Open | QDialogButtonBox::Cancel, this);
  m_open = buttons->button(QDialogButtonBox::Open);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(m_search);
  layout->addWidget(m_list, 1);
  layout->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &GalleryDialog::take);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_search, &QLineEdit::textChanged, this, &GalleryDialog::narrow);
  connect(m_list, &QTreeWidget::itemDoubleClicked, this, &GalleryDialog::take);
  narrow({});
}

void GalleryDialog::narrow(const QString& words) {
  const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
  QTreeWidgetItem* first = nullptr;
  for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
    QTreeWidgetItem* item = m_list->topLevelItem(i);
    const QString text = item->data(0, kFormulaRole).toString() + u' ' + item->text(1);
    const bool fits = std::all_of(wanted.begin(), wanted.end(), [&](const QString& word) {
      return text.contains(word, Qt::CaseInsensitive);
    });
    item->setHidden(!fits);
    if (fits && first == nullptr)
      first = item;
  }
  m_list->setCurrentItem(first);
  m_open->setEnabled(first != nullptr);
}

void GalleryDialog::take() {
  const QTreeWidgetItem* item = m_list->currentItem();
  if (item == nullptr || item->isHidden())
    return;
  m_formula = item->data(0, kFormulaRole).toString();
  accept();
}

}  // namespace vitrine::app

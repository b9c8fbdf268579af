#include "app/spectra/pattern_table.h"

#include "widgets/theme/units.h"

#include <algorithm>
#include <utility>

namespace vitrine::app {

namespace {

constexpr int kColumns = 2;
constexpr int kDecimals = 1;

}  // namespace

void PatternTable::setPatterns(std::shared_ptr<const PatternCollection> patterns) {
  beginResetModel();
  m_patterns = std::move(patterns);
  endResetModel();
}

int PatternTable::rowOf(const QString& id) const {
  if (!m_patterns)
    return -1;
  const auto& spectra = m_patterns->measured->spectra;
  const auto found =
      std::find_if(spectra.begin(), spectra.end(),
                   [name = id.toStdString()](const auto& each) { return each.id == name; });
  return found == spectra.end() ? -1 : static_cast<int>(found - spectra.begin());
}

int PatternTable::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !m_patterns ? 0
                                         : static_cast<int>(m_patterns->measured->spectra.size());
}

int PatternTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

QVariant PatternTable::data(const QModelIndex& index, int role) const {
  if (role != Qt::DisplayRole || !m_patterns)
    return {};
  const auto& pattern = m_patterns->measured->spectra[static_cast<std::size_t>(index.row())];
  if (index.column() == 0)
    return QString::fromStdString(pattern.id);
  return pattern.composition
             ? widgets::subscripted(QString::fromStdString(pattern.composition->formula(kDecimals)))
             : tr("not named");
}

QVariant PatternTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
    return {};
  return section == 0 ? tr("Pattern") : tr("Alloy");
}

}  // namespace vitrine::app

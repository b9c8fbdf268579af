#include "widgets/alloy/periodic_cells.h"

#include "engine/alloy/element.h"
#include "widgets/alloy/element_names.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QStringList>

#include <array>

namespace vitrine::widgets {

namespace {

/// Opacity of the tint of the least and the strongest shade; letters stay readable on both.
constexpr double kFaintest = 0.12;
constexpr double kStrongest = 0.6;

struct Place {
  int row = 0;
  int column = 0;
};

Place placeOf(int atomicNumber) {
  const alloy::Element& facts = alloy::element(atomicNumber);
  if (facts.group > 0)
    return {facts.period - 1, facts.group - 1};
  const bool lanthanide = facts.period == 6;
  return {lanthanide ? 8 : 9, 2 + atomicNumber - (lanthanide ? 57 : 89)};
}

using Places = std::array<std::array<int, PeriodicCells::kColumns>, PeriodicCells::kRows>;

int elementAt(const QModelIndex& index) {
  static const Places places = [] {
    Places all{};
    for (int z = 1; z <= alloy::kElementCount; ++z) {
      const Place place = placeOf(z);
      all[static_cast<std::size_t>(place.row)][static_cast<std::size_t>(place.column)] = z;
    }
    return all;
  }();
  if (!index.isValid())
    return 0;
  return places[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())];
}

}  // namespace

void PeriodicCells::take(const PeriodicTableModel& model) {
  m_model = model;
  emit dataChanged(index(0, 0), index(kRows - 1, kColumns - 1));
}

QModelIndex PeriodicCells::indexOf(int atomicNumber) const {
  if (atomicNumber < 1 || atomicNumber > alloy::kElementCount)
    return {};
  const Place place = placeOf(atomicNumber);
  return index(place.row, place.column);
}

int PeriodicCells::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kRows;
}

int PeriodicCells::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

Qt::ItemFlags PeriodicCells::flags(const QModelIndex& index) const {
  return elementAt(index) > 0 ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                              : Qt::ItemNeverHasChildren;
}

QVariant PeriodicCells::data(const QModelIndex& index, int role) const {
  const int atomicNumber = elementAt(index);
  if (atomicNumber == 0)
    return {};
  const auto saidIn = [&](const std::map<int, QString>& texts) {
    const auto found = texts.find(atomicNumber);
    return found == texts.end() ? QString() : found->second;
  };
  const QString reason = saidIn(m_model.untrained);
  switch (role) {
    case Qt::DisplayRole:
      return elementSymbol(atomicNumber);
    case Qt::ToolTipRole: {
      QStringList lines{elementName(atomicNumber), saidIn(m_model.facts), reason};
      lines.removeAll(QString());
      return lines.join(QLatin1Char('\n'));
    }
    case Qt::AccessibleTextRole:
      return elementName(atomicNumber);
    case Qt::AccessibleDescriptionRole:
      return m_model.chosen.contains(atomicNumber) ? tr("In the alloy already")
                                                   : saidIn(m_model.facts) + reason;
    case AtomicNumberRole:
      return atomicNumber;
    case ChosenRole:
      return m_model.chosen.contains(atomicNumber);
    case UntrainedRole:
      return reason;
    case ShadeRole: {
      const auto shade = m_model.shades.find(atomicNumber);
      return shade == m_model.shades.end() ? 0.0 : shade->second;
    }
    default:
      return {};
  }
}

void PeriodicCellPainter::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const {
  const int atomicNumber = index.data(PeriodicCells::AtomicNumberRole).toInt();
  if (atomicNumber == 0)
    return;
  const Theme& colours = theme(isDark(option.palette));
  const bool untrained = !index.data(PeriodicCells::UntrainedRole).toString().isEmpty();
  const bool chosen = index.data(PeriodicCells::ChosenRole).toBool();
  const auto* view = qobject_cast<const PeriodicTable*>(option.widget);
  const bool current = view != nullptr && view->currentIndex() == index;

  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const QRectF tile = QRectF(option.rect).adjusted(1, 1, -1, -1);
  QPen edge(current ? colours.accent : colours.border, current ? 2.0 : 1.0);
  if (untrained && !current)
    edge.setStyle(Qt::DotLine);
  painter->setPen(edge);
  painter->setBrush(chosen ? colours.accent : (untrained ? colours.window : colours.raised));
  painter->drawRoundedRect(tile, 0.1 * tile.height(), 0.1 * tile.height());
  if (const double shade = index.data(PeriodicCells::ShadeRole).toDouble(); shade > 0.0) {
    QColor tint = colours.accent;
    tint.setAlphaF(static_cast<float>(kFaintest + (kStrongest - kFaintest) * shade));
    painter->setBrush(tint);
    painter->drawRoundedRect(tile, 0.1 * tile.height(), 0.1 * tile.height());
  }

  const QColor ink = chosen ? colours.accentText : (untrained ? colours.mutedText : colours.text);
  painter->setPen(ink);
  painter->setFont(scaledFont(option.font, 0.62));
  painter->drawText(tile.adjusted(0.1 * tile.width(), 0.04 * tile.height(), 0, 0),
                    Qt::AlignLeft | Qt::AlignTop, QString::number(atomicNumber));
  painter->setFont(scaledFont(option.font, 1.0, !untrained));
  painter->drawText(tile.adjusted(0, 0.22 * tile.height(), 0, 0), Qt::AlignCenter,
                    index.data().toString());
  painter->restore();
}

}  // namespace vitrine::widgets

#include "widgets/calphad/phase_diagram_view.h"

#include "widgets/plot/plot.h"
#include "widgets/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

namespace {

using calphad::DiagramRegion;
using calphad::Invariant;
using calphad::InvariantKind;

constexpr double kPercent = 100.0;
/// A field narrower than this is labelled upright, beside its line.
constexpr double kNarrow = 0.02;
constexpr double kAside = 0.012;
constexpr float kTint = 0.16F;
/// Height of a line of text, as a share of the axis of temperature.
constexpr double kLine = 0.028;

QString joined(const std::vector<std::string>& phases) {
  QStringList names;
  for (const auto& phase : phases)
    names << QString::fromStdString(phase);
  return names.join(QStringLiteral(" + "));
}

/// A place for the name of a field, and the room around it.
struct Place {
  double x = 0.0;
  double temperatureK = 0.0;
  double width = 0.0;    ///< for a level word of `lineK` height
  double heightK = 0.0;  ///< for an upright one
};

/// How far one may go from a span, by steps of `direction`, with `x` in the field.
double reachK(const std::vector<DiagramRegion::Span>& spans, std::size_t from, int direction,
              double x) {
  std::size_t i = from;
  for (std::size_t next = from + direction; next < spans.size(); next += direction) {
    if (spans[next].left > x || spans[next].right < x)
      break;
    i = next;
  }
  return std::abs(spans[i].temperatureK - spans[from].temperatureK);
}

/// Where a field has most room, not too near to its ends.
/// @param lineK  height of a line of text
Place roomiest(const DiagramRegion& region, double lineK) {
  const auto& spans = region.spans;
  Place best;
  double merit = -1.0;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    double left = spans[i].left;
    double right = spans[i].right;
    for (const auto& other : spans) {
      if (std::abs(other.temperatureK - spans[i].temperatureK) < 0.7 * lineK) {
        left = std::max(left, other.left);
        right = std::min(right, other.right);
      }
    }
    const double x = 0.5 * (left + right);
    const double reach = std::min(reachK(spans, i, 1, x), reachK(spans, i, -1, x));
    const double own = (std::max(right - left, 0.0) + 1e-3) * (std::min(reach, 6.0 * lineK) + 1e-3);
    if (own <= merit)
      continue;
    merit = own;
    best = {x, spans[i].temperatureK, std::max(right - left, 0.0), 2.0 * reach};
  }
  return best;
}

class Drawing {
 public:
  Drawing(const PhaseDiagramModel& model, const Theme& theme)
      : m_model(model), m_theme(theme), m_diagram(*model.diagram) {}

  PlotModel plot() {
    axes();
    for (const auto& region : *m_model.regions)
      field(region);
    for (const auto& invariant : m_diagram.invariants)
      reaction(invariant);
    for (const auto& region : *m_model.regions)
      name(region);
    if (m_model.markedPercent)
      m_plot.markers.push_back(
          {Qt::Vertical, *m_model.markedPercent, PhaseDiagramView::tr("alloy"), m_theme.accent});
    m_plot.stale = m_model.stale;
    return std::move(m_plot);
  }

 private:
  [[nodiscard]] QPointF place(double x, double temperatureK) const {
    return {kPercent * x, toDisplay(temperatureK, m_model.unit)};
  }

  void axes() {
    const auto& symbols = m_diagram.symbols;
    m_plot.x.label =
        PhaseDiagramView::tr("%1 in %2 (at.%)")
            .arg(QString::fromStdString(symbols[1]), QString::fromStdString(symbols[0]));
    m_plot.x.range = {0.0, kPercent};
    m_plot.y.label = QStringLiteral("T (%1)").arg(unitSymbol(m_model.unit));
    m_plot.y.range = {toDisplay(m_diagram.levels.front().temperatureK, m_model.unit),
                      toDisplay(m_diagram.levels.back().temperatureK, m_model.unit)};
  }

  /// The borders of a field; where one phase is alone, its ground.
  void field(const DiagramRegion& region) {
    PlotCurve left{.name = {}, .points = {}, .colour = m_theme.text, .width = 1.3};
    left.winding = true;
    PlotCurve right = left;
    for (const auto& span : region.spans) {
      left.points.push_back(place(span.left, span.temperatureK));
      right.points.push_back(place(span.right, span.temperatureK));
    }
    if (region.phases.size() > 1) {
      m_plot.curves.push_back(std::move(left));
      m_plot.curves.push_back(std::move(right));
      return;
    }
    PlotArea area{left.points, m_theme.blend};
    area.colour.setAlphaF(kTint);
    area.outline.insert(area.outline.end(), right.points.rbegin(), right.points.rend());
    m_plot.areas.push_back(std::move(area));
    orderBorder(region, right);
  }

  /// Where a phase orders, two fields of one phase lie side by side.
  void orderBorder(const DiagramRegion& region, PlotCurve border) {
    border.points.clear();
    for (const DiagramRegion& other : *m_model.regions) {
      if (&other == &region || other.phases.size() > 1)
        continue;
      auto there = other.spans.begin();
      for (const auto& here : region.spans) {
        there = std::find_if(there, other.spans.end(), [&here](const auto& span) {
          return span.temperatureK >= here.temperatureK;
        });
        if (there == other.spans.end())
          break;
        if (there->temperatureK == here.temperatureK && std::abs(here.right - there->left) < 1e-9)
          border.points.push_back(place(here.right, here.temperatureK));
      }
    }
    border.style = Qt::DashLine;
    border.width = 1.0;
    if (border.points.size() > 1)
      m_plot.curves.push_back(std::move(border));
  }

  void reaction(const Invariant& invariant) {
    const auto& phases = invariant.phases;
    if (phases.size() < 3)
      return;
    PlotCurve line{.name = {}, .points = {}, .colour = m_theme.text, .width = 1.3};
    line.points = {place(phases.front().x, invariant.temperatureK),
                   place(phases.back().x, invariant.temperatureK)};
    m_plot.curves.push_back(std::move(line));
    const double middle = 0.5 * (phases.front().x + phases.back().x);
    const double above = 0.5 * kLine * wholeK();
    m_plot.labels.push_back({place(middle, invariant.temperatureK + above),
                             numberText(toDisplay(invariant.temperatureK, m_model.unit), 0),
                             m_theme.mutedText});
  }

  void name(const DiagramRegion& region) {
    const Place best = roomiest(region, kLine * wholeK());
    PlotLabel label{place(best.x, best.temperatureK), joined(region.phases), m_theme.text};
    label.room = {kPercent * best.width, best.heightK};
    const double lowK = region.spans.front().temperatureK;
    const double highK = region.spans.back().temperatureK;
    if (region.phases.size() == 1 && best.width < kNarrow) {
      const double aside = best.x > 0.5 * kNarrow + kAside ? best.x - 0.5 * best.width - kAside
                                                           : best.x + 0.5 * best.width + kAside;
      label.at = place(aside, 0.5 * (lowK + highK));
      label.room = {kPercent * kNarrow, highK - lowK};
      label.upright = true;
    }
    if (!label.room.isEmpty())
      m_plot.labels.push_back(std::move(label));
  }

  [[nodiscard]] double wholeK() const {
    return m_diagram.levels.back().temperatureK - m_diagram.levels.front().temperatureK;
  }

  const PhaseDiagramModel& m_model;
  const Theme& m_theme;
  const calphad::PhaseDiagram& m_diagram;
  PlotModel m_plot;
};

}  // namespace

QString invariantName(const Invariant& invariant) {
  const auto tr = [](const char* text) { return PhaseDiagramView::tr(text); };
  switch (invariant.kind) {
    case InvariantKind::Eutectic:
      return invariant.liquid ? tr("eutectic") : tr("eutectoid");
    case InvariantKind::Peritectic:
      return invariant.liquid ? tr("peritectic") : tr("peritectoid");
    case InvariantKind::Congruent:
      return invariant.liquid ? tr("congruent melting") : tr("congruent transition");
    case InvariantKind::PureTransition:
      return invariant.liquid ? tr("melting of the element") : tr("transition of the element");
    case InvariantKind::Critical:
      break;
  }
  return tr("critical point");
}

PhaseDiagramView::PhaseDiagramView(QWidget* parent) : PlotGroup(tr("Phase diagram"), 1, parent) {
  rebuild();
  Plot* plot = plots().front();
  connect(plot, &Plot::cursorMoved, this,
          [this](QPointF at) { emit readOut(readOutAt(at.x(), toKelvin(at.y(), m_model.unit))); });
  connect(plot, &Plot::cursorLeft, this, [this] { emit readOut({}); });
}

void PhaseDiagramView::setModel(const PhaseDiagramModel& model) {
  m_model = model;
  rebuild();
}

QString PhaseDiagramView::readOutAt(double percent, double temperatureK) const {
  if (!m_model.diagram)
    return {};
  const auto phases = calphad::phasesAt(*m_model.diagram, percent / kPercent, temperatureK);
  if (phases.empty())
    return {};
  return tr("%1 at.% %2, %3: %4")
      .arg(numberText(percent, 1), QString::fromStdString(m_model.diagram->symbols[1]),
           temperatureText(temperatureK, m_model.unit), joined(phases));
}

std::vector<PlotPanel> PhaseDiagramView::panels(const Theme& theme) const {
  PlotPanel panel;
  if (m_model.diagram) {
    panel.plot = Drawing(m_model, theme).plot();
    panel.title = tr("%1–%2").arg(QString::fromStdString(m_model.diagram->symbols[0]),
                                  QString::fromStdString(m_model.diagram->symbols[1]));
  } else {
    panel.plot.x = {tr("content (at.%)"), {0.0, kPercent}};
    panel.plot.y = {QStringLiteral("T (%1)").arg(unitSymbol(m_model.unit)),
                    {toDisplay(500.0, m_model.unit), toDisplay(2000.0, m_model.unit)}};
  }
  panel.plot.legend = false;
  panel.plot.message = m_model.message;
  return {panel};
}

QString PhaseDiagramView::exportName() const {
  if (!m_model.diagram)
    return QStringLiteral("phase-diagram");
  return QStringLiteral("phase-diagram-%1-%2")
      .arg(QString::fromStdString(m_model.diagram->symbols[0]),
           QString::fromStdString(m_model.diagram->symbols[1]));
}

DataTable PhaseDiagramView::data() const {
  DataTable table;
  table.headers = {QStringLiteral("T_K"),         QStringLiteral("left_at%"),
                   QStringLiteral("left_phase"),  QStringLiteral("right_at%"),
                   QStringLiteral("right_phase"), QStringLiteral("reaction")};
  if (!m_model.diagram)
    return table;
  const auto add = [&table](double temperatureK, const calphad::TieEnd& left,
                            const calphad::TieEnd& right, const QString& reaction) {
    table.rows.push_back({temperatureK, kPercent * left.x, QString::fromStdString(left.name),
                          kPercent * right.x, QString::fromStdString(right.name), reaction});
  };
  for (const auto& level : m_model.diagram->levels) {
    for (const auto& tie : level.ties)
      add(level.temperatureK, tie.left, tie.right, {});
  }
  for (const Invariant& invariant : m_model.diagram->invariants)
    add(invariant.temperatureK, invariant.phases.front(), invariant.phases.back(),
        invariantName(invariant));
  return table;
}

}  // namespace vitrine::widgets

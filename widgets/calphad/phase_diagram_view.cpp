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

QString joined(const std::vector<std::string>& phases) {
  QStringList names;
  for (const auto& phase : phases)
    names << QString::fromStdString(phase);
  return names.join(QStringLiteral(" + "));
}

/// Where a field is widest, not too near to its ends.
const DiagramRegion::Span& roomiest(const DiagramRegion& region) {
  const auto& spans = region.spans;
  const double low = spans.front().temperatureK;
  const double high = spans.back().temperatureK;
  const auto merit = [&](const DiagramRegion::Span& span) {
    const double fromEnd = std::min(span.temperatureK - low, high - span.temperatureK);
    return (span.right - span.left + 1e-3) * (fromEnd + 1e-3 * (high - low));
  };
  return *std::max_element(spans.begin(), spans.end(),
                           [&](const auto& a, const auto& b) { return merit(a) < merit(b); });
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
    const double above =
        0.012 * (m_diagram.levels.back().temperatureK - m_diagram.levels.front().temperatureK);
    m_plot.labels.push_back({place(middle, invariant.temperatureK + above),
                             numberText(toDisplay(invariant.temperatureK, m_model.unit), 0),
                             m_theme.mutedText});
  }

  void name(const DiagramRegion& region) {
    const auto& span = roomiest(region);
    const double width = span.right - span.left;
    const double lowK = region.spans.front().temperatureK;
    const double highK = region.spans.back().temperatureK;
    PlotLabel label{place(0.5 * (span.left + span.right), span.temperatureK), joined(region.phases),
                    m_theme.text};
    const double aroundK = 2.0 * std::min(span.temperatureK - lowK, highK - span.temperatureK);
    label.room = {kPercent * width, aroundK};
    if (region.phases.size() == 1 && width < kNarrow) {
      const double aside = span.left > kAside ? span.left - kAside : span.right + kAside;
      label.at = place(aside, 0.5 * (lowK + highK));
      label.room = {kPercent * kNarrow, highK - lowK};
      label.upright = true;
    }
    if (!label.room.isEmpty())
      m_plot.labels.push_back(std::move(label));
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

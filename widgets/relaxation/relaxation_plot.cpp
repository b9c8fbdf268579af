#include "widgets/relaxation/relaxation_plot.h"

#include "widgets/export/export_actions.h"
#include "widgets/plot/plot.h"
#include "widgets/plot/segments.h"
#include "widgets/relaxation/relaxation_drawing.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPaintEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

RelaxationPlot::RelaxationPlot(QWidget* parent)
    : QWidget(parent), m_plot(new Plot(this)), m_readout(new QLabel(this)) {
  setAccessibleName(tr("Relaxation time"));
  m_plot->setAccessibleName(tr("Relaxation time against temperature"));
  m_axes = addSegments(this, {{tr("1000/T"), tr("Plot against the reciprocal temperature")},
                              {tr("T"), tr("Plot against the temperature")}});
  auto* bar = new QHBoxLayout;
  bar->setContentsMargins(4, 2, 6, 0);
  bar->setSpacing(0);
  for (auto* button : m_axes->buttons())
    bar->addWidget(button);
  bar->addStretch();
  bar->addWidget(m_readout);
  m_readout->setMinimumWidth(0);
  m_readout->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  m_readout->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  bar->setStretchFactor(m_readout, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(bar);
  column->addWidget(m_plot, 1);

  connect(m_axes, &QButtonGroup::idClicked, this, [this](int id) {
    emit axisChosen(id == 0 ? TemperatureAxis::Inverse : TemperatureAxis::Linear);
  });
  connect(m_plot, &Plot::cursorMoved, this, &RelaxationPlot::read);
  connect(m_plot, &Plot::cursorLeft, m_readout, &QLabel::clear);
  new ExportActions(this, *this);
  rebuild();
}

void RelaxationPlot::setModel(const RelaxationPlotModel& model) {
  m_model = model;
  m_axes->button(model.axis == TemperatureAxis::Inverse ? 0 : 1)->setChecked(true);
  rebuild();
}

void RelaxationPlot::rebuild() {
  m_plot->setModel(drawingOf(m_model, themeOf(*this)));
  QString text = m_model.alloy;
  if (m_model.tgK)
    text += QStringLiteral(", Tg ") + temperatureText(*m_model.tgK, m_model.unit);
  if (!m_model.message.isEmpty())
    text += u' ' + m_model.message;
  m_plot->setAccessibleDescription(text);
}

/// Value and band at the pointer's temperature.
void RelaxationPlot::read(QPointF coordinates) {
  const double temperatureK = temperatureAt(coordinates.x(), m_model);
  emit temperatureHovered(temperatureK);
  const auto interpolated = [&](const auto& points, auto value) {
    // The points come by temperature, rising or falling.
    for (std::size_t i = 1; i < points.size(); ++i) {
      const double a = points[i - 1].temperatureK;
      const double b = points[i].temperatureK;
      if ((a - temperatureK) * (b - temperatureK) <= 0 && a != b) {
        const double share = (temperatureK - a) / (b - a);
        return (1 - share) * value(points[i - 1]) + share * value(points[i]);
      }
    }
    return std::nan("");
  };
  const double tau =
      interpolated(m_model.curve, [](const RelaxationPoint& p) { return p.log10TauS; });
  QString text = temperatureText(temperatureK, m_model.unit);
  if (std::isfinite(tau)) {
    text += QStringLiteral(":  log₁₀ τ ") + numberText(tau, 2);
    const double low =
        interpolated(m_model.band, [](const RelaxationBandPoint& p) { return p.lowLog10TauS; });
    const double high =
        interpolated(m_model.band, [](const RelaxationBandPoint& p) { return p.highLog10TauS; });
    if (std::isfinite(low) && std::isfinite(high))
      text += tr(" (%1 to %2)").arg(numberText(low, 1), numberText(high, 1));
  } else if (!m_model.curve.empty()) {
    text += tr(":  outside the theory");
  }
  m_readout->setText(text);
}

void RelaxationPlot::paintEvent(QPaintEvent* event) {
  QPainter(this).fillRect(event->rect(), themeOf(*this).surface);
}

void RelaxationPlot::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange)
    rebuild();
  QWidget::changeEvent(event);
}

QString RelaxationPlot::exportName() const {
  return m_model.alloy.isEmpty() ? QStringLiteral("relaxation")
                                 : QStringLiteral("relaxation-") + m_model.alloy;
}

QSizeF RelaxationPlot::exportSize() const {
  return {560, 420};
}

void RelaxationPlot::renderTo(QPainter& painter, const QRectF& area) const {
  const Theme& colours = theme(false);
  Plot::draw(drawingOf(m_model, colours), colours, painter, area, m_plot->visibleX(),
             m_plot->visibleY());
}

DataTable RelaxationPlot::data() const {
  DataTable table;
  table.headers = {QStringLiteral("series"),          QStringLiteral("kind"),
                   QStringLiteral("temperature_K"),   QStringLiteral("1000/T_1/K"),
                   QStringLiteral("log10_tau_s"),     QStringLiteral("log10_tau_low_s"),
                   QStringLiteral("log10_tau_high_s")};
  const auto row = [&](const QString& series, const QString& kind, const RelaxationPoint& point,
                       DataCell low, DataCell high) {
    table.rows.push_back({series, kind, point.temperatureK, 1000.0 / point.temperatureK,
                          point.log10TauS, std::move(low), std::move(high)});
  };
  for (const auto& point : m_model.curve) {
    const auto band = std::find_if(m_model.band.begin(), m_model.band.end(), [&](const auto& b) {
      return b.temperatureK == point.temperatureK;
    });
    if (band != m_model.band.end())
      row(m_model.alloy, QStringLiteral("theory"), point, band->lowLog10TauS, band->highLog10TauS);
    else
      row(m_model.alloy, QStringLiteral("theory"), point, {}, {});
  }
  for (const auto& overlay : m_model.overlays)
    for (const auto& point : overlay.points)
      row((overlay.alloy.isEmpty() ? m_model.alloy : overlay.alloy) + QStringLiteral(", ") +
              overlay.label,
          overlay.kind == RelaxationOverlay::Kind::Measured ? QStringLiteral("measured")
                                                            : QStringLiteral("derived"),
          point, {}, {});
  return table;
}

}  // namespace vitrine::widgets

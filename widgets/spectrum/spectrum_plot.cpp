#include "widgets/spectrum/spectrum_plot.h"

#include "widgets/export/export_actions.h"
#include "widgets/plot/plot.h"
#include "widgets/plot/segments.h"
#include "widgets/spectrum/spectrum_drawing.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QDragEnterEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPaintEvent>
#include <QPainter>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

using diffraction::AxisKind;

namespace {

/// From hard synchrotron radiation to chromium K alpha.
constexpr double kShortestA = 0.1;
constexpr double kLongestA = 2.5;
constexpr int kPlotShare = 3;  ///< height of the patterns against that of their difference

QStringList filesIn(const QMimeData& data) {
  QStringList files;
  for (const QUrl& url : data.urls()) {
    if (url.isLocalFile())
      files << url.toLocalFile();
  }
  return files;
}

}  // namespace

SpectrumPlot::SpectrumPlot(QWidget* parent)
    : QWidget(parent),
      m_plot(new Plot(this)),
      m_residual(new Plot(this)),
      m_choices(new QComboBox(this)),
      m_wavelength(new QDoubleSpinBox(this)),
      m_draws(new QToolButton(this)),
      m_nearest(new QToolButton(this)),
      m_clear(new QToolButton(this)),
      m_readout(new QLabel(this)),
      m_warning(new QLabel(this)) {
  setAccessibleName(tr("Diffraction pattern"));
  setAcceptDrops(true);
  m_plot->setAccessibleName(tr("Intensity over the scattering vector"));
  m_residual->setAccessibleName(tr("Measured minus generated intensity"));
  m_warning->setWordWrap(true);
  m_warning->setMargin(4);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  buildBar();
  column->addWidget(m_warning);
  column->addWidget(m_plot, kPlotShare);
  column->addWidget(m_residual, 1);

  connect(m_plot, &Plot::cursorMoved, this, &SpectrumPlot::read);
  connect(m_plot, &Plot::cursorLeft, m_readout, &QLabel::clear);
  new ExportActions(this, *this);
  rebuild();
}

void SpectrumPlot::buildBar() {
  m_axes = addSegments(this, {{tr("q"), tr("Plot against the scattering vector q")},
                              {tr("2θ"), tr("Plot against the scattering angle 2θ")}});
  m_choices->setAccessibleName(tr("Generator of the curve"));
  m_choices->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_wavelength->setRange(kShortestA, kLongestA);
  m_wavelength->setDecimals(4);
  m_wavelength->setSingleStep(0.01);
  m_wavelength->setPrefix(QStringLiteral("λ "));
  m_wavelength->setSuffix(QStringLiteral(" Å"));
  m_wavelength->setKeyboardTracking(false);
  m_wavelength->setAccessibleName(tr("Wavelength"));
  m_wavelength->setToolTip(
      tr("Wavelength of the radiation for the angles: 1.5418 Å is copper Kα, 0.7107 Å "
         "molybdenum Kα"));
  m_draws->setText(tr("Draws"));
  m_draws->setCheckable(true);
  m_draws->setAccessibleName(tr("Show draws"));
  m_draws->setToolTip(tr("Patterns of this alloy as they might be measured"));
  m_nearest->setText(tr("Nearest"));
  m_nearest->setCheckable(true);
  m_nearest->setAccessibleName(tr("Show the nearest measured patterns"));
  m_nearest->setToolTip(tr("Imported patterns of the alloys nearest to this one"));
  m_clear->setText(tr("Clear overlays"));
  m_clear->setAccessibleName(tr("Take off the patterns that are laid over"));
  m_readout->setMinimumWidth(0);
  m_readout->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  m_readout->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  auto* bar = new QHBoxLayout;
  bar->setContentsMargins(4, 2, 6, 0);
  bar->setSpacing(0);
  bar->addWidget(m_choices);
  bar->addSpacing(6);
  for (auto* button : m_axes->buttons())
    bar->addWidget(button);
  bar->addSpacing(6);
  bar->addWidget(m_wavelength);
  bar->addSpacing(6);
  bar->addWidget(m_draws);
  bar->addWidget(m_nearest);
  bar->addWidget(m_clear);
  bar->addWidget(m_readout, 1);
  static_cast<QVBoxLayout*>(layout())->addLayout(bar);
  connect(m_choices, &QComboBox::activated, this,
          [this](int row) { emit generatorChosen(m_choices->itemData(row).toString()); });
  connect(m_axes, &QButtonGroup::idClicked, this,
          [this](int id) { emit axisChosen(id == 0 ? AxisKind::Q : AxisKind::TwoTheta); });
  connect(m_wavelength, &QDoubleSpinBox::valueChanged, this, &SpectrumPlot::wavelengthChosen);
  connect(m_draws, &QToolButton::clicked, this, &SpectrumPlot::drawsToggled);
  connect(m_nearest, &QToolButton::clicked, this, &SpectrumPlot::nearestToggled);
  connect(m_clear, &QToolButton::clicked, this, &SpectrumPlot::measuredCleared);
}

void SpectrumPlot::setModel(const SpectrumPlotModel& model) {
  m_model = model;
  rebuild();
}

/// One generator of measured patterns needs no choice; what is simulated always says so.
void SpectrumPlot::showChoices() {
  const QSignalBlocker quiet(m_choices);
  m_choices->clear();
  for (const GeneratorChoice& choice : m_model.choices) {
    m_choices->addItem(choice.text, choice.name);
    m_choices->setItemData(m_choices->count() - 1, choice.toolTip, Qt::ToolTipRole);
    if (choice.name == m_model.choice) {
      m_choices->setCurrentIndex(m_choices->count() - 1);
      m_choices->setToolTip(choice.toolTip);
    }
  }
  m_choices->setVisible(m_model.choices.size() > 1 || !m_model.choice.isEmpty());
}

void SpectrumPlot::rebuild() {
  const bool radial = m_model.axis == AxisKind::R;
  showChoices();
  for (auto* button : m_axes->buttons())
    button->setVisible(!radial);
  m_wavelength->setVisible(!radial);
  if (!radial)
    m_axes->button(m_model.axis == AxisKind::Q ? 0 : 1)->setChecked(true);
  {
    const QSignalBlocker quiet(m_wavelength);
    m_wavelength->setValue(m_model.wavelengthA);
  }
  m_draws->setChecked(m_model.showsDraws);
  m_nearest->setVisible(m_model.offersNearest);
  m_nearest->setChecked(m_model.showsNearest);
  m_clear->setVisible(std::any_of(m_model.measured.begin(), m_model.measured.end(),
                                  [](const MeasuredCurve& curve) { return curve.dropped; }));
  m_warning->setText(m_model.warning);
  m_warning->setVisible(!m_model.warning.isEmpty());
  m_plot->setModel(drawingOf(m_model, themeOf(*this)));
  m_residual->setVisible(!m_model.measured.empty() && !m_model.mean.empty());
  if (!m_residual->isHidden())
    m_residual->setModel(residualDrawingOf(m_model, themeOf(*this)));
  QString text = m_model.alloy;
  if (m_model.peak)
    text += tr(", first peak at %1 1/Å, width %2 1/Å")
                .arg(numberText(m_model.peak->direct.shape.q1, 3),
                     numberText(m_model.peak->direct.shape.deltaQ, 3));
  for (const QString& part : {m_model.state, m_model.warning, m_model.message}) {
    if (!part.isEmpty())
      text += QStringLiteral(", ") + part;
  }
  m_plot->setAccessibleDescription(text);
}

/// Position and generated intensity under the pointer.
void SpectrumPlot::read(QPointF coordinates) {
  const bool radial = m_model.axis == AxisKind::R;
  const double q = positionAt(coordinates.x(), m_model);
  QString text = radial ? tr("r %1 Å").arg(numberText(q, 2)) : tr("q %1 1/Å").arg(numberText(q, 3));
  if (m_model.axis == AxisKind::TwoTheta)
    text = tr("2θ %1°  ").arg(numberText(coordinates.x(), 2)) + text;
  const double mean = intensityAt(m_model.positions, m_model.mean, q);
  if (std::isfinite(mean))
    text += tr(":  %1").arg(numberText(mean, radial ? 2 : 1));
  const double low = intensityAt(m_model.positions, m_model.lower, q);
  const double high = intensityAt(m_model.positions, m_model.upper, q);
  if (std::isfinite(low) && std::isfinite(high))
    text +=
        tr(" (%1 to %2)").arg(numberText(low, radial ? 2 : 0), numberText(high, radial ? 2 : 0));
  m_readout->setText(text);
}

void SpectrumPlot::dragEnterEvent(QDragEnterEvent* event) {
  if (!filesIn(*event->mimeData()).isEmpty())
    event->acceptProposedAction();
}

void SpectrumPlot::dropEvent(QDropEvent* event) {
  event->acceptProposedAction();
  emit filesDropped(filesIn(*event->mimeData()));
}

void SpectrumPlot::paintEvent(QPaintEvent* event) {
  QPainter(this).fillRect(event->rect(), themeOf(*this).surface);
}

void SpectrumPlot::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange)
    rebuild();
  QWidget::changeEvent(event);
}

QString SpectrumPlot::exportName() const {
  const QString name =
      m_model.axis == AxisKind::R ? QStringLiteral("rdf") : QStringLiteral("pattern");
  return m_model.alloy.isEmpty() ? name : name + u'-' + m_model.alloy;
}

QSizeF SpectrumPlot::exportSize() const {
  return {640, 420};
}

void SpectrumPlot::renderTo(QPainter& painter, const QRectF& area) const {
  const Theme& colours = theme(false);
  QRectF upper = area;
  const bool both = !m_model.measured.empty() && !m_model.mean.empty();
  if (both) {
    upper.setHeight(area.height() * kPlotShare / (kPlotShare + 1));
    const QRectF lower(area.left(), upper.bottom(), area.width(), area.height() - upper.height());
    const PlotModel residual = residualDrawingOf(m_model, colours);
    Plot::draw(residual, colours, painter, lower, m_plot->visibleX(), residual.y.range);
  }
  Plot::draw(drawingOf(m_model, colours), colours, painter, upper, m_plot->visibleX(),
             m_plot->visibleY());
}

DataTable SpectrumPlot::data() const {
  const bool radial = m_model.axis == AxisKind::R;
  DataTable table;
  table.headers = {QStringLiteral("series"),
                   QStringLiteral("kind"),
                   radial ? QStringLiteral("r_A") : QStringLiteral("q_1/A"),
                   QStringLiteral("two_theta_degrees"),
                   radial ? QStringLiteral("g") : QStringLiteral("intensity"),
                   QStringLiteral("lower90"),
                   QStringLiteral("upper90")};
  const auto angle = [&](double q) -> DataCell {
    if (radial)
      return {};
    const double degrees = diffraction::twoThetaFromQ(q, m_model.wavelengthA);
    return std::isfinite(degrees) ? DataCell(degrees) : DataCell();
  };
  for (std::size_t i = 0; i < m_model.mean.size(); ++i)
    table.rows.push_back({m_model.alloy, QStringLiteral("generated"), m_model.positions[i],
                          angle(m_model.positions[i]), m_model.mean[i], m_model.lower[i],
                          m_model.upper[i]});
  for (const MeasuredCurve& curve : m_model.measured)
    for (std::size_t i = 0; i < curve.positions.size(); ++i)
      table.rows.push_back(
          {curve.label,
           curve.computed ? QStringLiteral("computed") : QStringLiteral("measured"),
           curve.positions[i],
           angle(curve.positions[i]),
           curve.factor * curve.intensity[i],
           {},
           {}});
  return table;
}

}  // namespace vitrine::widgets

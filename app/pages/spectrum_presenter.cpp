#include "app/pages/spectrum_presenter.h"

#include "app/document/document.h"
#include "app/pages/input_key.h"
#include "app/pages/map_texts.h"
#include "app/services/computed_structures.h"
#include "app/services/generator_library.h"
#include "app/services/measured_patterns.h"
#include "engine/diffraction/spectrum_file.h"
#include "widgets/spectrum/spectrum_plot.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace vitrine::app {

namespace {

constexpr std::size_t kDraws = 5;
constexpr std::size_t kNearest = 2;
constexpr double kNearPercent = 5.0;
/// The scale of generated patterns.
constexpr double kMaximum = 100.0;

/// How a variant of generators is offered.
widgets::GeneratorChoice choiceOf(const std::string& variant) {
  const QString name = QString::fromStdString(variant);
  if (variant.empty())
    return {name, SpectrumPresenter::tr("measured"),
            SpectrumPresenter::tr("Pattern, learned from measured patterns")};
  if (variant == "ccgan")
    return {name, SpectrumPresenter::tr("measured, ccGAN"),
            SpectrumPresenter::tr("Pattern, learned from measured patterns by a network")};
  if (variant == "simulated")
    return {name, SpectrumPresenter::tr("simulated"),
            SpectrumPresenter::tr("X-ray pattern, computed from simulated glasses")};
  if (variant == "simulated-rdf")
    return {name, SpectrumPresenter::tr("g(r), simulated"),
            SpectrumPresenter::tr("Radial distribution function, computed from simulated glasses")};
  if (variant == "rdf")
    return {name, SpectrumPresenter::tr("g(r)"),
            SpectrumPresenter::tr("Radial distribution function")};
  return {name, name, SpectrumPresenter::tr("Another generator of this system")};
}

/// Who made the curve, for the legend.
QString legendOf(const generation::GeneratorCard& card, bool isOwn) {
  const QString system = QString::fromStdString(generation::systemName(card));
  if (card.origin == diffraction::PatternOrigin::Simulated)
    return (isOwn
                ? SpectrumPresenter::tr("computed from simulated glasses (%1, your own, %2 alloys)")
                : SpectrumPresenter::tr("computed from simulated glasses (%1, %2 alloys)"))
        .arg(system)
        .arg(card.rows);
  return (isOwn ? SpectrumPresenter::tr("generated (%1, your own, %2 measured)")
                : SpectrumPresenter::tr("generated (%1, %2 measured)"))
      .arg(system)
      .arg(card.rows);
}

/// g(r) as it is; the pattern over q, to be drawn with its highest point where a generated one has
/// it.
widgets::MeasuredCurve curveOf(const diffraction::MeasuredSpectrum& measured,
                               const diffraction::UniformAxis& axis, double wavelengthA,
                               const QString& file) {
  const auto own = measured.spectrum.wavelengthA();
  widgets::MeasuredCurve curve;
  curve.radial = measured.spectrum.axis() == diffraction::AxisKind::R;
  const auto spectrum = curve.radial
                            ? measured.spectrum
                            : diffraction::toQ(measured.spectrum, own ? *own : wavelengthA);
  curve.label = QString::fromStdString(measured.id);
  curve.positions.assign(spectrum.positions().begin(), spectrum.positions().end());
  curve.intensity.assign(spectrum.intensities().begin(), spectrum.intensities().end());
  curve.source = file;
  if (curve.radial)
    return curve;
  double highest = 0.0;
  for (std::size_t i = 0; i < curve.positions.size(); ++i) {
    if (curve.positions[i] >= axis.first && curve.positions[i] <= axis.last)
      highest = std::max(highest, curve.intensity[i]);
  }
  if (highest > 0.0)
    curve.factor = kMaximum / highest;
  return curve;
}

}  // namespace

SpectrumPresenter::SpectrumPresenter(const Workbench& workbench, widgets::SpectrumPlot& plot,
                                     QObject* parent)
    : QObject(parent),
      m_workbench(workbench),
      m_plot(plot),
      m_pattern(workbench.runner, workbench.store, {QStringLiteral("pattern")},
                [this] { show(); }) {
  Document& document = workbench.document;
  using widgets::SpectrumPlot;
  connect(&document, &Document::alloyChanged, this, &SpectrumPresenter::refresh);
  connect(&document, &Document::viewChanged, this, [this] {
    if (variant() == m_variant)
      show();
    else
      refresh();
  });
  connect(&workbench.generators, &GeneratorLibrary::changed, this, &SpectrumPresenter::refresh);
  connect(&plot, &SpectrumPlot::generatorChosen, this, [&document](const QString& name) {
    document.chooseView(&ViewChoices::patternVariant, name);
  });
  connect(&plot, &SpectrumPlot::axisChosen, this, [&document](diffraction::AxisKind axis) {
    document.chooseView(&ViewChoices::patternAxis, axis);
  });
  connect(&plot, &SpectrumPlot::wavelengthChosen, this, [&document](double wavelengthA) {
    document.chooseView(&ViewChoices::wavelengthA, wavelengthA);
  });
  connect(&plot, &SpectrumPlot::drawsToggled, this,
          [&document](bool shown) { document.chooseView(&ViewChoices::patternDraws, shown); });
  connect(&plot, &SpectrumPlot::nearestToggled, this,
          [&document](bool shown) { document.chooseView(&ViewChoices::nearestPatterns, shown); });
  connect(&workbench.measured, &MeasuredPatterns::changed, this, &SpectrumPresenter::show);
  connect(&workbench.computed, &ComputedStructures::patternShown, this,
          &SpectrumPresenter::addComputed);
  connect(&plot, &SpectrumPlot::filesDropped, this, &SpectrumPresenter::openFiles);
  connect(&plot, &SpectrumPlot::measuredCleared, this, [this] {
    m_measured.clear();
    show();
  });
  refresh();
}

std::string SpectrumPresenter::variant() const {
  const Document& document = m_workbench.document;
  const auto variants = m_workbench.generators.variantsFor(document.alloy());
  const std::string chosen = document.view().patternVariant.toStdString();
  if (variants.empty() || variants.contains(chosen))
    return chosen;
  for (const char* usual : {"", "simulated"})
    if (variants.contains(usual))
      return usual;
  return *variants.begin();
}

void SpectrumPresenter::addChoices(widgets::SpectrumPlotModel& model) const {
  for (const auto& each : m_workbench.generators.variantsFor(m_workbench.document.alloy()))
    model.choices.push_back(choiceOf(each));
  if (!model.choices.empty())
    model.choice = QString::fromStdString(m_variant);
}

QString SpectrumPresenter::missing() const {
  const auto offer = m_workbench.generators.offerFor(m_workbench.document.alloy(), m_variant);
  if (offer.name.empty())
    return noGeneratorText(m_workbench.generators.systems());
  if (offer.isPending())
    return tr("The patterns are being loaded.");
  return offer.failure;
}

void SpectrumPresenter::refresh() {
  const alloy::Composition alloy = m_workbench.document.alloy();
  m_variant = variant();
  const auto offer = m_workbench.generators.offerFor(alloy, m_variant);
  if (offer.generator) {
    const auto& card = offer.generator->card();
    m_generator = legendOf(card, offer.isOwn);
    const std::size_t bytes = (4 + kDraws) * card.axis.points * sizeof(double);
    m_pattern.request(
        offer.key + ' ' + inputKey(alloy),
        [generator = offer.generator, alloy](const RunContext& context) {
          return generatedPattern(*generator, alloy, kDraws, context);
        },
        bytes);
  } else {
    m_pattern.reset();
  }
  show();
}

void SpectrumPresenter::show() {
  const Document& document = m_workbench.document;
  const ViewChoices& view = document.view();
  widgets::SpectrumPlotModel model;
  model.alloy = QString::fromStdString(document.alloy().formula());
  model.axis = m_variant.ends_with("rdf") ? diffraction::AxisKind::R : view.patternAxis;
  const bool radial = model.axis == diffraction::AxisKind::R;
  addChoices(model);
  model.wavelengthA = view.wavelengthA;
  model.showsDraws = view.patternDraws;
  std::ranges::copy_if(m_measured, std::back_inserter(model.measured),
                       [&](const auto& curve) { return curve.radial == radial; });
  if (!radial)
    addNearest(model);
  model.message = m_pattern.freshness() == Freshness::Failed ? m_pattern.failure() : missing();
  const GeneratedPattern* pattern = m_pattern.value();
  if (pattern == nullptr || !model.message.isEmpty()) {
    // Words in the middle would hide what is laid over.
    if (!model.measured.empty())
      model.warning = std::exchange(model.message, QString());
    m_plot.setModel(model);
    return;
  }
  model.generator = m_generator;
  model.positions = pattern->positions;
  model.mean = pattern->mean;
  model.lower = pattern->lower;
  model.upper = pattern->upper;
  model.draws = pattern->draws;
  model.outside = pattern->coverage.domain == alloy::Domain::Outside;
  model.warning = QString::fromStdString(pattern->coverage.reason);
  model.stale = m_pattern.isOverdue();
  if (pattern->peak) {
    model.peak = pattern->peak;
  }
  // The rule was found on measured patterns; simulated glasses are glasses.
  if (pattern->peak && !m_variant.starts_with("simulated")) {
    model.state = stateText(diffraction::glassState(pattern->peak->direct.shape.deltaQ));
    if (pattern->peak->hasSeveralMaxima())
      model.state += tr(", %1 maxima").arg(pattern->peak->maxima);
  }
  m_plot.setModel(model);
}

void SpectrumPresenter::addNearest(widgets::SpectrumPlotModel& model) const {
  const MeasuredPatterns& imported = m_workbench.measured;
  model.offersNearest = imported.patterns() != nullptr;
  model.showsNearest = m_workbench.document.view().nearestPatterns;
  if (!model.offersNearest || !model.showsNearest)
    return;
  const auto& set = *imported.patterns();
  for (const auto& [index, distance] :
       imported.nearest(m_workbench.document.alloy(), kNearest, kNearPercent)) {
    const auto& pattern = set.patterns[index];
    widgets::MeasuredCurve curve;
    curve.label = tr("%1, %2 at.% away")
                      .arg(QString::fromStdString(pattern.composition.formula()),
                           widgets::numberText(distance, 1));
    curve.positions = set.axis.positions();
    curve.intensity = pattern.intensities;
    curve.source = QString::fromStdString(set.source + ' ' + pattern.id);
    curve.dropped = false;
    model.measured.push_back(std::move(curve));
  }
}

diffraction::UniformAxis SpectrumPresenter::shownAxis() const {
  const GeneratedPattern* pattern = m_pattern.value();
  if (pattern == nullptr || pattern->axis != diffraction::AxisKind::Q)
    return diffraction::kPaperAxis;
  return {pattern->positions.front(), pattern->positions.back(), pattern->positions.size()};
}

void SpectrumPresenter::addComputed(const QString& glass, const diffraction::Spectrum& pattern) {
  auto curve = curveOf({glass.toStdString(), {}, pattern}, shownAxis(),
                       m_workbench.document.view().wavelengthA, tr("a structure of atoms"));
  curve.computed = true;
  // The same glass once more takes the place of its pattern of before.
  std::erase_if(m_measured, [&](const widgets::MeasuredCurve& before) {
    return before.computed && before.label == curve.label;
  });
  m_measured.push_back(std::move(curve));
  // It cannot be laid over g(r).
  if (m_variant.ends_with("rdf"))
    m_workbench.document.chooseView(&ViewChoices::patternVariant, QString());
  show();
}

void SpectrumPresenter::openFiles(const QStringList& paths) {
  for (const QString& path : paths)
    openFile(path);
}

void SpectrumPresenter::openFile(const QString& path) {
  const double wavelengthA = m_workbench.document.view().wavelengthA;
  const auto axis = shownAxis();
  m_workbench.runner.start<std::vector<widgets::MeasuredCurve>>(
      {QStringLiteral("pattern file ") + path, Priority::Interactive,
       tr("Reading %1").arg(QFileInfo(path).fileName())},
      [path, axis, wavelengthA](const RunContext& context) {
        std::vector<widgets::MeasuredCurve> curves;
        const auto collection = diffraction::readSpectrumFile(path.toStdString(), {}, context);
        for (const auto& measured : collection.spectra) {
          context.tick();
          curves.push_back(curveOf(measured, axis, wavelengthA, path));
        }
        return curves;
      },
      [this](std::vector<widgets::MeasuredCurve> curves) {
        m_measured.insert(m_measured.end(), curves.begin(), curves.end());
        show();
      },
      [this](const QString& failure) { emit problem(failure); });
}

}  // namespace vitrine::app

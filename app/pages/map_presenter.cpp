#include "app/pages/map_presenter.h"

#include "app/data/table_desk.h"
#include "app/document/document.h"
#include "app/pages/input_key.h"
#include "app/pages/map_texts.h"
#include "app/services/model_library.h"
#include "app/services/reference_library.h"
#include "engine/alloy/formula.h"
#include "engine/alloy/grid.h"
#include "engine/core/error.h"
#include "widgets/alloy/element_names.h"
#include "widgets/ternary/ternary_map.h"

#include <algorithm>
#include <cmath>

namespace vitrine::app {

using prediction::Property;

namespace {

/// 231 and 5151 alloys: steps of 5 and of 1 % of what the corners share out.
constexpr int kCoarseDivisions = 20;
constexpr int kFineDivisions = 100;
constexpr std::size_t kNextAlloys = 5;
/// While an edit goes on the fine picture would be thrown away again and again.
constexpr int kRefineAfterMs = 100;
constexpr double kInPlanePercent = 0.05;

std::optional<alloy::TernarySection> sectionOf(const SectionPlane& plane) {
  try {
    return alloy::TernarySection(plane.corners, plane.fixedPercent);
  } catch (const Error&) {
    return {};
  }
}

}  // namespace

MapPresenter::MapPresenter(const Workbench& workbench, widgets::TernaryMap& map, QObject* parent)
    : QObject(parent),
      m_workbench(workbench),
      m_map(map),
      m_coarse(workbench.runner, workbench.store,
               {QStringLiteral("map coarse"), Priority::Interactive}, [this] { show(); }),
      m_fine(workbench.runner, workbench.store,
             {QStringLiteral("map fine"), Priority::Visible, tr("Refining the map")},
             [this] { show(); }),
      m_next(workbench.runner, workbench.store,
             {QStringLiteral("map next"), Priority::Background,
              tr("Looking for the alloys to measure next")},
             [this] { show(); }),
      m_rows(workbench.runner, workbench.store, {QStringLiteral("map rows"), Priority::Visible},
             [this] { show(); }) {
  Document& document = workbench.document;
  using widgets::TernaryMap;
  connect(&document, &Document::alloyChanged, this, &MapPresenter::follow);
  connect(&document, &Document::sectionChanged, this, &MapPresenter::refresh);
  connect(&document, &Document::viewChanged, this, &MapPresenter::show);
  connect(&workbench.models, &ModelLibrary::changed, this, &MapPresenter::refresh);
  connect(&workbench.references, &ReferenceLibrary::changed, this, &MapPresenter::show);
  connect(&workbench.generators, &GeneratorLibrary::changed, this, &MapPresenter::refresh);
  connect(&map, &TernaryMap::pointChosen, this,
          [&document](const std::array<double, 3>& weights, bool finished) {
            if (sectionOf(sectionPlane(document.state())))
              document.chooseInSection(weights, finished ? Gesture::Finished : Gesture::Going);
          });
  connect(&workbench.desk, &TableDesk::currentChanged, this, &MapPresenter::requestRows);
  connect(&workbench.desk, &TableDesk::tableChanged, this, &MapPresenter::requestRows);
  connect(&workbench.desk, &TableDesk::selectionChanged, this, &MapPresenter::show);
  connect(&map, &TernaryMap::markerChosen, this, [this, &document](const QString& formula) {
    selectRows(formula);
    const auto parsed = alloy::parseFormula(formula.toStdString());
    if (parsed.composition)
      document.setAlloy(*parsed.composition);
  });
  connect(&map, &TernaryMap::rangeLockToggled, this, [this, &document](bool locked) {
    std::optional<widgets::ValueRange> range;
    if (locked && best().value() != nullptr)
      range = widgets::valueRange(
          quantityMap(*best().value(), document.state().section.quantity).values);
    document.setLockedRange(range);
  });
  connect(&map, &TernaryMap::pointHovered, this, &MapPresenter::read);
  connect(&map, &TernaryMap::hoverLeft, this, [this] { emit readOut({}); });
  m_refine.setSingleShot(true);
  m_refine.setInterval(kRefineAfterMs);
  connect(&m_refine, &QTimer::timeout, this, &MapPresenter::refine);
  refresh();
}

void MapPresenter::follow() {
  const Document& document = m_workbench.document;
  const bool samePlane = wanted() == m_wanted && m_map.model().message.isEmpty();
  const auto section = sectionOf(sectionPlane(document.state()));
  if (!samePlane || !section) {
    refresh();
    return;
  }
  const alloy::Composition alloy = document.alloy();
  m_map.setCurrent(section->weights(alloy), section->distance(alloy) < kInPlanePercent);
}

void MapPresenter::refresh() {
  m_wanted = wanted();
  if (!sectionOf(sectionPlane(m_workbench.document.state())) || !missing().isEmpty()) {
    m_refine.stop();
    m_coarse.reset();
    m_fine.reset();
  } else if (!m_fine.recall(m_wanted)) {
    m_fine.expire();
    m_refine.start();
    request(m_coarse, kCoarseDivisions);
  }
  requestNext();
  requestRows();
  show();
}

void MapPresenter::refine() {
  if (missing().isEmpty())
    request(m_fine, kFineDivisions);
}

std::string MapPresenter::wanted() const {
  const WorkbenchState& state = m_workbench.document.state();
  const NeededModels needed = neededModels(state.section.quantity);
  return std::string(needed.tg ? "Tg " : "") + (needed.tm ? "Tm " : "") +
         (needed.tg || needed.tm ? m_workbench.models.generation() : std::string()) +
         (needed.generator ? "patterns " + generatorOffer().key + ' ' : "") +
         inputKey(sectionPlane(state));
}

void MapPresenter::request(LiveEstimates& result, int divisions) {
  const WorkbenchState& state = m_workbench.document.state();
  const SectionPlane plane = sectionPlane(state);
  const NeededModels needed = neededModels(state.section.quantity);
  SectionModels models;
  if (needed.tg)
    models.tg = m_workbench.models.model(Property::Tg);
  if (needed.tm)
    models.tm = m_workbench.models.model(Property::Tm);
  if (needed.generator)
    models.generator = generatorOffer().generator;
  const auto points =
      static_cast<std::size_t>(divisions + 1) * static_cast<std::size_t>(divisions + 2) / 2;
  result.request(
      m_wanted,
      [plane, divisions, models](const RunContext& context) {
        return sectionEstimates(plane, divisions, models, context);
      },
      points * 40);
}

void MapPresenter::requestNext() {
  const WorkbenchState& state = m_workbench.document.state();
  if (!neededModels(state.section.quantity).generator || !missing().isEmpty()) {
    m_next.reset();
    return;
  }
  const GeneratorLibrary::Offer offer = generatorOffer();
  const SectionPlane plane = sectionPlane(state);
  m_next.request(
      offer.key + ' ' + inputKey(plane),
      [generator = offer.generator, plane](const RunContext& context) {
        return nextAlloys(*generator, plane, kNextAlloys, context);
      },
      kNextAlloys * sizeof(NextAlloy));
}

/// The rows of the current table are marked, too.
void MapPresenter::requestRows() {
  const TableDesk& desk = m_workbench.desk;
  const SectionPlane plane = sectionPlane(m_workbench.document.state());
  const auto section = sectionOf(plane);
  if (desk.current() == 0 || !section) {
    if (m_rows.freshness() != Freshness::Empty)
      m_rows.reset();
    return;
  }
  m_rows.request(std::to_string(desk.current()) + ' ' +
                     std::to_string(desk.revision(desk.current())) + ' ' + inputKey(plane),
                 [table = desk.snapshot(desk.current()), section = *section](
                     const RunContext& context) { return rowMarkers(*table, section, context); });
}

/// A marked row that is chosen on the map is selected in its table.
void MapPresenter::selectRows(const QString& formula) {
  if (m_rows.freshness() != Freshness::Current)
    return;
  std::vector<std::size_t> rows;
  for (const RowMarker& row : *m_rows.value())
    if (row.marker.formula == formula)
      rows.push_back(row.row);
  if (!rows.empty())
    m_workbench.desk.setSelection(std::move(rows));
}

const MapPresenter::LiveEstimates& MapPresenter::best() const {
  if (m_fine.freshness() == Freshness::Current)
    return m_fine;
  return m_coarse.value() != nullptr ? m_coarse : m_fine;
}

QString MapPresenter::missing() const {
  const NeededModels needed = neededModels(m_workbench.document.state().section.quantity);
  for (const Property property : {Property::Tg, Property::Tm}) {
    if (!(property == Property::Tg ? needed.tg : needed.tm))
      continue;
    if (const QString failure = m_workbench.models.failure(property); !failure.isEmpty())
      return failure;
    if (m_workbench.models.isPending(property))
      return tr("The models are being loaded.");
  }
  if (needed.generator) {
    const GeneratorLibrary::Offer offer = generatorOffer();
    if (offer.name.empty())
      return noGeneratorText(m_workbench.generators.systems());
    if (offer.isPending())
      return tr("The patterns are being loaded.");
    return offer.failure;
  }
  return {};
}

GeneratorLibrary::Offer MapPresenter::generatorOffer() const {
  const auto section = sectionOf(sectionPlane(m_workbench.document.state()));
  if (!section)
    return {};
  // The alloy in the middle holds every element of the section.
  return m_workbench.generators.offerFor(section->at({1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0}));
}

void MapPresenter::show() {
  if (best().isPending())
    return;
  const Document& document = m_workbench.document;
  const MapSection& choices = document.state().section;
  const SectionPlane plane = sectionPlane(document.state());
  const QuantityText words = quantityText(choices.quantity, document.view().temperatureUnit);
  widgets::TernaryMapModel model;
  for (std::size_t i = 0; i < 3; ++i)
    model.corners[i] = widgets::elementSymbol(plane.corners[i]);
  model.fixedText = fixedText(plane);
  model.quantity = words.name;
  model.unit = words.unit;
  model.decimals = words.decimals;
  model.colourMap = choices.colourMap;
  model.contours = choices.contours;
  model.clockwise = choices.clockwise;
  model.rangeLocked = choices.lockedRange.has_value();
  model.message = missing();
  if (const auto section = sectionOf(plane)) {
    model.variablePercent = section->variablePercent();
    const alloy::Composition alloy = document.alloy();
    model.current = section->weights(alloy);
    model.currentInPlane = section->distance(alloy) < kInPlanePercent;
    addMarkers(model);
    addValues(model);
  } else {
    model.message = tr("The alloy contains none of the corner elements; choose other corners.");
  }
  m_map.setModel(model);
}

void MapPresenter::addValues(widgets::TernaryMapModel& model) const {
  const Document& document = m_workbench.document;
  const MapSection& choices = document.state().section;
  const LiveEstimates& result = best();
  if (result.freshness() == Freshness::Failed)
    model.message = result.failure();
  if (result.value() == nullptr || !model.message.isEmpty())
    return;
  QuantityMap map = quantityMap(*result.value(), choices.quantity);
  if (map.values.empty())
    return;
  const auto unit = document.view().temperatureUnit;
  const auto onScreen = [&](double value) {
    return quantityText(choices.quantity, unit).isTemperature ? widgets::toDisplay(value, unit)
                                                              : value;
  };
  std::transform(map.values.begin(), map.values.end(), map.values.begin(), onScreen);
  model.divisions = result.value()->divisions;
  model.values = std::move(map.values);
  model.domain = std::move(map.domain);
  model.stale = result.isOverdue();
  if (choices.lockedRange)
    model.range = widgets::ValueRange{onScreen(choices.lockedRange->low),
                                      onScreen(choices.lockedRange->high)};
  model.categories = categoryTexts(choices.quantity);
  const auto known = std::count_if(model.values.begin(), model.values.end(),
                                   [](double value) { return std::isfinite(value); });
  // Less than a corner's triangle is no picture.
  if (known < 3)
    model.message =
        tr("There is no prediction here: the models were never trained on one of these "
           "elements.");
}

void MapPresenter::addMarkers(widgets::TernaryMapModel& model) const {
  const Document& document = m_workbench.document;
  const auto section = sectionOf(sectionPlane(document.state()));
  if (!neededModels(document.state().section.quantity).generator) {
    model.markers = knownAlloyMarkers(m_workbench.references.content().alloys, *section,
                                      document.view().temperatureUnit);
    addRows(model);
    return;
  }
  const GeneratorLibrary::Offer offer = generatorOffer();
  if (!offer.generator)
    return;
  model.markers = measuredPatternMarkers(*offer.generator, *section);
  if (m_next.freshness() == Freshness::Current) {
    const auto next = nextMeasurementMarkers(*m_next.value(), *section);
    model.markers.insert(model.markers.end(), next.begin(), next.end());
  }
}

void MapPresenter::addRows(widgets::TernaryMapModel& model) const {
  if (m_rows.freshness() != Freshness::Current)
    return;
  const auto& selection = m_workbench.desk.selection();
  for (const RowMarker& row : *m_rows.value()) {
    model.markers.push_back(row.marker);
    if (std::binary_search(selection.begin(), selection.end(), row.row))
      model.markers.back().kind = widgets::MarkerKind::SelectedRow;
  }
}

void MapPresenter::read(const std::array<double, 3>& weights) {
  const Document& document = m_workbench.document;
  const auto section = sectionOf(sectionPlane(document.state()));
  if (!section)
    return;
  const QuantityText words =
      quantityText(document.state().section.quantity, document.view().temperatureUnit);
  QStringList parts;
  for (std::size_t i = 0; i < 3; ++i)
    parts << widgets::elementSymbol(section->corners()[i]) + u' ' +
                 widgets::numberText(weights[i] * section->variablePercent(), 1);
  const double value = m_map.valueAt(weights);
  QString text = tr("%1 at.%").arg(parts.join(QStringLiteral("  ")));
  if (std::isfinite(value) && categoryTexts(document.state().section.quantity).empty())
    text += QStringLiteral("   %1 %2 %3")
                .arg(words.name, widgets::numberText(value, words.decimals), words.unit);
  emit readOut(text);
}

}  // namespace vitrine::app

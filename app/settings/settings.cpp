#include "app/settings/settings.h"

#include "app/settings/settings_keys.h"
#include "engine/alloy/element.h"
#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "widgets/alloy/element_names.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <cmath>
#include <utility>

namespace vitrine::app {

namespace {

constexpr int kFormat = 1;

int atomicNumberOf(const QString& symbol) {
  const alloy::Element* element = alloy::findElement(symbol.toStdString());
  return element == nullptr ? 0 : element->atomicNumber;
}

/// The enumerator whose word is stored, or the one that was there before.
template <class T>
T choice(const QSettings& file, const char* key, T before,
         std::initializer_list<std::pair<const char*, T>> words) {
  const QString stored = file.value(QLatin1String(key)).toString();
  for (const auto& [word, value] : words) {
    if (stored == QLatin1String(word))
      return value;
  }
  return before;
}

template <class T>
QString wordFor(T wanted, std::initializer_list<std::pair<const char*, T>> words) {
  for (const auto& [word, value] : words) {
    if (value == wanted)
      return QString::fromLatin1(word);
  }
  return {};
}

using widgets::ContentUnit;
using widgets::ParitySplit;
using widgets::TemperatureAxis;
using widgets::TemperatureUnit;
using widgets::ThemeChoice;

const std::initializer_list<std::pair<const char*, ThemeChoice>> kThemes{
    {"system", ThemeChoice::System}, {"light", ThemeChoice::Light}, {"dark", ThemeChoice::Dark}};
const std::initializer_list<std::pair<const char*, ContentUnit>> kContentUnits{
    {"at", ContentUnit::AtomicPercent}, {"wt", ContentUnit::WeightPercent}};
const std::initializer_list<std::pair<const char*, TemperatureUnit>> kTemperatureUnits{
    {"K", TemperatureUnit::Kelvin}, {"C", TemperatureUnit::Celsius}};
const std::initializer_list<std::pair<const char*, TemperatureAxis>> kAxes{
    {"1000/T", TemperatureAxis::Inverse}, {"T", TemperatureAxis::Linear}};
const std::initializer_list<std::pair<const char*, diffraction::AxisKind>> kPatternAxes{
    {"q", diffraction::AxisKind::Q}, {"2theta", diffraction::AxisKind::TwoTheta}};
const std::initializer_list<std::pair<const char*, ParitySplit>> kSplits{
    {"random", ParitySplit::Random}, {"grouped", ParitySplit::Grouped}};

}  // namespace

QString Settings::defaultFile() {
  return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
         QStringLiteral("/vitrine/vitrine.ini");
}

Settings::Settings(const QString& file)
    : m_file(std::make_unique<QSettings>(file, QSettings::IniFormat)) {
  if (m_file->status() != QSettings::FormatError)
    return;
  m_file.reset();
  const QString aside = file + QStringLiteral(".damaged");
  QFile::remove(aside);
  QFile::rename(file, aside);
  m_notices << tr("The settings in %1 could not be read and start afresh; the old file is kept "
                  "as %2.")
                   .arg(QFileInfo(file).fileName(), QFileInfo(aside).fileName());
  m_file = std::make_unique<QSettings>(file, QSettings::IniFormat);
}

WorkbenchState Settings::state() {
  WorkbenchState state = firstState();
  const QString formula = m_file->value(QLatin1String(keys::kAlloyFormula)).toString();
  if (!formula.isEmpty()) {
    const alloy::ParsedFormula parsed = alloy::parseFormula(formula.toStdString());
    if (parsed.composition)
      state.rows = alloy::rowsOf(*parsed.composition);
    else
      m_notices << tr("The last alloy could not be read from the settings.");
  }
  const QStringList locked = m_file->value(QLatin1String(keys::kAlloyLocked)).toStringList();
  for (alloy::EditRow& row : state.rows)
    row.locked = locked.contains(widgets::elementSymbol(row.atomicNumber));
  readSection(state.section);
  if (state.section.followsAlloy)
    state.section.corners = cornersFor(state.rows, state.section.corners);
  return state;
}

void Settings::readSection(MapSection& section) {
  const QSettings& file = *m_file;
  MapSection stored = section;
  const QStringList corners = file.value(QLatin1String(keys::kMapCorners)).toStringList();
  if (corners.size() == 3) {
    for (std::size_t i = 0; i < 3; ++i)
      stored.corners[i] = atomicNumberOf(corners[static_cast<qsizetype>(i)]);
  }
  stored.followsAlloy =
      file.value(QLatin1String(keys::kMapFollowsAlloy), section.followsAlloy).toBool();
  for (const QString& part : file.value(QLatin1String(keys::kMapFixed)).toStringList())
    stored.fixedPercent.push_back(
        {atomicNumberOf(part.section(u' ', 0, 0)), part.section(u' ', 1).toDouble()});
  const std::string quantity =
      file.value(QLatin1String(keys::kMapQuantity)).toString().toStdString();
  for (const MapQuantity candidate : kMapQuantities) {
    if (quantity == mapQuantityKey(candidate))
      stored.quantity = candidate;
  }
  const QStringList range = file.value(QLatin1String(keys::kMapRange)).toStringList();
  if (range.size() == 2 && range[0].toDouble() < range[1].toDouble())
    stored.lockedRange = widgets::ValueRange{range[0].toDouble(), range[1].toDouble()};
  const std::string colours = file.value(QLatin1String(keys::kMapColours)).toString().toStdString();
  for (const widgets::ColourMap map : widgets::kColourMaps) {
    if (colours == widgets::colourMapName(map))
      stored.colourMap = map;
  }
  stored.clockwise = file.value(QLatin1String(keys::kMapClockwise), section.clockwise).toBool();
  stored.contours = file.value(QLatin1String(keys::kMapContours), section.contours).toBool();
  try {
    const alloy::TernarySection checked(stored.corners, stored.fixedPercent);
    section = stored;
  } catch (const Error&) {
    m_notices << tr("The last composition triangle could not be read from the settings.");
  }
}

ViewChoices Settings::view() {
  const QSettings& file = *m_file;
  ViewChoices view;
  view.contentUnit = choice(file, keys::kContentUnit, view.contentUnit, kContentUnits);
  view.temperatureUnit =
      choice(file, keys::kTemperatureUnit, view.temperatureUnit, kTemperatureUnits);
  view.temperatureAxis = choice(file, keys::kTemperatureAxis, view.temperatureAxis, kAxes);
  view.paperBand = file.value(QLatin1String(keys::kPaperBand), view.paperBand).toBool();
  view.overlays = file.value(QLatin1String(keys::kOverlays), view.overlays).toBool();
  view.patternVariant =
      file.value(QLatin1String(keys::kPatternVariant), view.patternVariant).toString();
  view.patternAxis = choice(file, keys::kPatternAxis, view.patternAxis, kPatternAxes);
  const double wavelengthA = file.value(QLatin1String(keys::kPatternWavelength)).toDouble();
  if (wavelengthA > 0.0 && std::isfinite(wavelengthA))
    view.wavelengthA = wavelengthA;
  view.patternDraws = file.value(QLatin1String(keys::kPatternDraws), view.patternDraws).toBool();
  view.nearestPatterns =
      file.value(QLatin1String(keys::kPatternNearest), view.nearestPatterns).toBool();
  if (file.value(QLatin1String(keys::kParityProperty)).toString() == QLatin1String("Tm"))
    view.parityProperty = QStringLiteral("Tm");
  view.paritySplit = choice(file, keys::kParitySplit, view.paritySplit, kSplits);
  view.paritySeries = file.value(QLatin1String(keys::kParitySeries), view.paritySeries).toString();
  return view;
}

widgets::ThemeChoice Settings::theme() {
  return choice(*m_file, keys::kTheme, ThemeChoice::System, kThemes);
}

QByteArray Settings::windowGeometry() const {
  return m_file->value(QLatin1String(keys::kWindowGeometry)).toByteArray();
}

QByteArray Settings::windowLayout() const {
  return m_file->value(QLatin1String(keys::kWindowLayout)).toByteArray();
}

QByteArray Settings::patternsGeometry() const {
  return m_file->value(QLatin1String(keys::kPatternsGeometry)).toByteArray();
}

QString Settings::patternsFolder() const {
  return m_file->value(QLatin1String(keys::kPatternsFolder)).toString();
}

QByteArray Settings::dataGeometry() const {
  return m_file->value(QLatin1String(keys::kDataGeometry)).toByteArray();
}

QString Settings::dataFolder() const {
  return m_file->value(QLatin1String(keys::kDataFolder)).toString();
}

QString Settings::thermodynamicDatabase() const {
  return m_file->value(QLatin1String(keys::kThermodynamicDatabase)).toString();
}

QByteArray Settings::glassGeometry() const {
  return m_file->value(QLatin1String(keys::kGlassGeometry)).toByteArray();
}

QString Settings::glassFolder() const {
  return m_file->value(QLatin1String(keys::kGlassFolder)).toString();
}

QString Settings::quenchFolder() const {
  const QString chosen = m_file->value(QLatin1String(keys::kQuenchFolder)).toString();
  return chosen.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) +
                                QStringLiteral("/vitrine")
                          : chosen;
}

QString Settings::lammps() const {
  const QString chosen = m_file->value(QLatin1String(keys::kLammps)).toString();
  return chosen.isEmpty() ? QStringLiteral("lmp") : chosen;
}

namespace {

const char* modelKey(prediction::Property property) {
  return property == prediction::Property::Tg ? keys::kModelTg : keys::kModelTm;
}

}  // namespace

QString Settings::ownModel(prediction::Property property) const {
  return m_file->value(QLatin1String(modelKey(property))).toString();
}

void Settings::setOwnModel(prediction::Property property, const QString& name) {
  m_file->setValue(QLatin1String(modelKey(property)), name);
}

void Settings::setState(const WorkbenchState& state) {
  m_file->setValue(QLatin1String(keys::kVersion), kFormat);
  m_file->setValue(QLatin1String(keys::kAlloyFormula),
                   QString::fromStdString(alloyOf(state.rows).formula(6)));
  QStringList locked;
  for (const alloy::EditRow& row : state.rows) {
    if (row.locked)
      locked << widgets::elementSymbol(row.atomicNumber);
  }
  m_file->setValue(QLatin1String(keys::kAlloyLocked), locked);
  const MapSection& section = state.section;
  m_file->setValue(QLatin1String(keys::kMapCorners),
                   QStringList{widgets::elementSymbol(section.corners[0]),
                               widgets::elementSymbol(section.corners[1]),
                               widgets::elementSymbol(section.corners[2])});
  m_file->setValue(QLatin1String(keys::kMapFollowsAlloy), section.followsAlloy);
  QStringList fixed;
  for (const alloy::Share& share : section.fixedPercent)
    fixed << widgets::elementSymbol(share.atomicNumber) + u' ' +
                 QString::number(share.amount, 'g', 10);
  m_file->setValue(QLatin1String(keys::kMapFixed), fixed);
  m_file->setValue(QLatin1String(keys::kMapQuantity),
                   QString::fromLatin1(mapQuantityKey(section.quantity).data()));
  QStringList range;
  if (section.lockedRange)
    range = {QString::number(section.lockedRange->low, 'g', 10),
             QString::number(section.lockedRange->high, 'g', 10)};
  m_file->setValue(QLatin1String(keys::kMapRange), range);
  m_file->setValue(QLatin1String(keys::kMapColours),
                   QString::fromLatin1(widgets::colourMapName(section.colourMap).data()));
  m_file->setValue(QLatin1String(keys::kMapClockwise), section.clockwise);
  m_file->setValue(QLatin1String(keys::kMapContours), section.contours);
}

void Settings::setView(const ViewChoices& view) {
  m_file->setValue(QLatin1String(keys::kContentUnit), wordFor(view.contentUnit, kContentUnits));
  m_file->setValue(QLatin1String(keys::kTemperatureUnit),
                   wordFor(view.temperatureUnit, kTemperatureUnits));
  m_file->setValue(QLatin1String(keys::kTemperatureAxis), wordFor(view.temperatureAxis, kAxes));
  m_file->setValue(QLatin1String(keys::kPaperBand), view.paperBand);
  m_file->setValue(QLatin1String(keys::kOverlays), view.overlays);
  m_file->setValue(QLatin1String(keys::kPatternVariant), view.patternVariant);
  m_file->setValue(QLatin1String(keys::kPatternAxis), wordFor(view.patternAxis, kPatternAxes));
  m_file->setValue(QLatin1String(keys::kPatternWavelength), view.wavelengthA);
  m_file->setValue(QLatin1String(keys::kPatternDraws), view.patternDraws);
  m_file->setValue(QLatin1String(keys::kPatternNearest), view.nearestPatterns);
  m_file->setValue(QLatin1String(keys::kParityProperty), view.parityProperty);
  m_file->setValue(QLatin1String(keys::kParitySplit), wordFor(view.paritySplit, kSplits));
  m_file->setValue(QLatin1String(keys::kParitySeries), view.paritySeries);
}

void Settings::setTheme(widgets::ThemeChoice theme) {
  m_file->setValue(QLatin1String(keys::kTheme), wordFor(theme, kThemes));
}

void Settings::setWindow(const QByteArray& geometry, const QByteArray& layout) {
  m_file->setValue(QLatin1String(keys::kWindowGeometry), geometry);
  m_file->setValue(QLatin1String(keys::kWindowLayout), layout);
}

void Settings::setPatternsGeometry(const QByteArray& geometry) {
  m_file->setValue(QLatin1String(keys::kPatternsGeometry), geometry);
}

void Settings::setPatternsFolder(const QString& folder) {
  m_file->setValue(QLatin1String(keys::kPatternsFolder), folder);
}

void Settings::setDataGeometry(const QByteArray& geometry) {
  m_file->setValue(QLatin1String(keys::kDataGeometry), geometry);
}

void Settings::setDataFolder(const QString& folder) {
  m_file->setValue(QLatin1String(keys::kDataFolder), folder);
}

void Settings::setThermodynamicDatabase(const QString& path) {
  m_file->setValue(QLatin1String(keys::kThermodynamicDatabase), path);
}

void Settings::setGlassGeometry(const QByteArray& geometry) {
  m_file->setValue(QLatin1String(keys::kGlassGeometry), geometry);
}

void Settings::setGlassFolder(const QString& folder) {
  m_file->setValue(QLatin1String(keys::kGlassFolder), folder);
}

void Settings::setQuenchFolder(const QString& folder) {
  m_file->setValue(QLatin1String(keys::kQuenchFolder), folder);
}

void Settings::setLammps(const QString& program) {
  m_file->setValue(QLatin1String(keys::kLammps), program);
}

}  // namespace vitrine::app

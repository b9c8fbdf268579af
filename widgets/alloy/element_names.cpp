#include "widgets/alloy/element_names.h"

#include "engine/alloy/element.h"

#include <QCoreApplication>

#include <array>

namespace vitrine::widgets {

namespace {

// Listed here for the translators; the engine's names are English.
constexpr std::array<const char*, alloy::kElementCount> kNames{
    QT_TRANSLATE_NOOP("Element", "Hydrogen"),     QT_TRANSLATE_NOOP("Element", "Helium"),
    QT_TRANSLATE_NOOP("Element", "Lithium"),      QT_TRANSLATE_NOOP("Element", "Beryllium"),
    QT_TRANSLATE_NOOP("Element", "Boron"),        QT_TRANSLATE_NOOP("Element", "Carbon"),
    QT_TRANSLATE_NOOP("Element", "Nitrogen"),     QT_TRANSLATE_NOOP("Element", "Oxygen"),
    QT_TRANSLATE_NOOP("Element", "Fluorine"),     QT_TRANSLATE_NOOP("Element", "Neon"),
    QT_TRANSLATE_NOOP("Element", "Sodium"),       QT_TRANSLATE_NOOP("Element", "Magnesium"),
    QT_TRANSLATE_NOOP("Element", "Aluminium"),    QT_TRANSLATE_NOOP("Element", "Silicon"),
    QT_TRANSLATE_NOOP("Element", "Phosphorus"),   QT_TRANSLATE_NOOP("Element", "Sulfur"),
    QT_TRANSLATE_NOOP("Element", "Chlorine"),     QT_TRANSLATE_NOOP("Element", "Argon"),
    QT_TRANSLATE_NOOP("Element", "Potassium"),    QT_TRANSLATE_NOOP("Element", "Calcium"),
    QT_TRANSLATE_NOOP("Element", "Scandium"),     QT_TRANSLATE_NOOP("Element", "Titanium"),
    QT_TRANSLATE_NOOP("Element", "Vanadium"),     QT_TRANSLATE_NOOP("Element", "Chromium"),
    QT_TRANSLATE_NOOP("Element", "Manganese"),    QT_TRANSLATE_NOOP("Element", "Iron"),
    QT_TRANSLATE_NOOP("Element", "Cobalt"),       QT_TRANSLATE_NOOP("Element", "Nickel"),
    QT_TRANSLATE_NOOP("Element", "Copper"),       QT_TRANSLATE_NOOP("Element", "Zinc"),
    QT_TRANSLATE_NOOP("Element", "Gallium"),      QT_TRANSLATE_NOOP("Element", "Germanium"),
    QT_TRANSLATE_NOOP("Element", "Arsenic"),      QT_TRANSLATE_NOOP("Element", "Selenium"),
    QT_TRANSLATE_NOOP("Element", "Bromine"),      QT_TRANSLATE_NOOP("Element", "Krypton"),
    QT_TRANSLATE_NOOP("Element", "Rubidium"),     QT_TRANSLATE_NOOP("Element", "Strontium"),
    QT_TRANSLATE_NOOP("Element", "Yttrium"),      QT_TRANSLATE_NOOP("Element", "Zirconium"),
    QT_TRANSLATE_NOOP("Element", "Niobium"),      QT_TRANSLATE_NOOP("Element", "Molybdenum"),
    QT_TRANSLATE_NOOP("Element", "Technetium"),   QT_TRANSLATE_NOOP("Element", "Ruthenium"),
    QT_TRANSLATE_NOOP("Element", "Rhodium"),      QT_TRANSLATE_NOOP("Element", "Palladium"),
    QT_TRANSLATE_NOOP("Element", "Silver"),       QT_TRANSLATE_NOOP("Element", "Cadmium"),
    QT_TRANSLATE_NOOP("Element", "Indium"),       QT_TRANSLATE_NOOP("Element", "Tin"),
    QT_TRANSLATE_NOOP("Element", "Antimony"),     QT_TRANSLATE_NOOP("Element", "Tellurium"),
    QT_TRANSLATE_NOOP("Element", "Iodine"),       QT_TRANSLATE_NOOP("Element", "Xenon"),
    QT_TRANSLATE_NOOP("Element", "Caesium"),      QT_TRANSLATE_NOOP("Element", "Barium"),
    QT_TRANSLATE_NOOP("Element", "Lanthanum"),    QT_TRANSLATE_NOOP("Element", "Cerium"),
    QT_TRANSLATE_NOOP("Element", "Praseodymium"), QT_TRANSLATE_NOOP("Element", "Neodymium"),
    QT_TRANSLATE_NOOP("Element", "Promethium"),   QT_TRANSLATE_NOOP("Element", "Samarium"),
    QT_TRANSLATE_NOOP("Element", "Europium"),     QT_TRANSLATE_NOOP("Element", "Gadolinium"),
    QT_TRANSLATE_NOOP("Element", "Terbium"),      QT_TRANSLATE_NOOP("Element", "Dysprosium"),
    QT_TRANSLATE_NOOP("Element", "Holmium"),      QT_TRANSLATE_NOOP("Element", "Erbium"),
    QT_TRANSLATE_NOOP("Element", "Thulium"),      QT_TRANSLATE_NOOP("Element", "Ytterbium"),
    QT_TRANSLATE_NOOP("Element", "Lutetium"),     QT_TRANSLATE_NOOP("Element", "Hafnium"),
    QT_TRANSLATE_NOOP("Element", "Tantalum"),     QT_TRANSLATE_NOOP("Element", "Tungsten"),
    QT_TRANSLATE_NOOP("Element", "Rhenium"),      QT_TRANSLATE_NOOP("Element", "Osmium"),
    QT_TRANSLATE_NOOP("Element", "Iridium"),      QT_TRANSLATE_NOOP("Element", "Platinum"),
    QT_TRANSLATE_NOOP("Element", "Gold"),         QT_TRANSLATE_NOOP("Element", "Mercury"),
    QT_TRANSLATE_NOOP("Element", "Thallium"),     QT_TRANSLATE_NOOP("Element", "Lead"),
    QT_TRANSLATE_NOOP("Element", "Bismuth"),      QT_TRANSLATE_NOOP("Element", "Polonium"),
    QT_TRANSLATE_NOOP("Element", "Astatine"),     QT_TRANSLATE_NOOP("Element", "Radon"),
    QT_TRANSLATE_NOOP("Element", "Francium"),     QT_TRANSLATE_NOOP("Element", "Radium"),
    QT_TRANSLATE_NOOP("Element", "Actinium"),     QT_TRANSLATE_NOOP("Element", "Thorium"),
    QT_TRANSLATE_NOOP("Element", "Protactinium"), QT_TRANSLATE_NOOP("Element", "Uranium"),
    QT_TRANSLATE_NOOP("Element", "Neptunium"),    QT_TRANSLATE_NOOP("Element", "Plutonium"),
    QT_TRANSLATE_NOOP("Element", "Americium"),    QT_TRANSLATE_NOOP("Element", "Curium"),
    QT_TRANSLATE_NOOP("Element", "Berkelium"),    QT_TRANSLATE_NOOP("Element", "Californium"),
    QT_TRANSLATE_NOOP("Element", "Einsteinium"),  QT_TRANSLATE_NOOP("Element", "Fermium"),
    QT_TRANSLATE_NOOP("Element", "Mendelevium"),  QT_TRANSLATE_NOOP("Element", "Nobelium"),
    QT_TRANSLATE_NOOP("Element", "Lawrencium"),
};

}  // namespace

QString elementName(int atomicNumber) {
  return QCoreApplication::translate("Element",
                                     kNames.at(static_cast<std::size_t>(atomicNumber - 1)));
}

QString elementSymbol(int atomicNumber) {
  const std::string_view symbol = alloy::element(atomicNumber).symbol;
  return QString::fromLatin1(symbol.data(), static_cast<qsizetype>(symbol.size()));
}

}  // namespace vitrine::widgets

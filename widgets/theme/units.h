#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace vitrine::widgets {

/// How temperatures are shown. Models always hold kelvin.
enum class TemperatureUnit { Kelvin, Celsius };

/// How contents are shown. Models always hold atomic per cent.
enum class ContentUnit { AtomicPercent, WeightPercent };

/// "K", "°C".
QString unitSymbol(TemperatureUnit unit);
/// "at.%", "wt.%".
QString unitSymbol(ContentUnit unit);

/// The number on screen for a temperature, and back.
double toDisplay(double temperatureK, TemperatureUnit unit);
double toKelvin(double displayed, TemperatureUnit unit);

/// A number in the user's locale, without group separators: "0.61", "0,61". A rounded zero carries
/// no sign, and negative numbers a true minus.
QString numberText(double value, int decimals);

/// "678 K", "405 °C". A difference of temperatures is in K whatever the unit.
QString temperatureText(double temperatureK, TemperatureUnit unit, int decimals = 0);
/// "641–712".
QString rangeText(double low, double high, int decimals);
/// "678 K (641–712)".
QString temperatureText(double temperatureK, double lowK, double highK, TemperatureUnit unit,
                        int decimals = 0);

/// "12.5 at.%": at most `decimals` decimals, without trailing zeros.
QString percentText(double percent, ContentUnit unit, int decimals = 2);
/// The number alone: "12.5".
QString percentNumber(double percent, int decimals = 2);

/// Reads what people type: a comma or a point as decimal mark in any locale, blanks around it, a
/// true minus. Nothing else: no exponents, no group separators.
std::optional<double> parseNumber(QStringView text);

/// Digits as subscripts where a formula has them: "Zr₅₀Cu₄₀Al₁₀", "Zr₄₁.₂Ti₁₃.₈". A number that
/// stands alone stays as it is: "Vitreloy 1".
QString subscripted(QStringView formula);

}  // namespace vitrine::widgets

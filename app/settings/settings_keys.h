#pragma once

/// Every key of the settings file.
namespace vitrine::app::keys {

inline constexpr const char* kVersion = "version";

inline constexpr const char* kWindowGeometry = "window/geometry";
inline constexpr const char* kWindowLayout = "window/layout";
inline constexpr const char* kTheme = "window/theme";

inline constexpr const char* kAlloyFormula = "alloy/formula";
inline constexpr const char* kAlloyLocked = "alloy/locked";

inline constexpr const char* kMapCorners = "map/corners";
inline constexpr const char* kMapFollowsAlloy = "map/follows_alloy";
inline constexpr const char* kMapFixed = "map/fixed";
inline constexpr const char* kMapQuantity = "map/quantity";
inline constexpr const char* kMapRange = "map/range";
inline constexpr const char* kMapColours = "map/colours";
inline constexpr const char* kMapClockwise = "map/clockwise";
inline constexpr const char* kMapContours = "map/contours";

inline constexpr const char* kContentUnit = "units/content";
inline constexpr const char* kTemperatureUnit = "units/temperature";

inline constexpr const char* kTemperatureAxis = "relaxation/axis";
inline constexpr const char* kPaperBand = "relaxation/paper_band";
inline constexpr const char* kOverlays = "relaxation/overlays";

inline constexpr const char* kPatternVariant = "pattern/generator";
inline constexpr const char* kPatternAxis = "pattern/axis";
inline constexpr const char* kPatternWavelength = "pattern/wavelength_A";
inline constexpr const char* kPatternDraws = "pattern/draws";
inline constexpr const char* kPatternNearest = "pattern/nearest";

inline constexpr const char* kPatternsGeometry = "patterns/geometry";
inline constexpr const char* kPatternsFolder = "patterns/folder";

inline constexpr const char* kDataGeometry = "data/geometry";
inline constexpr const char* kDataFolder = "data/folder";

inline constexpr const char* kThermodynamicDatabase = "calphad/database";

inline constexpr const char* kGlassGeometry = "glasses/geometry";
inline constexpr const char* kGlassFolder = "glasses/folder";
inline constexpr const char* kQuenchFolder = "glasses/runs";
inline constexpr const char* kLammps = "glasses/lammps";

inline constexpr const char* kModelTg = "models/Tg";
inline constexpr const char* kModelTm = "models/Tm";

inline constexpr const char* kParityProperty = "parity/property";
inline constexpr const char* kParitySplit = "parity/split";
inline constexpr const char* kParitySeries = "parity/series";

}  // namespace vitrine::app::keys

#pragma once

#include "widgets/parity/parity_model.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace vitrine::widgets {

/// "Tg", "Tm (liquidus)".
QString propertyTitle(prediction::Property property);

/// "0.9867", "18.5"; a dash where there is none.
QString r2Text(const std::optional<ParityScore>& score);
QString rmseText(const std::optional<ParityScore>& score);
/// "0.9879", "> 0.9876", "24.6–35.3"; a dash where there is none.
QString r2Text(const std::optional<PublishedScore>& score);
QString rmseText(const std::optional<PublishedScore>& score);

/// Lines in a corner of a small plot, from the edge inwards; of each line its wordings, the longest
/// first, for different room.
using CornerLines = std::vector<QStringList>;
/// Error, split and R². Empty where there are no scores.
CornerLines ourLines(const ParitySeries& series, ParitySplit split);
CornerLines paperLines(const ParitySeries& series);

/// "Random split", "Grouped split", "Element left out".
QString splitTitle(ParitySplit split);
/// "random", "grouped", "element"; in file names.
QString splitKey(ParitySplit split);
/// "Ours, random split: R² 0.9893, RMSE 16.5 K", and the paper's.
/// A line each.
QString scoresText(const ParitySeries& series, ParitySplit split);
/// What the words and signs of the small plots mean, a paragraph each.
QStringList keyTexts(const ParityPlotModel& model);

/// "Zr50Cu40Al10: 690 → 684 K (-6)": measured and predicted.
QString pointText(const ParityPlotModel& model, int series, int point);
/// "Zr50Cu40Al10: 690 K measured, 676–695 K predicted", of all series.
QString pointText(const ParityPlotModel& model, int point);

}  // namespace vitrine::widgets

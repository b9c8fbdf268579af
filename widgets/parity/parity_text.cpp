#include "widgets/parity/parity_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace vitrine::widgets {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(vitrine::widgets::ParityText)
};

constexpr int kR2Decimals = 4;
constexpr int kRmseDecimals = 1;

QString none() {
  return QStringLiteral("–");
}

QString rangeWords(const PublishedRange& range, int decimals) {
  if (range.low == range.high)
    return numberText(range.low, decimals);
  if (!std::isfinite(range.low))
    return QStringLiteral("< ") + numberText(range.high, decimals);
  if (!std::isfinite(range.high))
    return QStringLiteral("> ") + numberText(range.low, decimals);
  return rangeText(range.low, range.high, decimals);
}

bool isBounded(const ParitySeries& series) {
  return series.paper && series.paper->rmseK.low != series.paper->rmseK.high;
}

QStringList rmseWordings(const QString& number) {
  return {number + QChar(QChar::Nbsp) + QLatin1Char('K'), number};
}

QStringList r2Wordings(const QString& number) {
  return {Words::tr("R²") + QLatin1Char(' ') + number, number};
}

}  // namespace

QString propertyTitle(prediction::Property property) {
  return property == prediction::Property::Tg ? Words::tr("Tg") : Words::tr("Tm (liquidus)");
}

QString r2Text(const std::optional<ParityScore>& score) {
  return score ? numberText(score->r2, kR2Decimals) : none();
}

QString rmseText(const std::optional<ParityScore>& score) {
  return score ? numberText(score->rmseK, kRmseDecimals) : none();
}

QString r2Text(const std::optional<PublishedScore>& score) {
  return score ? rangeWords(score->r2, kR2Decimals) : none();
}

QString rmseText(const std::optional<PublishedScore>& score) {
  return score ? rangeWords(score->rmseK, kRmseDecimals) : none();
}

CornerLines ourLines(const ParitySeries& series, ParitySplit split) {
  if (!series.ours)
    return {};
  QStringList label{Words::tr("ours, random"), Words::tr("random")};
  if (split == ParitySplit::Grouped)
    label = {Words::tr("ours, grouped"), Words::tr("grouped")};
  else if (split == ParitySplit::ElementLeftOut)
    label = {Words::tr("ours, element left out"), Words::tr("left out")};
  return {rmseWordings(rmseText(series.ours)), label, r2Wordings(r2Text(series.ours))};
}

CornerLines paperLines(const ParitySeries& series) {
  if (!series.paper)
    return {};
  return {rmseWordings(rmseText(series.paper)),
          {Words::tr("paper, random"), Words::tr("paper")},
          r2Wordings(r2Text(series.paper))};
}

QString splitTitle(ParitySplit split) {
  switch (split) {
    case ParitySplit::Random:
      return Words::tr("Random split");
    case ParitySplit::Grouped:
      return Words::tr("Grouped split");
    case ParitySplit::ElementLeftOut:
      return Words::tr("Element left out");
  }
  return {};
}

QString splitKey(ParitySplit split) {
  switch (split) {
    case ParitySplit::Random:
      return QStringLiteral("random");
    case ParitySplit::Grouped:
      return QStringLiteral("grouped");
    case ParitySplit::ElementLeftOut:
      return QStringLiteral("element");
  }
  return {};
}

QString scoresText(const ParitySeries& series, ParitySplit split) {
  QStringList parts;
  if (series.ours) {
    QString text = Words::tr("Ours, random split: R² %1, RMSE %2 K");
    if (split == ParitySplit::Grouped)
      text = Words::tr("Ours, grouped split: R² %1, RMSE %2 K");
    else if (split == ParitySplit::ElementLeftOut)
      text = Words::tr("Ours, element left out: R² %1, RMSE %2 K");
    parts << text.arg(r2Text(series.ours), rmseText(series.ours));
  }
  if (series.paper)
    parts << Words::tr("Paper, random split: R² %1, RMSE %2 K")
                 .arg(r2Text(series.paper), rmseText(series.paper));
  return parts.join(QLatin1Char('\n'));
}

QStringList keyTexts(const ParityPlotModel& model) {
  const int count = static_cast<int>(model.formulas.size());
  QStringList texts;
  switch (model.split) {
    case ParitySplit::Random:
      texts << Words::tr("Ours: %n alloys, each unseen in training.", nullptr, count);
      break;
    case ParitySplit::Grouped:
      texts << Words::tr("Ours: %n alloys, each of a system unseen in training.", nullptr, count);
      break;
    case ParitySplit::ElementLeftOut:
      texts << Words::tr("Ours: %n alloys, each with an element unseen in training.", nullptr,
                         count);
      break;
  }
  if (!model.paperNote.isEmpty())
    texts << Words::tr("Paper: %1.").arg(model.paperNote);
  if (std::any_of(model.series.begin(), model.series.end(), isBounded))
    texts << Words::tr("Bounds and ranges: the paper prints no figure for the model alone.");
  texts << Words::tr("Band: ± our RMSE.");
  return texts;
}

QString pointText(const ParityPlotModel& model, int series, int point) {
  const double measured = model.measuredK[point];
  const double predicted = model.series[series].predictedK[point];
  const double error = predicted - measured;
  return Words::tr("%1: %2 → %3 (%4%5)")
      .arg(model.formulas[point], numberText(toDisplay(measured, model.unit), 0),
           temperatureText(predicted, model.unit), error > 0 ? QStringLiteral("+") : QString(),
           numberText(error, 0));
}

QString pointText(const ParityPlotModel& model, int point) {
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  for (const auto& series : model.series) {
    const double predicted = toDisplay(series.predictedK[point], model.unit);
    if (std::isfinite(predicted)) {
      low = std::min(low, predicted);
      high = std::max(high, predicted);
    }
  }
  const QString measured = temperatureText(model.measuredK[point], model.unit);
  if (!(low <= high))
    return Words::tr("%1: %2 measured").arg(model.formulas[point], measured);
  return Words::tr("%1: %2 measured, %3 %4 predicted")
      .arg(model.formulas[point], measured, rangeText(low, high, 0), unitSymbol(model.unit));
}

}  // namespace vitrine::widgets

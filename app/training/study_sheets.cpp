// The tables of a study; see study_views.h.

#include "app/training/study_views.h"
#include "widgets/alloy/element_names.h"
#include "widgets/theme/units.h"

#include <QCoreApplication>

#include <cmath>

namespace vitrine::app {

using prediction::HoldOutReport;
using widgets::DataCell;
using widgets::numberText;
using widgets::SheetModel;

namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(vitrine::app::StudySheets)
};

QString spreadText(const prediction::Spread& spread, int decimals) {
  if (!std::isfinite(spread.mean))
    return QStringLiteral("–");
  return Texts::tr("%1 ± %2").arg(numberText(spread.mean, decimals),
                                  numberText(spread.sd, decimals));
}

/// Null where the study has no such model.
const prediction::ScoreSpread* scoresOf(const HoldOutReport& report, std::size_t predictor) {
  if (predictor == kLinearPredictor)
    return &report.linear;
  const auto found = report.models.find(std::string(prediction::predictorName(predictor)));
  return found == report.models.end() ? nullptr : &found->second;
}

QString splitKey(dataset::SplitKind split) {
  switch (split) {
    case dataset::SplitKind::Random:
      return QStringLiteral("random");
    case dataset::SplitKind::Grouped:
      return QStringLiteral("grouped");
    case dataset::SplitKind::LeaveOneElementOut:
      break;
  }
  return QStringLiteral("element");
}

/// A word for the head of a column.
QString shortSplit(dataset::SplitKind split) {
  switch (split) {
    case dataset::SplitKind::Random:
      return Texts::tr("random");
    case dataset::SplitKind::Grouped:
      return Texts::tr("systems");
    case dataset::SplitKind::LeaveOneElementOut:
      break;
  }
  return Texts::tr("left out");
}

}  // namespace

SheetModel scoreSheet(const StudyResult& result) {
  SheetModel sheet;
  sheet.fileName = QStringLiteral("scores");
  sheet.headers = {Texts::tr("Model")};
  sheet.tips = {QString()};
  sheet.numbers.headers = {QStringLiteral("model")};
  for (const auto& report : result.reports) {
    const QString word = shortSplit(report.split);
    const QString key = splitKey(report.split);
    const QString what = Texts::tr("%1: mean ± standard deviation over %2 splits")
                             .arg(splitWords(report.split))
                             .arg(report.seeds);
    sheet.headers << Texts::tr("R², %1").arg(word) << Texts::tr("RMSE/K, %1").arg(word)
                  << Texts::tr("MAE/K, %1").arg(word);
    sheet.tips << what << what << what;
    for (const char* quantity : {"r2", "rmse_K", "mae_K"})
      sheet.numbers.headers << QStringLiteral("%1_%2").arg(key, QLatin1String(quantity))
                            << QStringLiteral("%1_%2_sd").arg(key, QLatin1String(quantity));
  }
  if (result.reports.empty())
    return sheet;
  for (const std::size_t predictor : predictorsOf(result.reports.front())) {
    QStringList words{studyPredictorTitle(predictor)};
    std::vector<DataCell> numbers{studyPredictorKey(predictor)};
    for (const auto& report : result.reports) {
      const auto* scores = scoresOf(report, predictor);
      words << spreadText(scores->r2, 4) << spreadText(scores->rmseK, 1)
            << spreadText(scores->maeK, 1);
      for (const auto& spread : {scores->r2, scores->rmseK, scores->maeK}) {
        numbers.emplace_back(spread.mean);
        numbers.emplace_back(spread.sd);
      }
    }
    if (predictor == prediction::kBlend)
      sheet.strongRow = static_cast<int>(sheet.rows.size());
    sheet.rows.push_back(words);
    sheet.numbers.rows.push_back(std::move(numbers));
  }
  return sheet;
}

SheetModel elementSheet(const HoldOutReport& report) {
  SheetModel sheet;
  sheet.fileName = QStringLiteral("elements-left-out");
  sheet.headers = {Texts::tr("Left out"), Texts::tr("Rows with it")};
  sheet.numbers.headers = {QStringLiteral("element"), QStringLiteral("rows")};
  const auto predictors = predictorsOf(report);
  for (const std::size_t predictor : predictors) {
    sheet.headers << studyPredictorTitle(predictor);
    sheet.numbers.headers << studyPredictorKey(predictor) + QStringLiteral("_rmse_K");
  }
  for (qsizetype i = 0; i < sheet.headers.size(); ++i)
    sheet.tips << (i < 2 ? QString() : Texts::tr("RMSE in K on the rows with the element"));
  for (const auto& element : report.elements) {
    const QString symbol = widgets::elementSymbol(element.atomicNumber);
    QStringList words{symbol, QString::number(element.rows)};
    std::vector<DataCell> numbers{symbol, static_cast<double>(element.rows)};
    for (const std::size_t predictor : predictors) {
      const double rmse =
          predictor == kLinearPredictor
              ? element.linear.rmseK.mean
              : element.models.at(std::string(prediction::predictorName(predictor))).rmseK.mean;
      words << numberText(rmse, 1);
      numbers.emplace_back(rmse);
    }
    sheet.rows.push_back(words);
    sheet.numbers.rows.push_back(std::move(numbers));
  }
  return sheet;
}

SheetModel publishedSheet(const files::PublishedScores& published) {
  SheetModel sheet;
  sheet.fileName = QStringLiteral("published-melting-models");
  sheet.headers = {Texts::tr("Models"), Texts::tr("Data"),   Texts::tr("Rows"),
                   Texts::tr("R²/%"),   Texts::tr("RMSE/K"), Texts::tr("Published in")};
  sheet.numbers.headers = {QStringLiteral("models"), QStringLiteral("data"),
                           QStringLiteral("rows"),   QStringLiteral("r2_percent"),
                           QStringLiteral("rmse_K"), QStringLiteral("reference")};
  const auto words = [](const std::string& text) {
    return text.empty() ? QStringLiteral("–") : QString::fromStdString(text);
  };
  for (const auto& model : published.models) {
    const QStringList row{words(model.models),    words(model.data),  QString::number(model.rows),
                          words(model.r2Percent), words(model.rmseK), words(model.reference)};
    sheet.rows.push_back(row);
    std::vector<DataCell> numbers;
    for (const QString& cell : row)
      numbers.emplace_back(cell);
    sheet.numbers.rows.push_back(std::move(numbers));
  }
  return sheet;
}

}  // namespace vitrine::app

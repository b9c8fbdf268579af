#include "app/merge/study_models.h"

#include "app/pages/model_names.h"
#include "engine/prediction/merge_explanation.h"
#include "engine/prediction/published_merges.h"
#include "engine/regression/regressor.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace vitrine::app {

using dataset::SplitKind;
using prediction::MergeStudy;
using widgets::MergeStudyModel;

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(vitrine::app::MergeStudy)
};

MergeStudyModel::Score scoreOf(const prediction::Spread& spread) {
  return {spread.mean, spread.sd};
}

QString text(std::string_view words) {
  return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

std::vector<MergeStudyModel::Published> publishedScores() {
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  std::vector<MergeStudyModel::Published> published;
  for (const auto& merge : prediction::kPublishedMerges) {
    if (!merge.rmseLowK)
      continue;
    published.push_back({text(merge.figure).replace(QStringLiteral("Fig. "), QStringLiteral("F")),
                         text(merge.tables),
                         {*merge.rmseLowK, kNone, merge.r2Low.value_or(kNone)},
                         {merge.rmseHighK.value_or(kNone), kNone, merge.r2High.value_or(kNone)}});
  }
  return published;
}

}  // namespace

QString subsetName(const MergeStudy& study, const prediction::StudiedSubset& subset) {
  QStringList names;
  for (const std::size_t table : subset.tables)
    names << QString::fromStdString(study.tables[table].name);
  return names.join(QStringLiteral(" + "));
}

const prediction::RowScore* rowsOf(const prediction::StudiedSubset& subset,
                                   const prediction::StudiedModel& model,
                                   std::optional<std::size_t> table) {
  if (!table)
    return &model.own;
  const auto place = std::find(subset.tables.begin(), subset.tables.end(), *table);
  if (place == subset.tables.end())
    return nullptr;
  return &model.parts[static_cast<std::size_t>(place - subset.tables.begin())];
}

MergeStudyModel plotOf(const MergeStudy& study, std::optional<std::size_t> table,
                       MergeStudyModel::Quantity quantity) {
  MergeStudyModel plot;
  plot.quantity = quantity;
  plot.triedOn = table ? QString::fromStdString(study.tables[*table].name)
                       : Words::tr("the merged set itself");
  for (std::size_t i = 0; i < regression::kModelKinds.size(); ++i)
    plot.modelNames.push_back(predictorShortTitle(i));
  for (const SplitKind split : study.options.splits) {
    auto& panel = plot.panels.emplace_back();
    panel.title = split == SplitKind::Random
                      ? Words::tr("Single alloys set aside (random splits)")
                      : Words::tr("Whole alloy systems set aside (grouped splits)");
    for (const auto& subset : study.subsets) {
      auto& strip = panel.subsets.emplace_back();
      strip.name = subsetName(study, subset);
      for (const auto& model : subset.models) {
        const auto* rows = rowsOf(subset, model, table);
        if (model.split != split || rows == nullptr)
          continue;
        strip.dots.push_back(
            {static_cast<std::size_t>(model.model),
             {scoreOf(rows->score.rmseK), scoreOf(rows->score.maeK), scoreOf(rows->score.r2)}});
      }
    }
    // The paper's test rows were drawn at random from its merged sets.
    if (split == SplitKind::Random && !table && study.options.property == prediction::Property::Tm)
      panel.published = publishedScores();
  }
  return plot;
}

QString wordsOf(const MergeStudy& study, std::size_t subset, const QString& citation) {
  QStringList lines{subsetName(study, study.subsets[subset])};
  for (const auto& sentence : prediction::explanationOf(study, subset))
    lines << QStringLiteral("• ") + QString::fromStdString(sentence);
  if (lines.size() == 1)
    lines << Words::tr("A table by itself: choose a merged set to read what merging did.");
  if (study.options.property == prediction::Property::Tm) {
    lines << QString()
          << Words::tr(
                 "Of its own tables Que et al. 2025 say, by one random split "
                 "each:");
    for (const auto& merge : prediction::kPublishedMerges)
      lines << QStringLiteral("• %1 (%2, %3): %4")
                   .arg(text(merge.tables), text(merge.figure), text(merge.models),
                        text(merge.words));
    lines << citation;
  }
  return lines.join(u'\n');
}

}  // namespace vitrine::app

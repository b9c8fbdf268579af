#include "engine/prediction/merge_explanation.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace vitrine::prediction {

namespace {

using dataset::SplitKind;
using regression::ModelKind;
using Verdict = MergeEffect::Verdict;

/// A change of the mean error counts where it is this many standard errors of the seeds, and this
/// share of the error.
constexpr double kStandardErrors = 2.0;
constexpr double kLeastShare = 0.02;
/// One seed has no standard error; its change counts from here.
constexpr double kOneSeedShare = 0.05;
/// R2 this far apart are worth a word.
constexpr double kR2Difference = 0.002;

/// A number with a point in every locale.
std::string text(double value, int decimals) {
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                 std::chars_format::fixed, decimals);
  return {buffer.data(), end.ptr};
}

/// "37 K"; below ten kelvin with one decimal.
std::string kelvin(double value) {
  return text(value, std::abs(value) < 9.95 ? 1 : 0) + " K";
}

std::string words(ModelKind model) {
  std::string name(regression::modelName(model));
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

std::string words(SplitKind split) {
  return split == SplitKind::Random ? "random splits" : "splits by alloy system";
}

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i)
    list += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  return list;
}

std::vector<std::string> othersOf(const MergeStudy& study, const StudiedSubset& subset,
                                  std::size_t part) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < subset.tables.size(); ++i) {
    if (i != part)
      names.push_back(study.tables[subset.tables[i]].name);
  }
  return names;
}

std::string figures(const MergeEffect& effect, SplitKind split) {
  return "from " + kelvin(effect.aloneK) + " to " + kelvin(effect.mergedK) + " (" + words(split) +
         ", higher in " + std::to_string(effect.higher) + " of " + std::to_string(effect.seeds) +
         ")";
}

/// What merging did to the alloys of one table, by the first model, and how many others agree.
std::string effectSentence(const MergeStudy& study, const StudiedSubset& subset, std::size_t part,
                           SplitKind split) {
  const auto& models = study.options.models;
  const std::string& name = study.tables[subset.tables[part]].name;
  const std::string adding = "Adding " + listed(othersOf(study, subset, part)) + " to " + name;
  const MergeEffect lead = effectOf(study, subset, part, models.front(), split);
  const std::string whose =
      "the RMSE of " + words(models.front()) + " on the test alloys of " + name;
  std::string sentence;
  switch (lead.verdict) {
    case Verdict::Unknown:
      return "The " + words(split) + " set aside too few alloys of " + name +
             " to say what merging did to them.";
    case Verdict::Lower:
      sentence = adding + " lowers " + whose + " " + figures(lead, split);
      break;
    case Verdict::Higher:
      sentence = adding + " raises " + whose + " " + figures(lead, split);
      break;
    case Verdict::Same:
      sentence = adding + " does not clearly change " + whose + ": " + figures(lead, split);
      break;
  }
  std::array<int, 3> others{};
  for (std::size_t m = 1; m < models.size(); ++m) {
    const Verdict verdict = effectOf(study, subset, part, models[m], split).verdict;
    if (verdict != Verdict::Unknown)
      ++others[static_cast<std::size_t>(verdict)];
  }
  if (models.size() > 1)
    sentence += "; of the other models, it is lower for " + std::to_string(others[0]) +
                ", higher for " + std::to_string(others[1]) + ", not clearly changed for " +
                std::to_string(others[2]);
  return sentence + ".";
}

std::string direction(double differenceK) {
  return differenceK < 0.0 ? "below" : "above";
}

/// What two tables say of the same alloys.
std::string pairSentence(const MergeStudy& study, const TablePair& pair) {
  const std::string& first = study.tables[pair.first].name;
  const std::string& second = study.tables[pair.second].name;
  std::string sentence;
  if (pair.shared > 0)
    sentence = "On the " + std::to_string(pair.shared) + " alloys that both hold, " + second +
               " and " + first + " differ by " + kelvin(pair.sharedMedianAbsK) +
               " in the median (" + second + " lies " + kelvin(std::abs(pair.sharedMedianK)) + " " +
               direction(pair.sharedMedianK) + ").";
  else
    sentence = "No alloy is in both " + first + " and " + second + ".";
  const std::string within = text(kNearPercent, 0) + " at.%";
  if (pair.near == 0)
    sentence += " None of " + second + " lies within " + within + " of one of " + first +
                ": they can neither confirm nor contradict each other.";
  else if (pair.near > pair.shared)
    sentence += " The " + std::to_string(pair.near) + " alloys of " + second + " within " + within +
                " of one of " + first + " differ from it by " + kelvin(pair.nearMedianAbsK) +
                " in the median (" + kelvin(std::abs(pair.nearMedianK)) + " " +
                direction(pair.nearMedianK) + ").";
  if (pair.near > 0 && std::abs(pair.largestK) > 0.0)
    sentence += " The largest difference is " + kelvin(std::abs(pair.largestK)) + ", at " +
                pair.largestAt + ".";
  return sentence;
}

/// What the scores of the merged set are worth beside those of a table; empty where they say the
/// same as the error on the table's own alloys does.
std::string spreadSentence(const MergeStudy& study, const StudiedSubset& subset, std::size_t part,
                           SplitKind split) {
  const ModelKind model = study.options.models.front();
  const std::size_t table = subset.tables[part];
  const std::array<std::size_t, 1> single = {table};
  const StudiedModel* merged = scoresIn(subset, model, split);
  const StudiedModel* alone = scoresIn(study.subsets[subsetOf(study, single)], model, split);
  const double change = merged->own.score.r2.mean - alone->own.score.r2.mean;
  const Verdict verdict = effectOf(study, subset, part, model, split).verdict;
  const bool flatters = change > kR2Difference && verdict != Verdict::Lower;
  const bool belittles = change < -kR2Difference && verdict != Verdict::Higher;
  if ((!flatters && !belittles) || verdict == Verdict::Unknown)
    return {};
  const auto scores = [](const RowScore& rows) {
    return text(rows.score.r2.mean, 4) + "; RMSE " + kelvin(rows.score.rmseK.mean);
  };
  const std::string& name = study.tables[table].name;
  const double others = 1.0 - static_cast<double>(merged->parts[part].testRows) /
                                  static_cast<double>(merged->own.testRows);
  return "By its R2 (" + scores(merged->own) + ") the merged set looks " +
         (flatters ? "better" : "worse") + " than " + name + " alone (" + scores(alone->own) +
         "), but " + text(100.0 * std::max(0.0, others), 0) +
         " % of its test alloys are others, and their values spread over " +
         kelvin(merged->own.targetSdK.mean) + " (standard deviation) instead of " +
         kelvin(alone->own.targetSdK.mean) + ": on the test alloys of " + name + " R2 is " +
         scores(merged->parts[part]) + " (" + words(model) + ", " + words(split) + ").";
}

}  // namespace

MergeEffect effectOf(const MergeStudy& study, const StudiedSubset& subset, std::size_t part,
                     ModelKind model, SplitKind split) {
  MergeEffect effect;
  const std::array<std::size_t, 1> single = {subset.tables[part]};
  const StudiedModel* merged = scoresIn(subset, model, split);
  const StudiedModel* alone = scoresIn(study.subsets[subsetOf(study, single)], model, split);
  if (merged == nullptr || alone == nullptr)
    return effect;
  std::vector<double> changes;
  for (std::size_t seed = 0; seed < merged->parts[part].rmseK.size(); ++seed) {
    const double withK = merged->parts[part].rmseK[seed];
    const double aloneK = alone->parts.front().rmseK[seed];
    if (!std::isfinite(withK) || !std::isfinite(aloneK))
      continue;
    effect.aloneK += aloneK;
    effect.mergedK += withK;
    effect.higher += withK > aloneK ? 1 : 0;
    changes.push_back(withK - aloneK);
  }
  effect.seeds = static_cast<int>(changes.size());
  if (changes.empty())
    return effect;
  const auto n = static_cast<double>(changes.size());
  effect.aloneK /= n;
  effect.mergedK /= n;
  const double mean = effect.mergedK - effect.aloneK;
  double squares = 0.0;
  for (const double change : changes)
    squares += (change - mean) * (change - mean);
  double least = kOneSeedShare * effect.aloneK;
  if (changes.size() > 1)
    least =
        std::max(kLeastShare * effect.aloneK, kStandardErrors * std::sqrt(squares / (n - 1.0) / n));
  effect.verdict = mean > least ? Verdict::Higher : mean < -least ? Verdict::Lower : Verdict::Same;
  return effect;
}

std::vector<std::string> explanationOf(const MergeStudy& study, std::size_t index) {
  const StudiedSubset& subset = study.subsets[index];
  std::vector<std::string> sentences;
  if (subset.tables.size() < 2)
    return sentences;
  for (std::size_t part = 0; part < subset.tables.size(); ++part)
    for (const SplitKind split : study.options.splits)
      sentences.push_back(effectSentence(study, subset, part, split));
  const auto holds = [&](std::size_t table) {
    return std::find(subset.tables.begin(), subset.tables.end(), table) != subset.tables.end();
  };
  for (const TablePair& pair : study.pairs) {
    if (holds(pair.first) && holds(pair.second))
      sentences.push_back(pairSentence(study, pair));
  }
  for (const std::size_t table : subset.tables) {
    if (const auto& linear = study.tables[table].linear)
      sentences.push_back("In " + study.tables[table].name + ", " + linear->message);
  }
  for (std::size_t part = 0; part < subset.tables.size(); ++part)
    for (const SplitKind split : study.options.splits) {
      if (auto sentence = spreadSentence(study, subset, part, split); !sentence.empty())
        sentences.push_back(std::move(sentence));
    }
  return sentences;
}

}  // namespace vitrine::prediction

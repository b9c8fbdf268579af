#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace vitrine::prediction {

/// What the source paper says of its tables of melting temperatures and of merging them: test rows
/// of one random 80:20 split. Where its text gives bounds or "about" for a figure, so do the words.
struct PublishedMerge {
  std::string_view tables;
  std::string_view figure;  ///< of the paper
  std::string_view models;  ///< whose scores these are
  std::optional<double> r2Low;
  std::optional<double> r2High;
  std::optional<double> rmseLowK;
  std::optional<double> rmseHighK;
  std::string_view words;  ///< as its text has it
};

/// Que et al. 2025, section III.A; a key of references.json.
inline constexpr std::string_view kPublishedMergesReference = "que2025";

inline constexpr std::array<PublishedMerge, 7> kPublishedMerges{{
    {"experiment (715 alloys)", "Fig. 3", "extra trees", 0.9913, 0.9913, 23.72, 23.72,
     "R2 99.13 %, RMSE 23.72 K"},
    {"Rao et al. (699)", "Fig. 4", "six models", 0.9787, 0.9998, 1.30, 15.47,
     "R2 97.87 to 99.98 %, RMSE 1.30 to 15.47 K; extra trees below 7.30 K"},
    {"own CALPHAD (1240)", "Fig. 5", "six models", 0.9437, 0.9806, 19.94, 33.96,
     "R2 94.37 to 98.06 %, RMSE 19.94 to 33.96 K"},
    {"experiment + Rao et al.", "Fig. 6a", "extra trees", 0.99, 1.0, 27.0, 27.0,
     "R2 above 99 %, RMSE about 27 K"},
    {"experiment + own CALPHAD", "Fig. 6b", "extra trees", 0.99, 1.0, 27.0, 27.0,
     "R2 above 99 %, RMSE about 27 K"},
    {"Rao et al. + own CALPHAD", "Fig. 6c", "extra trees", std::nullopt, std::nullopt, std::nullopt,
     std::nullopt, "\"the predictive accuracy declined significantly\"; no number"},
    {"all three", "Fig. 6d", "extra trees", std::nullopt, std::nullopt, std::nullopt, std::nullopt,
     "no number in the text"},
}};

}  // namespace vitrine::prediction

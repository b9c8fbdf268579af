#pragma once

#include "engine/prediction/merge_study.h"

#include <string>

namespace vitrine::prediction {

/// A study as one JSON object: tables, pairs, subsets with their scores and sentences, and, for
/// Tm, what the source paper says of its own. Temperatures in K; what does not exist is null.
std::string mergeStudyJson(const MergeStudy& study);

}  // namespace vitrine::prediction

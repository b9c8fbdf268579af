#pragma once

#include <QString>

#include <cstddef>

namespace vitrine::app {

/// Words for people: "Extra trees", … "Blend", by the index of a predictor (six models in enum
/// order, then the blend).
QString predictorTitle(std::size_t index);
/// A word for a predictor where there is no room for its title.
QString predictorShortTitle(std::size_t index);
/// "extra_trees", … "blend".
QString predictorKey(std::size_t index);

}  // namespace vitrine::app

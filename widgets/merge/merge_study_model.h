#pragma once

#include <QString>

#include <array>
#include <vector>

namespace vitrine::widgets {

/// What a study of merged tables measured, for its plot.
struct MergeStudyModel {
  enum class Quantity { RmseK, MaeK, R2 };
  static constexpr std::size_t kQuantities = 3;

  struct Score {
    double mean = 0.0;
    double sd = 0.0;  ///< over the seeds
  };
  /// One model on one set of test rows; NaN where it was not tried on them.
  struct Dot {
    std::size_t model = 0;  ///< as regression::kModelKinds
    std::array<Score, kQuantities> scores;
  };
  /// Tables that were learned from together.
  struct Subset {
    QString name;  ///< e.g. "experiment + CALPHAD"
    std::vector<Dot> dots;
  };
  /// A published value for one of the quantities: from low to high, which may be equal.
  struct Published {
    QString label;  ///< a short one, e.g. "Fig. 3"
    QString name;
    std::array<double, kQuantities> low{};  ///< NaN where nothing is said
    std::array<double, kQuantities> high{};
  };
  /// One kind of split.
  struct Panel {
    QString title;
    std::vector<Subset> subsets;
    std::vector<Published> published;
  };

  QString triedOn;  ///< the test rows, in words
  Quantity quantity = Quantity::RmseK;
  std::vector<QString> modelNames;  ///< by regression::kModelKinds
  std::vector<Panel> panels;
  bool stale = false;
  QString message;
};

}  // namespace vitrine::widgets

#include "app/pages/model_names.h"

#include "engine/prediction/evaluation.h"

#include <QCoreApplication>

#include <array>

namespace vitrine::app {

namespace {

constexpr std::array<const char*, prediction::kPredictorCount> kTitles{
    QT_TRANSLATE_NOOP("vitrine::app::ModelNames", "Extra trees"),
    QT_TRANSLATE_NOOP("vitrine::app::ModelNames", "Random forest"),
    QT_TRANSLATE_NOOP("vitrine::app::ModelNames", "Gradient boosting"),
    QT_TRANSLATE_NOOP("vitrine::app::ModelNames", "Support vectors"),
    QT_TRANSLATE_NOOP("vitrine::app::ModelNames", "Nearest neighbours"),
    QT_TRANSLATE_NOOP("vitrine::app::ModelNames", "Decision tree"),
    QT_TRANSLATE_NOOP("vitrine::app::ModelNames", "Blend of the six"),
};

constexpr std::array<const char*, prediction::kPredictorCount> kShortTitles{
    QT_TRANSLATE_NOOP("vitrine::app::ModelNames", "Extra trees"),
    QT_TRANSLATE_NOOP("vitrine::app::ModelNames", "Forest"),
    QT_TRANSLATE_NOOP("vitrine::app::ModelNames", "Boosting"),
    QT_TRANSLATE_NOOP("vitrine::app::ModelNames", "SVR"),
    QT_TRANSLATE_NOOP("vitrine::app::ModelNames", "Neighbours"),
    QT_TRANSLATE_NOOP("vitrine::app::ModelNames", "Tree"),
    QT_TRANSLATE_NOOP("vitrine::app::ModelNames", "Blend"),
};

}  // namespace

QString predictorTitle(std::size_t index) {
  return QCoreApplication::translate("vitrine::app::ModelNames", kTitles.at(index));
}

QString predictorShortTitle(std::size_t index) {
  return QCoreApplication::translate("vitrine::app::ModelNames", kShortTitles.at(index));
}

QString predictorKey(std::size_t index) {
  const std::string_view name = prediction::predictorName(index);
  return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

}  // namespace vitrine::app

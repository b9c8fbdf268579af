#include "app/spectra/training_request.h"

#include <QCoreApplication>

#include <algorithm>

namespace vitrine::app {

using generation::GeneratorKind;

namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(vitrine::app::TrainingRequest)
};

constexpr int kExactDigits = 12;

/// As the command line and files call it: "shape".
QString nameOf(GeneratorKind kind) {
  const std::string_view name = generation::generatorName(kind);
  return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString textOf(const std::filesystem::path& path) {
  return QString::fromStdString(path.string());
}

}  // namespace

bool isNetwork(GeneratorKind kind) {
  return kind == GeneratorKind::CcGan;
}

bool hasTrainer(const std::filesystem::path& program) {
  std::error_code missing;
  return std::filesystem::is_regular_file(program.parent_path() / "vitrine-trainer", missing);
}

QStringList argumentsFor(const TrainingRequest& request, const std::filesystem::path& file) {
  const diffraction::Recipe& recipe = request.patterns->recipe;
  QStringList arguments{
      QStringLiteral("spectra"),        QStringLiteral("train"),        QStringLiteral("--data"),
      textOf(request.patterns->path),   QStringLiteral("--kind"),       nameOf(request.kind),
      QStringLiteral("--count"),        QString::number(request.count), QStringLiteral("--seed"),
      QString::number(request.seed),    QStringLiteral("--out"),        textOf(file),
      QStringLiteral("--json-progress")};
  if (recipe.wavelengthA)
    arguments << QStringLiteral("--wavelength")
              << QString::number(*recipe.wavelengthA, 'g', kExactDigits);
  if (!request.patterns->substrate.empty())
    arguments << QStringLiteral("--substrate") << textOf(request.patterns->substrate);
  if (recipe.subtractsBackground)
    arguments << QStringLiteral("--subtract-background");
  // Whoever pauses loses what came after the last checkpoint.
  if (isNetwork(request.kind))
    arguments << QStringLiteral("--preset")
              << (request.isLarge ? QStringLiteral("full") : QStringLiteral("small"))
              << QStringLiteral("--checkpoint-seconds") << QStringLiteral("5");
  return arguments;
}

generation::RandomSplit rowsOf(const TrainingRequest& request) {
  // As the command line draws them.
  auto order = generation::randomSplit(request.patterns->prepared->size(), 0.0,
                                       static_cast<std::uint64_t>(request.seed))
                   .training;
  const auto learned = order.begin() + std::min<std::ptrdiff_t>(request.count, std::ssize(order));
  return {{order.begin(), learned}, {learned, order.end()}};
}

QString kindTitle(GeneratorKind kind) {
  switch (kind) {
    case GeneratorKind::Nearest:
      return Texts::tr("Nearest alloy");
    case GeneratorKind::InverseDistance:
      return Texts::tr("Inverse distance");
    case GeneratorKind::RadialBasis:
      return Texts::tr("Radial basis");
    case GeneratorKind::GaussianProcess:
      return Texts::tr("Gaussian process");
    case GeneratorKind::CcGan:
      return Texts::tr("Network (ccGAN)");
    case GeneratorKind::Shape:
      return Texts::tr("Shape");
  }
  return {};
}

QString shortText(const TrainingRequest& request) {
  return Texts::tr("%1, %2 patterns").arg(kindTitle(request.kind)).arg(request.count);
}

QString kindText(GeneratorKind kind) {
  switch (kind) {
    case GeneratorKind::Nearest:
      return Texts::tr("The pattern of the nearest alloy");
    case GeneratorKind::InverseDistance:
      return Texts::tr("Mean of all patterns, near alloys counting most");
    case GeneratorKind::RadialBasis:
      return Texts::tr("Linear radial basis functions between the alloys");
    case GeneratorKind::GaussianProcess:
      return Texts::tr("Gaussian processes on principal components");
    case GeneratorKind::CcGan:
      return Texts::tr("A network that learns in a game against another one; minutes to hours");
    case GeneratorKind::Shape:
      return Texts::tr("Our own: Gaussian fields of a pattern's scale and shape");
  }
  return {};
}

}  // namespace vitrine::app

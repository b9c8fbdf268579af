#include "engine/generation/generator_file.h"

#include "engine/core/error.h"
#include "engine/files/safetensors.h"
#include "engine/generation/ccgan.h"
#include "engine/generation/component_generator.h"
#include "engine/generation/neighbour_generator.h"
#include "engine/generation/not_negative.h"
#include "engine/generation/shape_generator.h"

#include <cmath>
#include <numeric>

namespace vitrine::generation {

namespace {

constexpr const char* kCard = "card";
constexpr const char* kKnown = "known_fractions";

Matrix knownOf(const files::TensorFile& file, const GeneratorCard& card) {
  Matrix known = file.matrix(kKnown);
  bool sane = known.rows() >= 1 && known.columns() == card.elements.size();
  for (std::size_t i = 0; sane && i < known.rows(); ++i) {
    const auto row = known.row(i);
    for (const double x : row)
      sane = sane && x >= 0.0;
    sane = sane && std::abs(std::accumulate(row.begin(), row.end(), 0.0) - 1.0) < 1e-6;
  }
  if (!sane)
    throw Error(ErrorCode::Damaged, "The alloys it learned from are no alloys of its system.");
  return known;
}

std::shared_ptr<const SpectrumGenerator> make(GeneratorCard card, Matrix known,
                                              files::TensorFile file) {
  switch (card.kind) {
    case GeneratorKind::Nearest:
    case GeneratorKind::InverseDistance:
      return makeNeighbours(std::move(card), std::move(known), file);
    case GeneratorKind::RadialBasis:
    case GeneratorKind::GaussianProcess:
      return makeComponents(std::move(card), std::move(known), file);
    case GeneratorKind::CcGan:
      return makeCcGan(std::move(card), std::move(known), std::move(file));
    case GeneratorKind::Shape:
      return makeShape(std::move(card), std::move(known), file);
  }
  throw Error(ErrorCode::Damaged, "Its kind is unknown.");
}

}  // namespace

std::shared_ptr<const SpectrumGenerator> generatorFromTensors(files::TensorFile file) {
  const auto card = file.metadata.find(kCard);
  if (card == file.metadata.end())
    throw Error(ErrorCode::Damaged,
                "The file holds numbers but no card of a generator: it is not from this program.");
  auto read = cardFromJson(card->second);
  auto known = knownOf(file, read);
  file.tensors.erase(kKnown);
  const bool isCount = isRadial(read);
  auto generator = make(std::move(read), std::move(known), std::move(file));
  return isCount ? notNegative(std::move(generator)) : generator;
}

void saveGenerator(const std::filesystem::path& path, const SpectrumGenerator& generator) {
  files::TensorFile file = generator.tensors();
  file.metadata[kCard] = cardJson(generator.card());
  file.tensors[kKnown] = files::Tensor::of(generator.knownFractions());
  files::writeTensorFile(file, path);
}

std::shared_ptr<const SpectrumGenerator> loadGenerator(const std::filesystem::path& path) {
  auto file = files::readTensorFile(path);
  try {
    return generatorFromTensors(std::move(file));
  } catch (const Error& error) {
    if (error.code() != ErrorCode::Damaged)
      throw;
    throw Error(ErrorCode::Damaged,
                "The generator in " + path.string() + " cannot be used: " + error.what(),
                error.detail());
  }
}

}  // namespace vitrine::generation

#include "engine/regression/regressor_io.h"

#include "engine/core/error.h"
#include "engine/regression/nearest_neighbours.h"
#include "engine/regression/packed_bytes.h"
#include "engine/regression/support_vector.h"
#include "engine/regression/tree_io.h"

#include <cstdint>

namespace vitrine::regression {

namespace {

using files::ByteReader;
using files::ByteWriter;

// These numbers stand in files; they never change.
constexpr std::uint8_t tagOf(ModelKind kind) {
  switch (kind) {
    case ModelKind::ExtraTrees:
      return 1;
    case ModelKind::RandomForest:
      return 2;
    case ModelKind::GradientBoosting:
      return 3;
    case ModelKind::SupportVector:
      return 4;
    case ModelKind::NearestNeighbours:
      return 5;
    case ModelKind::DecisionTree:
      return 6;
  }
  return 0;
}

void putNumbers(ByteWriter& out, const std::vector<double>& numbers) {
  putPacked(out, numbers.size());
  out.putArray(std::span<const double>(numbers));
}

std::vector<double> getNumbers(ByteReader& in) {
  return in.getArray<double>(getPacked(in, in.remaining() / sizeof(double)));
}

void putSupportVector(ByteWriter& out, const SupportVector& model) {
  const auto& parts = model.parts();
  out.put(parts.gamma);
  out.put(parts.offset);
  putNumbers(out, parts.scale);
  putNumbers(out, parts.coefficients);
  putMatrix(out, parts.vectors);
}

std::shared_ptr<const Regressor> getSupportVector(ByteReader& in) {
  SupportVector::Parts parts;
  parts.gamma = in.get<double>();
  parts.offset = in.get<double>();
  parts.scale = getNumbers(in);
  parts.coefficients = getNumbers(in);
  parts.vectors = getMatrix(in);
  return SupportVector::create(std::move(parts));
}

void putNearestNeighbours(ByteWriter& out, const NearestNeighbours& model) {
  putPacked(out, model.settings().neighbours);
  out.put(static_cast<std::uint8_t>(model.settings().euclidean));
  out.put(static_cast<std::uint8_t>(model.settings().distanceWeighted));
  putNumbers(out, model.scale());
  putNumbers(out, model.targets());
  putMatrix(out, model.rows());
}

std::shared_ptr<const Regressor> getNearestNeighbours(ByteReader& in) {
  NearestNeighbours::Settings settings;
  settings.neighbours = getPacked(in, UINT32_MAX);
  settings.euclidean = in.get<std::uint8_t>() != 0;
  settings.distanceWeighted = in.get<std::uint8_t>() != 0;
  const auto scale = getNumbers(in);
  const auto targets = getNumbers(in);
  return NearestNeighbours::create(settings, getMatrix(in), targets, scale);
}

std::shared_ptr<const Regressor> getModel(ByteReader& in) {
  const auto tag = in.get<std::uint8_t>();
  for (const auto kind : kModelKinds) {
    if (tagOf(kind) != tag)
      continue;
    if (kind == ModelKind::SupportVector)
      return getSupportVector(in);
    if (kind == ModelKind::NearestNeighbours)
      return getNearestNeighbours(in);
    return getTrees(in, kind);
  }
  throw Error(ErrorCode::Damaged, "This model is of no known kind; its file is damaged.");
}

}  // namespace

std::vector<std::byte> encodeRegressor(const Regressor& model) {
  ByteWriter out;
  out.put(tagOf(model.kind()));
  if (const auto* trees = asTrees(model))
    putTrees(out, *trees);
  else if (const auto* vectors = dynamic_cast<const SupportVector*>(&model))
    putSupportVector(out, *vectors);
  else if (const auto* neighbours = dynamic_cast<const NearestNeighbours*>(&model))
    putNearestNeighbours(out, *neighbours);
  else
    throw Error(ErrorCode::Failed, "This model has no form in files.");
  return out.take();
}

std::shared_ptr<const Regressor> decodeRegressor(std::span<const std::byte> bytes) {
  ByteReader in(bytes);
  auto model = getModel(in);
  if (in.remaining() > 0)
    throw Error(ErrorCode::Damaged, "There are bytes after the end of this model.");
  return model;
}

}  // namespace vitrine::regression

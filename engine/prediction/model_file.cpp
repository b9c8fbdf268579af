#include "engine/prediction/model_file.h"

#include "engine/alloy/element.h"
#include "engine/core/error.h"
#include "engine/files/bytes.h"
#include "engine/prediction/blend_model.h"
#include "engine/prediction/training.h"

#include <algorithm>
#include <cmath>

namespace vitrine::prediction {
namespace {

[[noreturn]] void damaged(const std::string& what) {
  throw Error(ErrorCode::Damaged, "The model file is damaged: " + what + ".");
}

std::vector<std::byte> packModels(const ModelParts& parts) {
  files::ByteWriter out;
  out.put(static_cast<std::uint32_t>(parts.models.size()));
  for (const auto& model : parts.models)
    model.write(out);
  return out.take();
}

void unpackModels(files::ByteReader in, ModelParts& parts) {
  const auto count = in.get<std::uint32_t>();
  if (count == 0 || count > regression::kModelKinds.size())
    damaged("it holds no possible number of models");
  for (std::uint32_t i = 0; i < count; ++i) {
    parts.models.push_back(FittedModel::read(in));
    if (i > 0 && parts.models[i].kind() <= parts.models[i - 1].kind())
      damaged("its models are out of order");
  }
  if (in.remaining() > 0)
    damaged("there is something left over after its models");
}

std::vector<std::byte> packBlend(const ModelParts& parts) {
  files::ByteWriter out;
  for (const double weight : parts.weights)
    out.put(weight);
  parts.interval.write(out);
  return out.take();
}

void unpackBlend(files::ByteReader in, ModelParts& parts) {
  double sum = 0.0;
  for (std::size_t i = 0; i < parts.models.size(); ++i) {
    const auto weight = in.get<double>();
    if (!(weight >= 0.0 && weight <= 1.0))
      damaged("the weights of its blend make no sense");
    parts.weights.push_back(weight);
    sum += weight;
  }
  constexpr double kRounding = 1e-6;
  if (std::abs(sum - 1.0) > kRounding)
    damaged("the weights of its blend do not add up to one");
  parts.interval = IntervalRule::read(in);
}

std::vector<std::byte> packRows(const ModelParts& parts) {
  files::ByteWriter out;
  out.put(static_cast<std::uint32_t>(parts.rows.size()));
  for (std::size_t i = 0; i < parts.rows.size(); ++i) {
    const auto shares = parts.alloys[i].shares();
    out.put(static_cast<std::uint8_t>(shares.size()));
    for (const auto& share : shares) {
      out.put(static_cast<std::uint8_t>(share.atomicNumber));
      out.put(share.amount);
    }
    const auto& row = parts.rows[i];
    out.putString(row.source);
    out.put(row.measuredK);
    for (const double value : row.randomK)
      out.put(static_cast<float>(value));
    for (const double value : row.groupedK)
      out.put(static_cast<float>(value));
  }
  return out.take();
}

alloy::Composition unpackAlloy(files::ByteReader& in) {
  std::vector<alloy::Share> shares(in.get<std::uint8_t>());
  for (auto& share : shares) {
    share.atomicNumber = in.get<std::uint8_t>();
    share.amount = in.get<double>();
  }
  try {
    return alloy::Composition::fromAmounts(shares);
  } catch (const Error& error) {
    throw Error(ErrorCode::Damaged, "The model file is damaged: one of its alloys is none.",
                error.what());
  }
}

void unpackRows(files::ByteReader in, ModelParts& parts) {
  const auto count = in.get<std::uint32_t>();
  if (count == 0)
    damaged("it has no training rows");
  for (std::uint32_t i = 0; i < count; ++i) {
    parts.alloys.push_back(unpackAlloy(in));
    OutOfFoldRow row;
    row.formula = parts.alloys.back().formula();
    row.source = in.getString();
    row.measuredK = in.get<double>();
    if (!std::isfinite(row.measuredK))
      damaged("a measured value is no number");
    // A model that is not in the file has no out-of-fold predictions: NaN.
    for (double& value : row.randomK)
      value = in.get<float>();
    for (double& value : row.groupedK)
      value = in.get<float>();
    parts.rows.push_back(std::move(row));
  }
}

/// Every element of a training alloy must have a column in every model.
void checkElements(const ModelParts& parts) {
  for (const auto& alloy : parts.alloys)
    for (const auto& share : alloy.shares())
      for (const auto& model : parts.models)
        if (model.features().elementIndex(share.atomicNumber) == model.features().elements().size())
          damaged("a training alloy holds an element that a model has no column for");
}

}  // namespace

files::ModelContainer packModel(const PropertyModel& model) {
  const auto* blend = dynamic_cast<const BlendModel*>(&model);
  if (blend == nullptr)
    throw Error(ErrorCode::InvalidInput, "Only models trained by this program can be saved.");
  files::ModelContainer container;
  container.setCard(cardJson(blend->card()));
  container.sections["models"] = packModels(blend->parts());
  container.sections["blend"] = packBlend(blend->parts());
  container.sections["rows"] = packRows(blend->parts());
  return container;
}

std::shared_ptr<const PropertyModel> unpackModel(const files::ModelContainer& container) {
  ModelParts parts;
  parts.card = cardFromJson(container.card());
  unpackModels(files::ByteReader(container.section("models")), parts);
  unpackBlend(files::ByteReader(container.section("blend")), parts);
  unpackRows(files::ByteReader(container.section("rows")), parts);
  checkElements(parts);
  return std::make_shared<BlendModel>(std::move(parts));
}

void savePropertyModel(const PropertyModel& model, const std::filesystem::path& file) {
  files::writeModelContainer(packModel(model), file);
}

std::shared_ptr<const PropertyModel> loadPropertyModel(const std::filesystem::path& file) {
  try {
    return unpackModel(files::readModelContainer(file));
  } catch (const Error& error) {
    const std::string message = error.what();
    if (message.find(file.filename().string()) != std::string::npos)
      throw;
    throw Error(error.code(), file.filename().string() + ": " + message, error.detail());
  }
}

}  // namespace vitrine::prediction

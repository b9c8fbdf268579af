#include "engine/barcode/barcode_file.h"

#include "engine/alloy/element.h"
#include "engine/core/error.h"
#include "engine/files/bytes.h"

#include <cmath>
#include <cstdint>
#include <utility>

namespace vitrine::barcode {

namespace {

constexpr const char* kEnvironments = "environments";
constexpr const char* kOrigins = "origins";
constexpr const char* kBars = "bars";
constexpr const char* kModelAll = "model_all";
constexpr const char* kModelBars = "model_bars";
constexpr const char* kSamples = "samples";

/// Of one kind around an atom; no cell of atoms comes near.
constexpr std::int32_t kMostFaces = 1000;

[[noreturn]] void damaged(const std::string& what) {
  throw Error(ErrorCode::Damaged, "The barcode model is damaged: " + what + ".");
}

void finish(const files::ByteReader& in) {
  if (in.remaining() > 0)
    damaged("there is something left over");
}

std::uint32_t small(std::size_t value) {
  return static_cast<std::uint32_t>(value);
}

int speciesFrom(files::ByteReader& in) {
  const auto species = in.get<std::int32_t>();
  if (species < 1 || species > alloy::kElementCount)
    damaged("an atom is of no element");
  return species;
}

std::vector<std::byte> packEnvironments(const UnitRows& rows) {
  files::ByteWriter out;
  out.put(small(rows.size()));
  out.put(small(rows.length()));
  out.putArray(rows.values());
  return out.take();
}

UnitRows unpackEnvironments(files::ByteReader in) {
  const std::size_t count = in.get<std::uint32_t>();
  const std::size_t length = in.get<std::uint32_t>();
  if (count == 0 || length == 0)
    damaged("it holds no environments");
  UnitRows rows(length);
  for (std::size_t i = 0; i < count; ++i)
    rows.add(in.getArray<float>(length));
  finish(in);
  return rows;
}

std::vector<std::byte> packOrigins(const BarcodeParts& parts) {
  files::ByteWriter out;
  for (std::size_t i = 0; i < parts.environments.size(); ++i) {
    const auto& source = parts.environments.sources[i];
    out.put(static_cast<std::uint64_t>(source.structure));
    out.put(static_cast<std::uint64_t>(source.atom));
    out.put(static_cast<std::int32_t>(source.species));
    for (const int faces : parts.kernels[i])
      out.put(static_cast<std::int32_t>(faces));
    out.put(parts.importance[i]);
    const auto& atoms = parts.atoms[i];
    out.put(small(atoms.species.size()));
    for (std::size_t k = 0; k < atoms.species.size(); ++k) {
      out.put(static_cast<std::int32_t>(atoms.species[k]));
      for (const double along : atoms.positionsA[k])
        out.put(static_cast<float>(along));
    }
  }
  return out.take();
}

EnvironmentAtoms atomsFrom(files::ByteReader& in) {
  EnvironmentAtoms atoms;
  const std::size_t count = in.get<std::uint32_t>();
  for (std::size_t k = 0; k < count; ++k) {
    atoms.species.push_back(speciesFrom(in));
    auto& position = atoms.positionsA.emplace_back();
    for (double& along : position) {
      along = static_cast<double>(in.get<float>());
      if (!std::isfinite(along))
        damaged("an atom of an environment is nowhere");
    }
  }
  return atoms;
}

void unpackOrigins(files::ByteReader in, BarcodeParts& parts) {
  for (std::size_t i = 0; i < parts.environments.size(); ++i) {
    auto& source = parts.environments.sources.emplace_back();
    source.structure = in.get<std::uint64_t>();
    source.atom = in.get<std::uint64_t>();
    source.species = speciesFrom(in);
    for (int& faces : parts.kernels.emplace_back()) {
      faces = in.get<std::int32_t>();
      if (faces < 0 || faces > kMostFaces)
        damaged("an environment has no such polyhedron");
    }
    parts.importance.push_back(in.get<double>());
    parts.atoms.push_back(atomsFrom(in));
  }
  finish(in);
}

std::vector<std::byte> packBars(const BarcodeParts& parts) {
  files::ByteWriter out;
  for (std::size_t bar = 0; bar < parts.barEnvironments.size(); ++bar) {
    out.put(small(parts.barEnvironments[bar]));
    out.put(parts.barImportance[bar]);
  }
  return out.take();
}

void unpackBars(files::ByteReader in, BarcodeParts& parts) {
  while (in.remaining() > 0) {
    parts.barEnvironments.push_back(in.get<std::uint32_t>());
    parts.barImportance.push_back(in.get<double>());
  }
}

std::vector<std::byte> packSamples(const BarcodeSamples& samples) {
  files::ByteWriter out;
  out.put(small(samples.barcodes.rows()));
  out.putArray(samples.barcodes.values());
  out.putArray(std::span<const double>(samples.energyEvPerAtom));
  out.putArray(std::span<const double>(samples.outOfFoldAll));
  out.putArray(std::span<const double>(samples.outOfFoldBars));
  for (const auto& group : samples.groups)
    out.putString(group);
  return out.take();
}

BarcodeSamples unpackSamples(files::ByteReader in, std::size_t bars) {
  BarcodeSamples samples;
  const std::size_t count = in.get<std::uint32_t>();
  const auto values = in.getArray<double>(count * bars);
  samples.barcodes = Matrix(count, bars);
  for (std::size_t i = 0; i < values.size(); ++i)
    samples.barcodes(i / bars, i % bars) = values[i];
  samples.energyEvPerAtom = in.getArray<double>(count);
  samples.outOfFoldAll = in.getArray<double>(count);
  samples.outOfFoldBars = in.getArray<double>(count);
  for (std::size_t i = 0; i < count; ++i)
    samples.groups.push_back(in.getString());
  finish(in);
  return samples;
}

}  // namespace

files::ModelContainer packBarcode(const BarcodeModel& model) {
  const auto& parts = model.parts();
  files::ModelContainer container;
  container.setCard(cardJson(parts.card));
  container.sections[kEnvironments] = packEnvironments(parts.environments.index.environments());
  container.sections[kOrigins] = packOrigins(parts);
  container.sections[kBars] = packBars(parts);
  container.sections[kModelAll] = parts.all->encode();
  container.sections[kModelBars] = parts.bars->encode();
  container.sections[kSamples] = packSamples(parts.samples);
  return container;
}

std::shared_ptr<const BarcodeModel> unpackBarcode(const files::ModelContainer& container) {
  BarcodeParts parts;
  parts.card = cardFromJson(container.card());
  const auto reader = [&](const char* name) { return files::ByteReader(container.section(name)); };
  parts.environments.settings = parts.card.settings;
  parts.environments.environmentsSeen = parts.card.environmentsSeen;
  parts.environments.structuresSeen = parts.card.structures;
  parts.environments.index = EnvironmentIndex(unpackEnvironments(reader(kEnvironments)));
  unpackOrigins(reader(kOrigins), parts);
  unpackBars(reader(kBars), parts);
  parts.all = EnergyPredictor::decode(container.section(kModelAll));
  parts.bars = EnergyPredictor::decode(container.section(kModelBars));
  if (parts.barEnvironments.empty())
    damaged("it has no bars");
  parts.samples = unpackSamples(reader(kSamples), parts.barEnvironments.size());
  try {
    return BarcodeModel::create(std::move(parts));
  } catch (const Error& error) {
    // Settings that no description can be made with.
    throw Error(ErrorCode::Damaged, error.what(), error.detail());
  }
}

void saveBarcode(const std::filesystem::path& path, const BarcodeModel& model) {
  files::writeModelContainer(packBarcode(model), path);
}

std::shared_ptr<const BarcodeModel> loadBarcode(const std::filesystem::path& path) {
  const auto container = files::readModelContainer(path);
  try {
    return unpackBarcode(container);
  } catch (const Error& error) {
    throw Error(error.code(), path.string().append(": ").append(error.what()), error.detail());
  }
}

}  // namespace vitrine::barcode

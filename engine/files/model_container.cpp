#include "engine/files/model_container.h"

#include "engine/core/error.h"
#include "engine/files/atomic_file.h"
#include "engine/files/bytes.h"
#include "engine/files/checksum.h"
#include "engine/files/text_file.h"

#include <string_view>

namespace vitrine::files {

namespace {

constexpr std::string_view kMagic = "VITRINE\n";
const std::string kCard = "card";

[[noreturn]] void throwDamaged(const std::string& what) {
  throw Error(ErrorCode::Damaged, "The model file is damaged: " + what + ".");
}

/// Refuses what is no model file, or one of a later version, before anything else is believed.
void checkHeader(ByteReader& reader, std::size_t size) {
  if (size < kMagic.size())
    throwDamaged("it is too short to be one");
  const auto magic = reader.take(kMagic.size());
  if (std::string_view(reinterpret_cast<const char*>(magic.data()), magic.size()) != kMagic)
    throw Error(ErrorCode::Damaged, "This is not a model file of Vitrine.");
  const auto version = reader.get<std::uint32_t>();
  if (version > ModelContainer::kVersion)
    throw Error(ErrorCode::TooNew, "The model file has format version " + std::to_string(version) +
                                       ", which is newer than this program can read (" +
                                       std::to_string(ModelContainer::kVersion) +
                                       "): update the program.");
  if (version == 0)
    throwDamaged("it has no format version");
}

}  // namespace

std::span<const std::byte> ModelContainer::section(const std::string& name) const {
  const auto found = sections.find(name);
  if (found == sections.end())
    throwDamaged("its section \"" + name + "\" is missing");
  return found->second;
}

std::string ModelContainer::card() const {
  const auto bytes = section(kCard);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void ModelContainer::setCard(const std::string& json) {
  const auto bytes = std::as_bytes(std::span(json));
  sections[kCard].assign(bytes.begin(), bytes.end());
}

std::vector<std::byte> encode(const ModelContainer& container) {
  ByteWriter writer;
  writer.putRaw(std::as_bytes(std::span(kMagic)));
  writer.put(ModelContainer::kVersion);
  writer.put(static_cast<std::uint32_t>(container.sections.size()));
  for (const auto& [name, bytes] : container.sections) {
    writer.putString(name);
    writer.put(static_cast<std::uint64_t>(bytes.size()));
  }
  for (const auto& [name, bytes] : container.sections)
    writer.putRaw(bytes);
  writer.put(checksumOf(writer.bytes()));
  return writer.take();
}

ModelContainer decode(std::span<const std::byte> bytes, bool verifyChecksum) {
  ByteReader reader(bytes);
  checkHeader(reader, bytes.size());

  if (reader.remaining() < sizeof(std::uint32_t))
    throwDamaged("it was cut short");
  const std::size_t sumAt = bytes.size() - sizeof(std::uint32_t);
  if (verifyChecksum &&
      ByteReader(bytes.subspan(sumAt)).get<std::uint32_t>() != checksumOf(bytes.first(sumAt)))
    throwDamaged("its checksum is wrong; it was cut short or changed, so install it again");

  ByteReader body(
      bytes.subspan(bytes.size() - reader.remaining(), reader.remaining() - sizeof(std::uint32_t)));
  struct Entry {
    std::string name;
    std::uint64_t size;
  };
  std::vector<Entry> directory;
  const auto count = body.get<std::uint32_t>();
  for (std::uint32_t i = 0; i < count; ++i) {
    std::string name = body.getString();
    directory.push_back({std::move(name), body.get<std::uint64_t>()});
  }
  ModelContainer container;
  for (const Entry& entry : directory) {
    const auto content = body.take(entry.size);
    const bool isNew =
        container.sections
            .emplace(entry.name, std::vector<std::byte>(content.begin(), content.end()))
            .second;
    if (!isNew)
      throwDamaged("it has two sections \"" + entry.name + "\"");
  }
  if (body.remaining() > 0)
    throwDamaged("it is longer than its sections");
  return container;
}

ModelContainer readModelContainer(const std::filesystem::path& file) {
  const std::vector<std::byte> bytes = readBytes(file);
  try {
    return decode(bytes);
  } catch (const Error& error) {
    throw Error(error.code(), file.string() + ": " + error.what(), error.detail());
  }
}

void writeModelContainer(const ModelContainer& container, const std::filesystem::path& file) {
  writeAtomically(file, encode(container));
}

}  // namespace vitrine::files

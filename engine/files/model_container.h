#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace vitrine::files {

/// A model file in memory: a JSON card for people and named binary sections for the program.
///
/// On disk, little-endian: the magic "VITRINE\n"; format version (u32); section count (u32); a
/// directory with the name (u32 length, characters) and the length (u64) of each section; the bytes
/// of the sections in the same order; the CRC-32 (as in zlib) of all that precedes it. The card is
/// the section "card". Magic and version stay where they are in every later version.
struct ModelContainer {
  static constexpr std::uint32_t kVersion = 1;

  std::map<std::string, std::vector<std::byte>> sections;

  /// The named section. @throws Error (Damaged) where it is missing.
  [[nodiscard]] std::span<const std::byte> section(const std::string& name) const;
  [[nodiscard]] std::string card() const;
  void setCard(const std::string& json);
};

std::vector<std::byte> encode(const ModelContainer& container);
/// @throws Error (Damaged, TooNew). With `verifyChecksum` false (fuzzing) the CRC is not compared.
ModelContainer decode(std::span<const std::byte> bytes, bool verifyChecksum = true);

/// @throws Error (CannotRead, Damaged, TooNew) naming the file.
ModelContainer readModelContainer(const std::filesystem::path& file);
/// Atomic: the old file stays until the new one is complete. @throws Error (CannotWrite)
void writeModelContainer(const ModelContainer& container, const std::filesystem::path& file);

}  // namespace vitrine::files

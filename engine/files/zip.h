#pragma once

#include "engine/core/run_context.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vitrine::files {

/// How much an archive may unpack to; what it claims about itself is not believed.
struct UnpackLimits {
  std::size_t entryBytes = std::size_t{128} << 20U;
  std::size_t totalBytes = std::size_t{256} << 20U;  ///< all that is read from one archive
};

/// Reads the entries of a ZIP archive in memory.
class ZipReader {
 public:
  /// @throws Error (Damaged) where this is no ZIP archive.
  explicit ZipReader(std::vector<std::byte> archive, UnpackLimits limits = {});
  ~ZipReader();
  ZipReader(ZipReader&&) noexcept;
  ZipReader& operator=(ZipReader&&) noexcept;

  [[nodiscard]] std::vector<std::string> names() const;
  /// The unpacked entry; empty where there is none of this name.
  /// @throws Error (Damaged), also past a limit and for an encrypted entry; Cancelled
  std::optional<std::string> read(const std::string& name,
                                  const RunContext& context = RunContext());

 private:
  struct Archive;
  std::unique_ptr<Archive> m_archive;
};

}  // namespace vitrine::files

#include "engine/files/zip.h"

#include "engine/core/error.h"

#include <zip.h>

#include <algorithm>
#include <utility>

namespace vitrine::files {

namespace {

struct CloseEntry {
  void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};
struct DiscardArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};

[[noreturn]] void throwDamaged(const std::string& what, const std::string& detail = {}) {
  throw Error(ErrorCode::Damaged, "The archive is damaged: " + what + ".", detail);
}

/// libzip's own words for the failure of a call.
class ZipFailure {
 public:
  ZipFailure() { zip_error_init(&m_error); }
  ~ZipFailure() { zip_error_fini(&m_error); }
  ZipFailure(const ZipFailure&) = delete;
  ZipFailure& operator=(const ZipFailure&) = delete;
  zip_error_t* get() { return &m_error; }
  std::string text() { return zip_error_strerror(&m_error); }

 private:
  zip_error_t m_error = {};
};

}  // namespace

struct ZipReader::Archive {
  std::vector<std::byte> bytes;  ///< libzip reads from here as long as the archive is open
  UnpackLimits limits;
  std::size_t unpacked = 0;
  std::unique_ptr<zip_t, DiscardArchive> zip;
};

ZipReader::ZipReader(std::vector<std::byte> archive, UnpackLimits limits)
    : m_archive(std::make_unique<Archive>()) {
  m_archive->bytes = std::move(archive);
  m_archive->limits = limits;
  // libzip takes nothing at all for an archive without entries.
  if (m_archive->bytes.empty())
    throwDamaged("it is empty");
  ZipFailure failure;
  zip_source_t* const source = zip_source_buffer_create(
      m_archive->bytes.data(), m_archive->bytes.size(), /*freep=*/0, failure.get());
  if (source == nullptr)
    throwDamaged("it cannot be opened", failure.text());
  m_archive->zip.reset(zip_open_from_source(source, ZIP_RDONLY, failure.get()));
  if (m_archive->zip == nullptr) {
    zip_source_free(source);
    throw Error(ErrorCode::Damaged, "This is no ZIP archive, or it was cut short.", failure.text());
  }
}

ZipReader::~ZipReader() = default;
ZipReader::ZipReader(ZipReader&&) noexcept = default;
ZipReader& ZipReader::operator=(ZipReader&&) noexcept = default;

std::vector<std::string> ZipReader::names() const {
  std::vector<std::string> names;
  const zip_int64_t count = zip_get_num_entries(m_archive->zip.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i)
    if (const char* name = zip_get_name(m_archive->zip.get(), i, 0))
      names.emplace_back(name);
  return names;
}

std::optional<std::string> ZipReader::read(const std::string& name, const RunContext& context) {
  constexpr std::size_t kChunk = std::size_t{256} << 10U;
  zip_t* const zip = m_archive->zip.get();
  const zip_int64_t index = zip_name_locate(zip, name.c_str(), 0);
  if (index < 0)
    return std::nullopt;
  const std::unique_ptr<zip_file_t, CloseEntry> entry(zip_fopen_index(zip, index, 0));
  if (entry == nullptr)
    throwDamaged("its part " + name + " cannot be unpacked", zip_strerror(zip));

  const std::size_t limit =
      std::min(m_archive->limits.entryBytes, m_archive->limits.totalBytes - m_archive->unpacked);
  std::string text;
  for (;;) {
    context.tick();
    const std::size_t size = text.size();
    text.resize(size + kChunk);
    const zip_int64_t count = zip_fread(entry.get(), text.data() + size, kChunk);
    if (count < 0)
      throwDamaged("its part " + name + " cannot be unpacked",
                   zip_error_strerror(zip_file_get_error(entry.get())));
    text.resize(size + static_cast<std::size_t>(count));
    if (text.size() > limit)
      throw Error(ErrorCode::Damaged, "The archive unpacks to more than " + std::to_string(limit) +
                                          " bytes in " + name + ", which is refused.");
    if (count == 0)
      break;
  }
  m_archive->unpacked += text.size();
  return text;
}

}  // namespace vitrine::files

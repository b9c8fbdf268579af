#include "engine/core/error.h"
#include "engine/files/zip.h"

#include <QTest>
#include <zip.h>

#include <cstring>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace vitrine;
using namespace vitrine::files;

namespace {

/// An archive in memory, written by libzip itself.
std::vector<std::byte> archiveOf(const std::vector<std::pair<std::string, std::string>>& entries) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(buffer);
  zip_t* const zip = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
  for (const auto& [name, text] : entries) {
    zip_source_t* const content = zip_source_buffer(zip, text.data(), text.size(), 0);
    if (zip_file_add(zip, name.c_str(), content, ZIP_FL_ENC_UTF_8) < 0)
      qFatal("cannot add %s", name.c_str());
  }
  if (zip_close(zip) != 0)
    qFatal("cannot write the archive");
  zip_source_open(buffer);
  zip_source_seek(buffer, 0, SEEK_END);
  std::vector<std::byte> bytes(static_cast<std::size_t>(zip_source_tell(buffer)));
  zip_source_seek(buffer, 0, SEEK_SET);
  zip_source_read(buffer, bytes.data(), bytes.size());
  zip_source_free(buffer);
  return bytes;
}

}  // namespace

class TestZip : public QObject {
  Q_OBJECT

 private slots:
  void readsEntries() {
    const std::string large(1'000'000, 'x');
    ZipReader zip(archiveOf({{"a.txt", "text"}, {"folder/b", large}, {"empty", ""}}));
    QCOMPARE(zip.names(), (std::vector<std::string>{"a.txt", "folder/b", "empty"}));
    QCOMPARE(zip.read("a.txt"), std::optional<std::string>("text"));
    QCOMPARE(zip.read("folder/b"), std::optional(large));
    QCOMPARE(zip.read("empty"), std::optional<std::string>(""));
    QCOMPARE(zip.read("none"), std::optional<std::string>());
  }

  void refusesABombInOneEntry() {
    // 16 MiB of zeros pack to some 16 kB: a ratio of a thousand.
    const auto bytes = archiveOf({{"bomb", std::string(std::size_t{16} << 20U, '\0')}});
    QVERIFY(bytes.size() < 25'000);
    UnpackLimits limits;
    limits.entryBytes = std::size_t{1} << 20U;
    ZipReader zip(bytes, limits);
    try {
      zip.read("bomb");
      QFAIL("the bomb must be refused");
    } catch (const Error& error) {
      QCOMPARE(error.code(), ErrorCode::Damaged);
      QVERIFY(QString(error.what()).contains("bomb"));
    }
  }

  void refusesABombInManyEntries() {
    const std::string megabyte(std::size_t{1} << 20U, '\0');
    UnpackLimits limits;
    limits.entryBytes = 2 * megabyte.size();
    limits.totalBytes = 3 * megabyte.size();
    ZipReader zip(archiveOf({{"1", megabyte}, {"2", megabyte}, {"3", megabyte}, {"4", "x"}}),
                  limits);
    for (const char* name : {"1", "2", "3"})
      QVERIFY(zip.read(name).has_value());
    QVERIFY_EXCEPTION_THROWN(zip.read("4"), Error);
    // Reading one entry again and again is no way around it.
    QVERIFY_EXCEPTION_THROWN(zip.read("1"), Error);
  }

  void refusesWhatIsNoArchive() {
    for (const char* text : {"", "PK", "PK\x03\x04", "formula,Tg_K\nZr50Cu50,700\n"}) {
      const auto* bytes = reinterpret_cast<const std::byte*>(text);
      QVERIFY_EXCEPTION_THROWN(ZipReader({bytes, bytes + std::strlen(text)}), Error);
    }
  }

  void noticesDamage() {
    const std::string text = "some text that is stored as it is, because it is so short";
    const auto good = archiveOf({{"a", text}});
    // Cut anywhere: no archive. The directory at the end says where everything is.
    for (std::size_t size = 0; size < good.size(); ++size)
      QVERIFY_EXCEPTION_THROWN(ZipReader({good.begin(), good.begin() + std::ptrdiff_t(size)}),
                               Error);
    // A changed byte of the content breaks its checksum or its compression.
    auto bad = good;
    bad[40] ^= std::byte{0x20};
    ZipReader zip(bad);
    QVERIFY_EXCEPTION_THROWN(zip.read("a"), Error);
  }
};

QTEST_GUILESS_MAIN(TestZip)
#include "tst_zip.moc"

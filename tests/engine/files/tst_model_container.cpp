#include "engine/core/error.h"
#include "engine/files/bytes.h"
#include "engine/files/model_container.h"
#include "tests/support/error_of.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using namespace vitrine;
using namespace vitrine::files;
using vitrine::test::errorOf;

namespace {

std::vector<std::byte> bytesOf(std::string_view text) {
  const auto bytes = std::as_bytes(std::span(text));
  return {bytes.begin(), bytes.end()};
}

ModelContainer sample() {
  ModelContainer container;
  container.setCard(R"({"property":"Tg"})");
  container.sections["trees"] = bytesOf(std::string("a\0b", 3));
  container.sections["empty"] = {};
  return container;
}

}  // namespace

class TestModelContainer : public QObject {
  Q_OBJECT

 private slots:
  void comesBackAsItWas() {
    const ModelContainer container = sample();
    const ModelContainer back = decode(encode(container));
    QVERIFY(back.sections == container.sections);
    QCOMPARE(QString::fromStdString(back.card()), QStringLiteral(R"({"property":"Tg"})"));
  }

  void layoutIsTheDocumentedOne() {
    // Bytes put together by hand; the sum is zlib's crc32 of them (Python's zlib.crc32).
    ModelContainer container;
    container.setCard("{}");
    const std::string expected(
        "VITRINE\n\x01\0\0\0\x01\0\0\0\x04\0\0\0card\x02\0\0\0\0\0\0\0{}\x63\xF8\x3A\x71", 38);
    const auto bytes = encode(container);
    QCOMPARE(QByteArray(reinterpret_cast<const char*>(bytes.data()), int(bytes.size())).toHex(),
             QByteArray(expected.data(), int(expected.size())).toHex());
  }

  void everyChangedByteIsNoticed() {
    const auto good = encode(sample());
    for (std::size_t i = 0; i < good.size(); ++i) {
      auto bad = good;
      bad[i] ^= std::byte{0x01};
      const auto error = errorOf([&] { decode(bad); });
      QVERIFY2(error.has_value(), std::to_string(i).c_str());
      QVERIFY(error->code() == ErrorCode::Damaged || error->code() == ErrorCode::TooNew);
    }
  }

  void everyShorterFileIsNoticed() {
    const auto good = encode(sample());
    for (std::size_t size = 0; size < good.size(); ++size)
      for (const bool verify : {true, false}) {
        const auto error = errorOf([&] { decode(std::span(good).first(size), verify); });
        QVERIFY2(error.has_value(), std::to_string(size).c_str());
        QVERIFY(error->code() == ErrorCode::Damaged);
      }
  }

  void longerFileIsDamaged() {
    auto bytes = encode(sample());
    bytes.push_back(std::byte{0});
    QVERIFY(errorOf([&] { decode(bytes); })->code() == ErrorCode::Damaged);
    QVERIFY(errorOf([&] { decode(bytes, false); })->code() == ErrorCode::Damaged);
  }

  void laterVersionSaysSo() {
    auto bytes = encode(sample());
    bytes[8] = std::byte{2};
    const auto error = errorOf([&] { decode(bytes); });
    QVERIFY(error.has_value());
    QVERIFY(error->code() == ErrorCode::TooNew);
    QVERIFY(QString(error->what()).contains("version 2"));
  }

  void lyingLengthsTakeNoMemory() {
    // A directory that promises 2^62 bytes, or 2^32 sections, in a file of some dozens.
    ByteWriter lengths;
    lengths.putRaw(bytesOf("VITRINE\n"));
    lengths.put(std::uint32_t{1});
    lengths.put(std::uint32_t{1});
    lengths.putString("card");
    lengths.put(std::uint64_t{1} << 62U);
    lengths.put(std::uint32_t{0});
    QVERIFY(errorOf([&] { decode(lengths.bytes(), false); })->code() == ErrorCode::Damaged);

    ByteWriter count;
    count.putRaw(bytesOf("VITRINE\n"));
    count.put(std::uint32_t{1});
    count.put(std::uint32_t{0xFFFFFFFF});
    count.put(std::uint32_t{0});
    QVERIFY(errorOf([&] { decode(count.bytes(), false); })->code() == ErrorCode::Damaged);
  }

  void missingSectionIsNamed() {
    const ModelContainer container = sample();
    const auto error = errorOf([&] { static_cast<void>(container.section("scaler")); });
    QVERIFY(error.has_value());
    QVERIFY(QString(error->what()).contains("scaler"));
  }

  void fileErrorsNameTheFile() {
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("tg.vmodel").toStdString();
    QVERIFY(errorOf([&] { readModelContainer(file); })->code() == ErrorCode::CannotRead);
    writeModelContainer(sample(), file);
    QVERIFY(readModelContainer(file).sections == sample().sections);
    std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
    const auto error = errorOf([&] { readModelContainer(file); });
    QVERIFY(error->code() == ErrorCode::Damaged);
    QVERIFY(QString(error->what()).contains("tg.vmodel"));
  }
};

QTEST_GUILESS_MAIN(TestModelContainer)
#include "tst_model_container.moc"

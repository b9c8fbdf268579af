#include "engine/core/error.h"
#include "engine/files/safetensors.h"
#include "tests/support/error_of.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <filesystem>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using namespace vitrine;
using namespace vitrine::files;
using vitrine::test::errorOf;

namespace {

/// A file put together by hand: length of the header, header, numbers.
std::vector<std::byte> fileOf(const std::string& header, const std::string& data) {
  std::string text(8, '\0');
  for (std::size_t i = 0; i < 8; ++i)
    text[i] = static_cast<char>(header.size() >> (8 * i) & 0xFFU);
  text += header + data;
  const auto bytes = std::as_bytes(std::span(text));
  return {bytes.begin(), bytes.end()};
}

/// 1.0f, 2.0f, -0.5f and 3.0f after IEEE 754, least significant byte first.
const std::string kFourFloats("\0\0\x80\x3f\0\0\0\x40\0\0\0\xbf\0\0\x40\x40", 16);

TensorFile sample() {
  TensorFile file;
  file.metadata["card"] = R"({"kind":"ccgan"})";
  file.tensors["weight"] = Tensor::of(std::vector<float>{1.0F, 2.0F, -0.5F, 3.0F}, {2, 2});
  file.tensors["odd"] = Tensor::of(std::vector<float>{0.25F}, {});
  file.tensors["axis"] = Tensor::of(std::vector<double>{1.0, 5.0, 1e300});
  file.tensors["nothing"] = Tensor::of(std::vector<float>{}, {0, 7});
  return file;
}

}  // namespace

class TestSafetensors : public QObject {
  Q_OBJECT

 private slots:
  void comesBackAsItWas() { QVERIFY(decodeTensors(encodeTensors(sample())) == sample()); }

  void readsTheDocumentedLayout() {
    const auto file = decodeTensors(fileOf(
        R"({"__metadata__":{"format":"pt"},"w":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}}   )",
        kFourFloats));
    QCOMPARE(file.metadata.at("format"), std::string("pt"));
    QVERIFY((file.floats("w", {2, 2}) == std::vector<float>{1.0F, 2.0F, -0.5F, 3.0F}));
    QCOMPARE(file.matrix("w")(1, 0), -0.5);
  }

  void writesTheDocumentedLayout() {
    TensorFile file;
    file.tensors["w"] = Tensor::of(std::vector<float>{1.0F, 2.0F, -0.5F, 3.0F}, {4});
    const auto bytes = encodeTensors(file);
    std::uint64_t header = 0;
    std::memcpy(&header, bytes.data(), sizeof header);
    QCOMPARE(header % 8, std::uint64_t{0});
    QCOMPARE(bytes.size(), 8 + header + 16);
    QVERIFY(std::memcmp(bytes.data() + 8 + header, kFourFloats.data(), 16) == 0);
    QCOMPARE(static_cast<char>(bytes[8]), '{');
  }

  void everyShorterFileIsNoticed() {
    const auto good = encodeTensors(sample());
    for (std::size_t size = 0; size < good.size(); ++size) {
      const auto error = errorOf([&] { decodeTensors(std::span(good).first(size)); });
      QVERIFY2(error.has_value(), std::to_string(size).c_str());
      QVERIFY(error->code() == ErrorCode::Damaged);
    }
  }

  void wrongHeaders_data() {
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("word");
    const auto row = [](const char* name, const char* header, const char* word) {
      QTest::newRow(name) << QString(header) << QString(word);
    };
    row("no JSON", "xyz", "not JSON");
    row("a list", "[1,2]", "not JSON");
    row("half type", R"({"w":{"dtype":"F16","shape":[8],"data_offsets":[0,16]}})", "F32 and F64");
    row("no shape", R"({"w":{"dtype":"F32","data_offsets":[0,16]}})", "no type, shape");
    row("negative shape", R"({"w":{"dtype":"F32","shape":[-4],"data_offsets":[0,16]}})",
        "whole numbers");
    row("fractional place", R"({"w":{"dtype":"F32","shape":[4],"data_offsets":[0,16.0]}})",
        "whole numbers");
    row("wrong size", R"({"w":{"dtype":"F32","shape":[3],"data_offsets":[0,16]}})", "does not fit");
    row("past the end", R"({"w":{"dtype":"F32","shape":[5],"data_offsets":[0,20]}})",
        "does not fit");
    row("backwards", R"({"w":{"dtype":"F32","shape":[4],"data_offsets":[16,0]}})", "does not fit");
    row("overflowing shape",
        R"({"w":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,16]}})",
        "larger than the file");
    row("gap", R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}})", "gap or an overlap");
    row("overlap",
        R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]},"b":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}})",
        "gap or an overlap");
    row("too long", R"({"w":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}})",
        "longer than its tensors");
    row("name twice",
        R"({"w":{"dtype":"F32","shape":[4],"data_offsets":[0,16]},"w":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}})",
        "twice");
    row("deep", R"({"w":[[[[[[]]]]]]})", "too deep");
    row("metadata number",
        R"({"__metadata__":{"n":1},"w":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}})",
        "no text");
    row("many dimensions",
        R"({"w":{"dtype":"F32","shape":[4,1,1,1,1,1,1,1,1],"data_offsets":[0,16]}})",
        "too many dimensions");
  }
  void wrongHeaders() {
    QFETCH(QString, header);
    QFETCH(QString, word);
    const auto bytes = fileOf(header.toStdString(), kFourFloats);
    const auto error = errorOf([&] { decodeTensors(bytes); });
    QVERIFY(error.has_value());
    QVERIFY(error->code() == ErrorCode::Damaged);
    QVERIFY2(QString(error->what()).contains(word), error->what());
  }

  void lyingHeaderLengthTakesNoMemory() {
    std::vector<std::byte> bytes(64, std::byte{0xFF});
    QVERIFY(errorOf([&] { decodeTensors(bytes); })->code() == ErrorCode::Damaged);
  }

  void numbersThatAreNoneAreRefused() {
    for (const float bad :
         {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
      TensorFile file;
      file.tensors["w"] = Tensor::of(std::vector<float>{1.0F, bad}, {2});
      const auto bytes = encodeTensors(file);
      const auto error = errorOf([&] { decodeTensors(bytes); });
      QVERIFY(error.has_value());
      QVERIFY(QString(error->what()).contains("\"w\""));
    }
  }

  void accessorsNameWhatIsWrong() {
    const TensorFile file = sample();
    const auto says = [](const std::function<void()>& work, const char* word) {
      const auto error = errorOf(work);
      return error && error->code() == ErrorCode::Damaged && QString(error->what()).contains(word);
    };
    QVERIFY(says([&] { static_cast<void>(file.tensor("bias")); }, "\"bias\" is missing"));
    QVERIFY(says([&] { static_cast<void>(file.floats("weight", {4})); }, "2 × 2 instead of 4"));
    QVERIFY(says([&] { static_cast<void>(file.floats("axis", {3})); }, "F64"));
    QVERIFY(says([&] { static_cast<void>(file.matrix("axis")); }, "3 instead of"));
    QVERIFY(says([&] { static_cast<void>(file.numbers("weight")); }, "one dimension"));
    QCOMPARE(file.numbers("odd").front(), 0.25);
    QCOMPARE(file.numbers("axis").back(), 1e300);
  }

  void fileErrorsNameTheFile() {
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("net.safetensors").toStdString();
    QVERIFY(errorOf([&] { readTensorFile(path); })->code() == ErrorCode::CannotRead);
    writeTensorFile(sample(), path);
    QVERIFY(readTensorFile(path) == sample());
    std::filesystem::resize_file(path, std::filesystem::file_size(path) - 1);
    const auto error = errorOf([&] { readTensorFile(path); });
    QVERIFY(error->code() == ErrorCode::Damaged);
    QVERIFY(QString(error->what()).contains("net.safetensors"));
  }
};

QTEST_GUILESS_MAIN(TestSafetensors)
#include "tst_safetensors.moc"

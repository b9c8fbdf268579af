#include "engine/core/error.h"
#include "engine/core/random.h"
#include "engine/regression/packed_bytes.h"
#include "engine/regression/regressor_io.h"
#include "engine/regression/tree_ensemble.h"
#include "tests/engine/regression/reference.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace vitrine;
using namespace vitrine::regression;
using vitrine::test::Reference;

namespace {

Hyperparameters small(ModelKind kind) {
  switch (kind) {
    case ModelKind::ExtraTrees:
    case ModelKind::RandomForest:
      return {{"trees", 6}};
    case ModelKind::GradientBoosting:
      return {{"rounds", 20}};
    default:
      return {};
  }
}

std::vector<std::byte> trained(ModelKind kind) {
  const Reference reference;
  return encodeRegressor(*fit(kind, small(kind), reference.trainX(), reference.trainY(), {}));
}

/// Damaged, or a model that can be used. Anything else fails the test.
void expectHandled(std::span<const std::byte> bytes, bool mustFail) {
  try {
    const auto model = decodeRegressor(bytes);
    QVERIFY(!mustFail);
    if (model->featureCount() < 1000)
      QCOMPARE(model->predict(Matrix(2, model->featureCount()), {}).size(), std::size_t(2));
  } catch (const Error& error) {
    QCOMPARE(error.code(), ErrorCode::Damaged);
  }
}

}  // namespace

class TestRegressorIo : public QObject {
  Q_OBJECT

 private slots:

  void initTestCase_data() {
    QTest::addColumn<ModelKind>("kind");
    for (const auto kind : kModelKinds)
      QTest::newRow(modelName(kind).data()) << kind;
  }

  void comesBackTheSame() {
    QFETCH_GLOBAL(ModelKind, kind);
    const Reference reference;
    const auto model = fit(kind, small(kind), reference.trainX(), reference.trainY(), {});
    const auto bytes = encodeRegressor(*model);
    const auto back = decodeRegressor(bytes);
    QCOMPARE(back->kind(), kind);
    QCOMPARE(back->featureCount(), model->featureCount());
    const auto before = model->predictWithSpread(reference.x, {});
    const auto after = back->predictWithSpread(reference.x, {});
    QVERIFY(before.values == after.values);
    QVERIFY(before.spread == after.spread);
    QVERIFY(encodeRegressor(*back) == bytes);
  }

  void everyTruncationIsDamaged() {
    QFETCH_GLOBAL(ModelKind, kind);
    const auto bytes = trained(kind);
    const std::size_t step = std::max<std::size_t>(1, bytes.size() / 400);
    for (std::size_t length = 0; length < bytes.size(); length += step)
      expectHandled(std::span(bytes).first(length), true);
    auto longer = bytes;
    longer.push_back(std::byte{0});
    expectHandled(longer, true);
  }

  void flippedBytesAreHandled() {
    QFETCH_GLOBAL(ModelKind, kind);
    const auto bytes = trained(kind);
    Random random(9);
    for (int i = 0; i < 600; ++i) {
      auto changed = bytes;
      // The counts at the front are what can do harm.
      const auto reach = i % 2 == 0 ? std::min<std::size_t>(bytes.size(), 24) : bytes.size();
      for (auto n = 1 + random.below(3); n > 0; --n)
        changed[random.below(reach)] = static_cast<std::byte>(random.below(256));
      expectHandled(changed, false);
    }
  }
};

class TestPackedBytes : public QObject {
  Q_OBJECT

 private slots:
  void treesTakeFewBytes() {
    const Reference reference;
    const auto model =
        fit(ModelKind::ExtraTrees, {{"trees", 50}}, reference.trainX(), reference.trainY(), {});
    const auto size = encodeRegressor(*model).size();
    QVERIFY(static_cast<double>(size) <
            6.0 * static_cast<double>(asTrees(*model)->nodeCount()) + 32.0);
  }

  void numbers() {
    const std::uint64_t values[] = {0, 1, 127, 128, 16383, 16384, UINT32_MAX, UINT64_MAX};
    files::ByteWriter out;
    for (const auto value : values)
      putPacked(out, value);
    const auto bytes = out.take();
    QCOMPARE(bytes.size(), std::size_t(1 + 1 + 1 + 2 + 2 + 3 + 5 + 10));
    files::ByteReader in(bytes);
    for (const auto value : values)
      QCOMPARE(getPacked(in), value);
    QCOMPARE(in.remaining(), std::size_t(0));
  }

  void wrongNumbers_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("cut") << QByteArray("\x80", 1);
    QTest::newRow("longer than needed") << QByteArray("\x81\x00", 2);
    QTest::newRow("more than 64 bits") << QByteArray("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02");
    QTest::newRow("no end") << QByteArray(20, '\xff');
    QTest::newRow("above the limit") << QByteArray("\xe9\x07");
  }
  void wrongNumbers() {
    QFETCH(QByteArray, bytes);
    files::ByteReader in(std::as_bytes(std::span(bytes.constData(), bytes.size())));
    QVERIFY_EXCEPTION_THROWN(getPacked(in, 1000), Error);
  }

  void matrices() {
    Matrix sparse(5, 40);
    sparse(0, 0) = 1.5;
    sparse(2, 39) = -2.0;
    sparse(2, 7) = 1e300;
    Matrix full(3, 2);
    for (std::size_t i = 0; i < 6; ++i)
      full(i / 2, i % 2) = 1.0 / static_cast<double>(i + 1);
    const Matrix wideAndEmpty(2, 5000);
    for (const auto& matrix : {sparse, full, wideAndEmpty, Matrix(0, 3), Matrix(4, 0)}) {
      files::ByteWriter out;
      putMatrix(out, matrix);
      const auto bytes = out.take();
      files::ByteReader in(bytes);
      const auto back = getMatrix(in);
      QCOMPARE(back.rows(), matrix.rows());
      QCOMPARE(back.columns(), matrix.columns());
      QVERIFY(std::ranges::equal(back.values(), matrix.values()));
      QCOMPARE(in.remaining(), std::size_t(0));
    }
  }

  // A few bytes that claim millions of cells.
  void noMemoryForEmptyClaims() {
    for (const auto layout : {std::uint8_t{0}, std::uint8_t{1}}) {
      files::ByteWriter out;
      putPacked(out, 4'000'000'000);
      putPacked(out, 4'000'000'000);
      out.put(layout);
      out.put(std::uint64_t{0});
      const auto bytes = out.take();
      files::ByteReader in(bytes);
      QVERIFY_EXCEPTION_THROWN(getMatrix(in), Error);
    }
    files::ByteWriter out;
    out.put(std::uint8_t{1});
    putPacked(out, 5);
    out.put(0.0);
    putPacked(out, UINT64_MAX);
    putPacked(out, UINT64_MAX);
    QVERIFY_EXCEPTION_THROWN(decodeRegressor(out.take()), Error);
  }
};

int main(int argc, char** argv) {
  QCoreApplication app(argc, argv);
  TestRegressorIo models;
  TestPackedBytes numbers;
  return QTest::qExec(&models, argc, argv) + QTest::qExec(&numbers, argc, argv);
}
#include "tst_regressor_io.moc"

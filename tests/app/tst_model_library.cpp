// Which model speaks, and what happens where its file is no good.

#include "app/services/model_library.h"
#include "tests/app/resources.h"
#include "tests/engine/prediction/synthetic.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <fstream>

using namespace vitrine;
using prediction::Property;

class TestModelLibrary : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    auto options = test::quickOptions();
    options.models = {regression::ModelKind::NearestNeighbours};
    m_model = prediction::trainPropertyModel(test::syntheticTable(14, 5), options, RunContext());
    // The "shipped" ones.
    std::filesystem::create_directories(shipped());
    prediction::savePropertyModel(*m_model, shipped() / "Tg.vitrine-model");
    options.property = Property::Tm;
    prediction::savePropertyModel(
        *prediction::trainPropertyModel(test::syntheticTable(14, 5), options, RunContext()),
        shipped() / "Tm.vitrine-model");
  }

  void keepsListsAndRemembersNames() {
    app::JobRunner runner;
    app::ModelLibrary library(runner, shipped(), own());
    library.load();
    QTRY_VERIFY(library.model(Property::Tg) && library.model(Property::Tm));
    QSignalSpy kept(&library, &app::ModelLibrary::kept);
    QSignalSpy refused(&library, &app::ModelLibrary::refused);
    // Names that no file could have.
    const QStringList names{QStringLiteral("../a/b"), QStringLiteral("."),
                            QStringLiteral("Größe 5 %")};
    for (const QString& name : names) {
      library.keep(name, m_model);
      QTRY_COMPARE(kept.count(), 1);
      QCOMPARE(kept.takeFirst().at(0).toString(), name);
    }
    QTRY_COMPARE(library.own().size(), std::size_t{3});
    for (const auto& model : library.own()) {
      QVERIFY(names.contains(model.name));
      QCOMPARE(model.card.rows, std::size_t{70});
    }
    QCOMPARE(refused.count(), 0);
    library.keep(QStringLiteral("  "), m_model);
    library.keep(names[1], m_model);
    QCOMPARE(refused.count(), 2);
    // Nothing was written beside the folder.
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("a"))));

    QSignalSpy used(&library, &app::ModelLibrary::usedChanged);
    const std::string before = library.generation();
    library.use(Property::Tg, names[1]);
    QTRY_VERIFY(library.generation() != before);
    QCOMPARE(library.used(Property::Tg), names[1]);
    library.rename(names[1], QStringLiteral("mine"));
    QCOMPARE(library.used(Property::Tg), QStringLiteral("mine"));
    QCOMPARE(used.count(), 2);
    // Deleting the one that speaks leads back to the shipped one.
    library.remove(QStringLiteral("mine"));
    QVERIFY(library.used(Property::Tg).isEmpty());
    QTRY_COMPARE(library.own().size(), std::size_t{2});
    QVERIFY(!library.isPending(Property::Tg));
  }

  void anUnreadableModelFallsBack() {
    std::filesystem::create_directories(own());
    std::ofstream(own() / "broken.vitrine-model") << "no model at all";
    app::JobRunner runner;
    app::ModelLibrary library(runner, shipped(), own());
    QSignalSpy problem(&library, &app::ModelLibrary::problem);
    library.use(Property::Tg, QStringLiteral("broken"));
    QVERIFY(library.isPending(Property::Tg));
    library.load();
    QTRY_VERIFY(library.model(Property::Tg) != nullptr);
    QCOMPARE(problem.count(), 1);
    const QString sentence = problem.first().first().toString();
    QVERIFY2(sentence.startsWith(QStringLiteral("Your Tg model “broken” cannot be used")),
             qPrintable(sentence));
    QVERIFY(library.used(Property::Tg).isEmpty());
    QVERIFY(library.failure(Property::Tg).isEmpty());
    // It is listed, so that it can be deleted.
    const auto isBroken = [](const auto& model) { return !model.failure.isEmpty(); };
    QTRY_COMPARE(std::ranges::count_if(library.own(), isBroken), 1);
    library.remove(QStringLiteral("broken"));
    QTRY_COMPARE(std::ranges::count_if(library.own(), isBroken), 0);
  }

  void aModelOfAnotherPropertyIsRefused() {
    app::JobRunner runner;
    app::ModelLibrary library(runner, shipped(), own());
    library.load();
    QTRY_VERIFY(library.model(Property::Tm) != nullptr);
    library.keep(QStringLiteral("glass"), m_model);
    QTRY_VERIFY(std::ranges::any_of(
        library.own(), [](const auto& model) { return model.name == QLatin1String("glass"); }));
    QSignalSpy problem(&library, &app::ModelLibrary::problem);
    library.use(Property::Tm, QStringLiteral("glass"));
    QTRY_COMPARE(problem.count(), 1);
    QVERIFY(problem.first().first().toString().contains(QLatin1String("It predicts Tg.")));
    QVERIFY(library.used(Property::Tm).isEmpty());
    QVERIFY(library.model(Property::Tm) != nullptr);
  }

 private:
  [[nodiscard]] std::filesystem::path shipped() const {
    return m_folder.filePath(QStringLiteral("shipped")).toStdString();
  }
  [[nodiscard]] std::filesystem::path own() const {
    return m_folder.filePath(QStringLiteral("own")).toStdString();
  }

  QTemporaryDir m_folder;
  app::ModelLibrary::Model m_model;
};

QTEST_MAIN(TestModelLibrary)
#include "tst_model_library.moc"

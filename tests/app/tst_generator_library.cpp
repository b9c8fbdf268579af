// Generators of the user's own beside those that come with the program.

#include "app/services/generator_library.h"
#include "engine/alloy/formula.h"
#include "engine/generation/fit.h"
#include "engine/generation/generator_file.h"
#include "tests/engine/generation/synthetic.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <memory>
#include <set>

using namespace vitrine;
using app::GeneratorLibrary;

namespace {

/// A generator of Ti-Co-Zr with `rows` patterns, in a file.
void write(const std::filesystem::path& file, std::size_t rows) {
  const auto set = test::syntheticSet(rows, 1);
  const auto card = generation::cardFor(generation::GeneratorKind::Nearest, set);
  std::filesystem::create_directories(file.parent_path());
  generation::saveGenerator(file, *generation::fitGenerator(card, set, RunContext()));
}

}  // namespace

class TestGeneratorLibrary : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    write(shipped() / "Co-Ti-Zr.safetensors", 10);
  }

  void theUsersOwnGoesFirst() {
    write(own() / "Co-Ti-Zr.safetensors", 20);
    app::JobRunner runner;
    GeneratorLibrary library(runner, shipped(), own());
    const auto alloy = alloy::compositionOf("Co20Ti40Zr40");
    QVERIFY(library.offerFor(alloy).isPending());
    QTRY_VERIFY(library.offerFor(alloy).generator != nullptr);
    QVERIFY(library.offerFor(alloy).isOwn);
    QCOMPARE(library.offerFor(alloy).generator->card().rows, std::size_t{20});
    QCOMPARE(library.systems(), QStringList{QStringLiteral("Co-Ti-Zr")});
  }

  void aDamagedOneLeavesTheShippedOne() {
    std::filesystem::create_directories(own());
    std::ofstream(own() / "Co-Ti-Zr.safetensors") << "no generator";
    app::JobRunner runner;
    GeneratorLibrary library(runner, shipped(), own());
    QSignalSpy problems(&library, &GeneratorLibrary::problem);
    const auto alloy = alloy::compositionOf("Co20Ti40Zr40");
    QVERIFY(library.offerFor(alloy).isOwn);
    QTRY_COMPARE(problems.size(), 1);
    QVERIFY(problems[0][0].toString().contains(QLatin1String("Co-Ti-Zr.safetensors")));
    QVERIFY(!library.offerFor(alloy).isOwn);
    QTRY_VERIFY(library.offerFor(alloy).generator != nullptr);
    QCOMPARE(problems.size(), 1);
    // It is still listed, so that it can be removed.
    QCOMPARE(library.ownSystems(), QStringList{QStringLiteral("Co-Ti-Zr")});
    library.remove(QStringLiteral("Co-Ti-Zr"));
    QVERIFY(library.ownSystems().isEmpty());
    QVERIFY(!std::filesystem::exists(own() / "Co-Ti-Zr.safetensors"));
  }

  /// What is simulated stands beside what was measured and never in its place.
  void simulatedOnesStandApart() {
    write(shipped() / "Co-Ti-Zr.simulated-rdf.safetensors", 15);
    app::JobRunner runner;
    GeneratorLibrary library(runner, shipped(), own());
    const auto alloy = alloy::compositionOf("Co20Ti40Zr40");
    QCOMPARE(library.variantsFor(alloy), (std::set<std::string>{"", "simulated-rdf"}));
    QCOMPARE(library.offerFor(alloy).name, std::string("Co-Ti-Zr"));
    QTRY_VERIFY(library.offerFor(alloy, "simulated-rdf").generator != nullptr);
    QCOMPARE(library.offerFor(alloy, "simulated-rdf").generator->card().rows, std::size_t{15});
    QCOMPARE(library.systems(), QStringList{QStringLiteral("Co-Ti-Zr")});
  }

  void addedReplacedAndRemoved() {
    app::JobRunner runner;
    GeneratorLibrary library(runner, shipped(), own());
    QSignalSpy added(&library, &GeneratorLibrary::added);
    const auto alloy = alloy::compositionOf("Co20Ti40Zr40");
    std::set<std::string> keys{library.offerFor(alloy).key};
    for (const std::size_t rows : {std::size_t{12}, std::size_t{15}}) {
      const auto file = folder() / "trained.safetensors";
      write(file, rows);
      added.clear();
      library.add(file);
      QTRY_COMPARE(added.size(), 1);
      QCOMPARE(added[0][0].toString(), QStringLiteral("Co-Ti-Zr"));
      QTRY_VERIFY(library.offerFor(alloy).generator != nullptr);
      QCOMPARE(library.offerFor(alloy).generator->card().rows, rows);
      keys.insert(library.offerFor(alloy).key);
    }
    // Nothing that was computed with one is taken for another's.
    QCOMPARE(keys.size(), std::size_t{3});
    library.remove(QStringLiteral("Co-Ti-Zr"));
    QTRY_VERIFY(library.offerFor(alloy).generator != nullptr);
    QCOMPARE(library.offerFor(alloy).generator->card().rows, std::size_t{10});
  }

  void whatCannotBeAddedIsSaid() {
    app::JobRunner runner;
    GeneratorLibrary library(runner, shipped(), own());
    QSignalSpy refused(&library, &GeneratorLibrary::refused);
    const auto file = folder() / "bad.safetensors";
    std::ofstream(file) << "no generator";
    library.add(file);
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY(library.ownSystems().isEmpty());
    // A folder that cannot be made.
    std::ofstream(folder() / "taken") << "a file";
    GeneratorLibrary blocked(runner, shipped(), folder() / "taken" / "generators");
    QSignalSpy said(&blocked, &GeneratorLibrary::refused);
    write(file, 10);
    blocked.add(file);
    QTRY_COMPARE(said.size(), 1);
  }

 private:
  [[nodiscard]] std::filesystem::path folder() const { return m_folder->path().toStdString(); }
  [[nodiscard]] std::filesystem::path shipped() const { return folder() / "shipped"; }
  [[nodiscard]] std::filesystem::path own() const { return folder() / "data" / "own"; }

  std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestGeneratorLibrary)
#include "tst_generator_library.moc"

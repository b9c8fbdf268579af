#include "engine/alloy/formula.h"
#include "engine/generation/generator_folder.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace vitrine;
using namespace vitrine::generation;

class TestGeneratorFolder : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    for (const char* name :
         {"Co-Ti-Zr.safetensors", "Co-Ti-Zr.ccgan.safetensors", "Co-Zr.safetensors", "README.md",
          "Xx-Yy.safetensors", "Cu-Zr.simulated.safetensors", "Cu-Zr.simulated-rdf.safetensors"})
      std::ofstream(path() / name) << "not read";
    m_entries = listGenerators(path());
  }

  void namesComeFromFiles() {
    std::vector<std::string> names;
    for (const auto& entry : m_entries)
      names.push_back(entry.name);
    QCOMPARE(names, (std::vector<std::string>{"Co-Ti-Zr", "Co-Ti-Zr:ccgan", "Co-Zr",
                                              "Cu-Zr:simulated", "Cu-Zr:simulated-rdf"}));
    QCOMPARE(m_entries[0].elements, (std::vector<int>{22, 27, 40}));
    QVERIFY(m_entries[0].isDefault());
    QVERIFY(!m_entries[1].isDefault());
    QVERIFY(listGenerators(path() / "nowhere").empty());
  }

  void namesAreFoundInAnyOrderOfElements() {
    QCOMPARE(findGenerator(m_entries, "Zr-Co-Ti"), &m_entries[0]);
    QCOMPARE(findGenerator(m_entries, "Co-Ti-Zr:ccgan"), &m_entries[1]);
    QVERIFY(findGenerator(m_entries, "Co-Ti-Zr:gp") == nullptr);
    QVERIFY(findGenerator(m_entries, "Co-Fe") == nullptr);
    QVERIFY(findGenerator(m_entries, "") == nullptr);
  }

  /// What is simulated is never taken unasked.
  void variantsAreToldApart() {
    const auto alloy = alloy::compositionOf("Cu50Zr50");
    QCOMPARE(coveringVariants(m_entries, alloy),
             (std::set<std::string>{"simulated", "simulated-rdf"}));
    QVERIFY(coveringGenerator(m_entries, alloy) == nullptr);
    QCOMPARE(coveringGenerator(m_entries, alloy, "simulated-rdf"), &m_entries[4]);
    QCOMPARE(coveringVariants(m_entries, alloy::compositionOf("Co50Zr50")),
             (std::set<std::string>{"", "ccgan"}));
  }

  void theSmallestSystemCovers() {
    QCOMPARE(coveringGenerator(m_entries, alloy::compositionOf("Co20Ti40Zr40")), &m_entries[0]);
    QCOMPARE(coveringGenerator(m_entries, alloy::compositionOf("Ti50Zr50")), &m_entries[0]);
    QCOMPARE(coveringGenerator(m_entries, alloy::compositionOf("Co50Zr50")), &m_entries[2]);
    QVERIFY(coveringGenerator(m_entries, alloy::compositionOf("Cu50Zr50")) == nullptr);
  }

 private:
  [[nodiscard]] std::filesystem::path path() const { return m_folder.path().toStdString(); }

  QTemporaryDir m_folder;
  std::vector<GeneratorEntry> m_entries;
};

QTEST_APPLESS_MAIN(TestGeneratorFolder)
#include "tst_generator_folder.moc"

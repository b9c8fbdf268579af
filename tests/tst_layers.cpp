// Reads every #include of the project and holds it against the arrow of dependency that
// CONTRIBUTING.md draws: engine <- widgets <- app, and among the rooms of the engine.

#include "tests/support/paths.h"

#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

/// The rooms each room may use besides itself, `core` and `files`.
const std::map<std::string, std::set<std::string>> kMayUse{
    {"core", {}},
    {"files", {}},
    {"alloy", {}},
    {"dataset", {"alloy"}},
    {"regression", {}},
    {"prediction", {"alloy", "dataset", "regression"}},
    {"thermo", {"alloy"}},
    {"calphad", {"alloy"}},
    {"relaxation", {}},
    {"diffraction", {"alloy", "dataset"}},
    {"generation", {"alloy", "diffraction"}},
    {"atomistic", {"alloy", "diffraction"}},
    {"process", {}},
    {"simulation", {"alloy", "atomistic", "process"}},
    {"barcode", {"alloy", "atomistic", "regression"}},
    {"campaign", {"alloy", "atomistic", "diffraction", "process", "simulation"}},
};

struct Include {
  fs::path file;  ///< relative to the top of the repository
  int line = 0;
  std::string target;
  bool quoted = false;
};

std::vector<Include> includesBelow(const std::string& folder) {
  static const std::regex pattern(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
  std::vector<Include> includes;
  const auto top = vitrine::test::sourceDir();
  for (const auto& entry : fs::recursive_directory_iterator(top / folder)) {
    const auto extension = entry.path().extension();
    if (extension != ".h" && extension != ".cpp")
      continue;
    std::ifstream stream(entry.path());
    std::string text;
    for (int line = 1; std::getline(stream, text); ++line) {
      std::smatch match;
      if (std::regex_search(text, match, pattern))
        includes.push_back({fs::relative(entry.path(), top), line, match[2], match[1] == "\""});
    }
  }
  return includes;
}

/// The n-th part of a path: part("engine/alloy/grid.h", 1) is "alloy".
std::string part(const fs::path& path, int index) {
  auto it = path.begin();
  std::advance(it, std::min<std::ptrdiff_t>(index, std::distance(path.begin(), path.end()) - 1));
  return it->string();
}

bool isQt(const Include& include) {
  static const std::regex pattern(R"(^(Q[A-Z]|Qt|qcustomplot))");
  return !include.quoted && std::regex_search(include.target, pattern);
}

QByteArray where(const Include& include) {
  return QByteArray::fromStdString(include.file.string() + ":" + std::to_string(include.line) +
                                   " includes " + include.target);
}

}  // namespace

class TestLayers : public QObject {
  Q_OBJECT

 private slots:
  void engineKnowsNoQtAndOnlyItsRooms() {
    const auto includes = includesBelow("engine");
    QVERIFY(includes.size() > 100);
    for (const auto& include : includes) {
      QVERIFY2(!isQt(include), where(include));
      if (!include.quoted || !include.target.starts_with("engine/")) {
        QVERIFY2(!include.quoted || include.target.ends_with(".inc"), where(include));
        continue;
      }
      const auto from = part(include.file, 1);
      const auto to = part(include.target, 1);
      QVERIFY2(
          kMayUse.contains(from),
          qPrintable(QString("room %1 is not in the table").arg(QString::fromStdString(from))));
      if (from == "core")
        QVERIFY2(to == "core", where(include));
      QVERIFY2(to == from || to == "core" || (to == "files" && from != "core") ||
                   kMayUse.at(from).contains(to),
               where(include));
    }
  }

  void publicHeadersShowNoThirdParty() {
    static const std::regex thirdParty(
        R"(^(Eigen|boost|nlohmann|xgboost|libsvm|CLI|expat|zip|zlib|voro\+\+|xlsxwriter)[./])");
    for (const auto& include : includesBelow("engine")) {
      if (include.file.extension() == ".h")
        QVERIFY2(!std::regex_search(include.target, thirdParty), where(include));
    }
  }

  void widgetsKnowNoThreadsJobsOrDocuments() {
    static const std::set<std::string> threads{"thread",
                                               "future",
                                               "QThread",
                                               "QThreadPool",
                                               "QtConcurrent",
                                               "QFuture",
                                               "engine/core/thread_pool.h",
                                               "engine/core/parallel.h"};
    for (const auto& include : includesBelow("widgets")) {
      QVERIFY2(!include.target.starts_with("app/"), where(include));
      QVERIFY2(!threads.contains(include.target), where(include));
    }
  }

  void onlyThePlotFolderSeesThePlottingLibrary_data() {
    QTest::addColumn<QString>("folder");
    for (const char* folder : {"engine", "widgets", "app"})
      QTest::newRow(folder) << folder;
  }
  void onlyThePlotFolderSeesThePlottingLibrary() {
    QFETCH(QString, folder);
    for (const auto& include : includesBelow(folder.toStdString())) {
      if (include.target == "qcustomplot.h")
        QVERIFY2(include.file.string().starts_with("widgets/plot/"), where(include));
    }
  }

  void theCommandLineNeedsNoQt() {
    for (const auto& include : includesBelow("app/cli")) {
      QVERIFY2(!isQt(include), where(include));
      QVERIFY2(!include.target.starts_with("widgets/"), where(include));
    }
  }

  void projectIncludesStartAtTheTop() {
    for (const char* folder : {"engine", "widgets", "app", "tests"}) {
      for (const auto& include : includesBelow(folder)) {
        if (!include.quoted || include.target.ends_with(".moc") || include.target.ends_with(".inc"))
          continue;
        QVERIFY2(fs::exists(vitrine::test::sourceDir() / include.target), where(include));
      }
    }
  }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"

#include "engine/core/error.h"
#include "engine/files/atomic_file.h"
#include "engine/files/folder.h"
#include "engine/files/text_file.h"
#include "tests/support/error_of.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <string>
#include <string_view>

using namespace vitrine;
using namespace vitrine::files;
namespace fs = std::filesystem;

namespace {

ErrorCode writeErrorOf(const fs::path& file) {
  try {
    writeAtomically(file, "new");
  } catch (const Error& error) {
    if (!QString(error.what()).contains(QString::fromStdString(file.filename().string())))
      qFatal("the error does not name the file: %s", error.what());
    return error.code();
  }
  qFatal("no error");
}

std::ptrdiff_t filesIn(const fs::path& folder) {
  return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

}  // namespace

class TestAtomicFile : public QObject {
  Q_OBJECT

 private slots:
  void foldersAreMadeOrNamed() {
    QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    files::makeFolder(root / "a" / "b");
    QVERIFY(std::filesystem::is_directory(root / "a" / "b"));
    files::makeFolder(root / "a" / "b");
    files::writeAtomically(root / "file", std::string_view("x"));
    const auto error = test::errorOf([&] { files::makeFolder(root / "file" / "c"); });
    QVERIFY(error && error->code() == ErrorCode::CannotWrite);
    QVERIFY(std::string(error->what()).find((root / "file" / "c").string()) != std::string::npos);
  }

  void init() {
    m_temporary = std::make_unique<QTemporaryDir>();
    QVERIFY(m_temporary->isValid());
    m_folder = m_temporary->path().toStdString();
  }

  void writesAndReplaces() {
    const fs::path file = m_folder / "a.csv";
    writeAtomically(file, "first, and longer");
    writeAtomically(file, "second");
    QCOMPARE(readText(file), std::string("second"));
    QCOMPARE(filesIn(m_folder), std::ptrdiff_t{1});
  }

  void writesEmptyAndBinary() {
    const fs::path file = m_folder / "b";
    writeAtomically(file, std::string_view());
    QCOMPARE(fs::file_size(file), std::uintmax_t{0});
    const std::string binary("\0\xFF\n\r", 4);
    writeAtomically(file, binary);
    QCOMPARE(readBytes(file).size(), binary.size());
  }

  void newFilesHaveTheUsualPermissions() {
    const fs::path file = m_folder / "c";
    writeAtomically(file, "x");
    const auto mode = fs::status(file).permissions();
    QVERIFY((mode & fs::perms::owner_read) != fs::perms::none);
    QVERIFY((mode & fs::perms::owner_exec) == fs::perms::none);
    // mkstemp alone would give 0600 whatever the umask says.
    const fs::path plain = m_folder / "plain";
    QFile reference(QString::fromStdString(plain.string()));
    QVERIFY(reference.open(QIODevice::WriteOnly));
    QCOMPARE(mode, fs::status(plain).permissions());
  }

  void permissionsOfTheOldFileAreKept() {
    const fs::path file = m_folder / "d";
    writeAtomically(file, "old");
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
    writeAtomically(file, "new");
    QCOMPARE(fs::status(file).permissions(),
             fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
  }

  void linksAreFollowed() {
    const fs::path file = m_folder / "target";
    const fs::path link = m_folder / "link";
    writeAtomically(file, "old");
    fs::create_symlink(file, link);
    writeAtomically(link, "new");
    QVERIFY(fs::is_symlink(link));
    QCOMPARE(readText(file), std::string("new"));
  }

  void failuresLeaveNothingBehind() {
    fs::create_directory(m_folder / "folder");
    QCOMPARE(writeErrorOf(m_folder / "folder"), ErrorCode::CannotWrite);
    QCOMPARE(writeErrorOf(m_folder / "missing" / "e.csv"), ErrorCode::CannotWrite);
    QCOMPARE(filesIn(m_folder), std::ptrdiff_t{1});
  }

  void devicesAreWrittenStraight() {
    writeAtomically("/dev/null", "nothing");
    QVERIFY(fs::is_character_file("/dev/null"));
    if (!fs::exists("/dev/full"))
      QSKIP("no /dev/full to be a full disk");
    QCOMPARE(writeErrorOf("/dev/full"), ErrorCode::CannotWrite);
    QVERIFY(fs::is_character_file("/dev/full"));
  }

 private:
  std::unique_ptr<QTemporaryDir> m_temporary;
  fs::path m_folder;
};

QTEST_GUILESS_MAIN(TestAtomicFile)
#include "tst_atomic_file.moc"

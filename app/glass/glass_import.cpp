#include "app/glass/glass_import.h"

#include "app/glass/elements_dialog.h"
#include "engine/atomistic/structure_file.h"
#include "engine/core/error.h"

#include <QFileInfo>

#include <filesystem>
#include <utility>

namespace vitrine::app {

namespace {

/// The name of a file as it is without gzip: "glass.data".
QString unpackedName(const QString& path) {
  QString name = QFileInfo(path).fileName();
  if (name.endsWith(QLatin1String(".gz"), Qt::CaseInsensitive))
    name.chop(3);
  return name;
}

}  // namespace

GlassImport::GlassImport(JobRunner& runner, GlassDesk& desk, QWidget* parent)
    : QObject(parent),
      m_desk(desk),
      m_parent(parent),
      m_jobs(runner, QStringLiteral("file of atoms")) {
  connect(&m_jobs, &JobGroup::changed, this, &GlassImport::changed);
}

GlassImport::~GlassImport() = default;

bool GlassImport::isStructure(const QString& path) {
  const QString name = unpackedName(path).toLower();
  for (const char* suffix :
       {".data", ".lmp", ".dump", ".lammpstrj", ".xyz", ".extxyz", ".vasp", ".poscar"})
    if (name.endsWith(QLatin1String(suffix)))
      return true;
  return name.startsWith(QLatin1String("poscar")) || name.startsWith(QLatin1String("contcar"));
}

void GlassImport::open(const QString& path, const QString& name, const QString& caveat) {
  const Glass glass{name.isEmpty() ? QFileInfo(unpackedName(path)).completeBaseName() : name,
                    QFileInfo(path).absoluteFilePath(), caveat, nullptr};
  m_jobs.start<Typed>(
      [from = std::filesystem::path(path.toStdString())](const RunContext& context) {
        return std::make_shared<atomistic::TypedStructure>(atomistic::readStructure(from, context));
      },
      [this, glass](const Typed& typed) { take(glass, typed); },
      [this](const QString& sentence) { emit failed(sentence); });
}

void GlassImport::take(Glass glass, const Typed& typed) {
  if (typed->knowsElements())
    return add(std::move(glass), typed, {});
  std::vector<std::size_t> atoms(typed->elements.size(), 0);
  for (const int type : typed->types) {
    if (static_cast<std::size_t>(type) > atoms.size())
      atoms.resize(static_cast<std::size_t>(type), 0);
    ++atoms[static_cast<std::size_t>(type) - 1];
  }
  auto* dialog =
      new ElementsDialog(QFileInfo(glass.file).fileName(), atoms, typed->elements, m_parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this,
          [this, dialog, glass, typed] { add(glass, typed, dialog->chosen()); });
  dialog->open();
}

void GlassImport::add(Glass glass, const Typed& typed, const std::vector<int>& elements) {
  try {
    glass.structure = std::make_shared<const atomistic::Structure>(
        atomistic::withElements(std::move(*typed), elements));
  } catch (const Error& error) {
    emit failed(QString::fromUtf8(error.what()));
    return;
  }
  if (glass.structure->size() == 0) {
    emit failed(tr("%1 holds no atoms.").arg(glass.file));
    return;
  }
  m_desk.add(std::move(glass));
}

}  // namespace vitrine::app

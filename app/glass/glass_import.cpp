#include "app/glass/glass_import.h"

#include "app/glass/elements_dialog.h"
#include "app/jobs/job_runner.h"
#include "engine/atomistic/structure_file.h"
#include "engine/core/error.h"

#include <QFileInfo>

#include <filesystem>
#include <utility>

namespace vitrine::app {

GlassImport::GlassImport(JobRunner& runner, GlassDesk& desk, QWidget* parent)
    : QObject(parent), m_runner(runner), m_desk(desk), m_parent(parent) {}

GlassImport::~GlassImport() {
  for (const QString& job : std::as_const(m_jobs))
    m_runner.cancel(job);
}

bool GlassImport::isStructure(const QString& path) {
  QString name = QFileInfo(path).fileName().toLower();
  if (name.endsWith(QLatin1String(".gz")))
    name.chop(3);
  for (const char* suffix :
       {".data", ".lmp", ".dump", ".lammpstrj", ".xyz", ".extxyz", ".vasp", ".poscar"})
    if (name.endsWith(QLatin1String(suffix)))
      return true;
  return name.startsWith(QLatin1String("poscar")) || name.startsWith(QLatin1String("contcar"));
}

QString GlassImport::begin() {
  m_jobs << QStringLiteral("file of atoms %1").arg(++m_count);
  emit changed();
  return m_jobs.back();
}

void GlassImport::end(const QString& job) {
  m_jobs.removeOne(job);
  emit changed();
}

void GlassImport::cancel() {
  for (const QString& job : std::exchange(m_jobs, {}))
    m_runner.cancel(job);
  emit changed();
}

double GlassImport::fraction() const {
  return m_jobs.isEmpty() ? -1.0 : m_runner.fractionOf(m_jobs.front());
}

void GlassImport::open(const QString& path, const QString& name, const QString& caveat) {
  const QFileInfo file(path);
  const Glass glass{name.isEmpty() ? file.completeBaseName() : name, file.absoluteFilePath(),
                    caveat, nullptr};
  const QString job = begin();
  m_runner.start<Typed>(
      {job},
      [from = std::filesystem::path(path.toStdString())](const RunContext& context) {
        return std::make_shared<atomistic::TypedStructure>(atomistic::readStructure(from, context));
      },
      [this, job, glass](const Typed& typed) {
        end(job);
        take(glass, typed);
      },
      [this, job](const QString& sentence) {
        end(job);
        emit failed(sentence);
      });
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

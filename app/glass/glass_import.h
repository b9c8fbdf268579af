#pragma once

#include "app/glass/glass_desk.h"
#include "app/jobs/job_group.h"
#include "engine/atomistic/typed_structure.h"

#include <QObject>
#include <QString>

#include <memory>

class QWidget;

namespace vitrine::app {

/// From a file of atoms to a glass of the desk: read on a worker; where the file does not say which
/// elements its atoms are, ask.
class GlassImport : public QObject {
  Q_OBJECT

 public:
  /// @param parent  the dialogs are its
  GlassImport(JobRunner& runner, GlassDesk& desk, QWidget* parent);
  ~GlassImport() override;

  /// @param caveat  see Glass
  void open(const QString& path, const QString& name = {}, const QString& caveat = {});
  void cancel() { m_jobs.cancel(); }

  [[nodiscard]] bool isReading() const { return m_jobs.isRunning(); }
  /// 0 to 1 of the file that is read longest; negative where nobody knows.
  [[nodiscard]] double fraction() const { return m_jobs.fraction(); }

  /// Whether the name of a file is that of one with atoms.
  static bool isStructure(const QString& path);

 signals:
  void changed();
  /// A file could not be read: one sentence.
  void failed(const QString& sentence);

 private:
  using Typed = std::shared_ptr<atomistic::TypedStructure>;

  void take(Glass glass, const Typed& typed);
  void add(Glass glass, const Typed& typed, const std::vector<int>& elements);

  GlassDesk& m_desk;
  QWidget* m_parent;
  JobGroup m_jobs;
};

}  // namespace vitrine::app

#pragma once

#include <QString>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace vitrine::widgets {

/// One running job.
struct JobRow {
  QString id;
  QString title;                   ///< "Map of Tg"
  std::optional<double> fraction;  ///< 0 to 1; empty where nobody can tell
  bool cancellable = true;
  QString failure;  ///< a failed job stays, with this sentence, until it is dismissed
};

struct JobStripModel {
  std::vector<JobRow> rows;
};

/// Progress of the running jobs, below the views and in nobody's way. A job appears only after it
/// has run for a moment, so that quick ones do not flicker.
class JobStrip : public QWidget {
  Q_OBJECT

 public:
  explicit JobStrip(QWidget* parent = nullptr);
  ~JobStrip() override;

  void setModel(const JobStripModel& model);
  [[nodiscard]] const JobStripModel& model() const;

  /// How long a job runs unseen; 300 ms unless set.
  void setDelay(int milliseconds);

 signals:
  void cancelRequested(const QString& id);
  /// The sentence of a failed job has been read.
  void dismissed(const QString& id);

 private:
  struct Parts;
  std::unique_ptr<Parts> m_parts;
  void refresh();
};

}  // namespace vitrine::widgets

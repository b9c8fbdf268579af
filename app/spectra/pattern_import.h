#pragma once

#include "app/jobs/job_runner.h"
#include "app/spectra/pattern_collection.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <functional>
#include <memory>

namespace vitrine::app {

/// The measured patterns the user has chosen: reads and prepares them on a worker, and again when
/// the steps of preparation change.
class PatternImport : public QObject {
  Q_OBJECT

 public:
  explicit PatternImport(JobRunner& runner, QObject* parent = nullptr);
  ~PatternImport() override;

  /// Reads a folder or a file in place of what there was.
  void open(const std::filesystem::path& path);
  /// Prepares in another way.
  void setPreparation(const Preparation& preparation);
  /// Ends reading; what was there before stays.
  void cancel();

  [[nodiscard]] bool isReading() const { return m_reading; }
  /// 0 to 1 while reading; negative where nobody knows.
  [[nodiscard]] double fraction() const;
  /// Null before the first.
  [[nodiscard]] std::shared_ptr<const PatternCollection> patterns() const { return m_patterns; }
  /// Why the last choice could not be read; one sentence.
  [[nodiscard]] const QString& failure() const { return m_failure; }

 signals:
  void changed();
  void progressed();

 private:
  void start(std::function<PatternCollection(const RunContext&)> work);

  JobRunner& m_runner;
  Preparation m_preparation;
  std::shared_ptr<const PatternCollection> m_patterns;
  std::filesystem::path m_path;  ///< chosen last
  bool m_reading = false;
  bool m_opening = false;  ///< what is being read is not in `m_patterns` yet
  QString m_failure;
};

}  // namespace vitrine::app

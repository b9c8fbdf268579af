#pragma once

#include "app/jobs/job_runner.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <type_traits>
#include <utility>

namespace vitrine::app {

/// Jobs of one kind beside each other, such as one for each file that is read: as many as there
/// are, how far the oldest is, and one word that ends them all.
class JobGroup : public QObject {
  Q_OBJECT

 public:
  /// @param name  of the kind; no other jobs have keys that begin with it
  JobGroup(JobRunner& runner, QString name, QObject* parent = nullptr);
  /// Stops what is at work.
  ~JobGroup() override;

  /// As JobRunner::start; the group counts the job no more when one of the two is called.
  template <class T>
  void start(std::function<T(const RunContext&)> work,
             std::type_identity_t<std::function<void(T)>> onResult,
             std::function<void(QString)> onFailure) {
    const QString key = begin();
    m_runner.start<T>(
        {key}, std::move(work),
        [this, key, onResult = std::move(onResult)](T result) {
          end(key);
          onResult(std::move(result));
        },
        [this, key, onFailure = std::move(onFailure)](const QString& sentence) {
          end(key);
          onFailure(sentence);
        });
  }
  void cancel();

  [[nodiscard]] bool isRunning() const { return !m_keys.isEmpty(); }
  /// 0 to 1 of the job that is at work longest; negative where nobody knows.
  [[nodiscard]] double fraction() const;

 signals:
  void changed();

 private:
  [[nodiscard]] QString begin();
  void end(const QString& key);

  JobRunner& m_runner;
  QString m_name;
  int m_count = 0;
  QStringList m_keys;  ///< of those at work
};

}  // namespace vitrine::app

#pragma once

#include "app/jobs/job_runner.h"
#include "engine/prediction/estimate.h"
#include "engine/prediction/property_model.h"

#include <QObject>
#include <QString>

#include <array>
#include <filesystem>
#include <memory>

namespace vitrine::app {

/// The trained models of Tg and Tm. They are read from their files on a worker when they are first
/// asked for; until then, and where a file is no good, there is none.
class ModelLibrary : public QObject {
  Q_OBJECT

 public:
  using Model = std::shared_ptr<const prediction::PropertyModel>;

  /// @param folder with the files that prediction::modelFileName names
  ModelLibrary(JobRunner& runner, std::filesystem::path folder, QObject* parent = nullptr);

  /// Starts reading what was not read yet.
  void load();

  /// Null until it is loaded.
  [[nodiscard]] Model model(prediction::Property property) const;
  /// Why there is no model; empty while it is being read and where there is one.
  [[nodiscard]] QString failure(prediction::Property property) const;
  /// Neither loaded nor failed yet.
  [[nodiscard]] bool isPending(prediction::Property property) const;
  /// Differs between the models of two sessions of reading; part of the inputs of results.
  [[nodiscard]] std::string generation() const;

 signals:
  void changed();

 private:
  struct Slot {
    bool asked = false;
    Model model;
    QString failure;
  };
  [[nodiscard]] const Slot& slot(prediction::Property property) const;

  JobRunner& m_runner;
  std::filesystem::path m_folder;
  std::array<Slot, 2> m_slots;
};

}  // namespace vitrine::app

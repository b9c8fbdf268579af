#pragma once

#include "app/jobs/job_runner.h"
#include "engine/prediction/estimate.h"
#include "engine/prediction/property_model.h"

#include <QObject>
#include <QString>

#include <array>
#include <filesystem>
#include <memory>
#include <vector>

namespace vitrine::app {

/// The trained models of Tg and Tm: those that come with the program, and those the user has kept
/// by name, one of which may speak in place of the shipped one. They are read from their files on
/// workers when they are first asked for; until then, and where a file is no good, there is none.
class ModelLibrary : public QObject {
  Q_OBJECT

 public:
  using Model = std::shared_ptr<const prediction::PropertyModel>;

  /// @param folder  with the files that prediction::modelFileName names
  /// @param own     folder of the user's models; without it none can be kept
  ModelLibrary(JobRunner& runner, std::filesystem::path folder, std::filesystem::path own = {},
               QObject* parent = nullptr);

  /// Starts reading what was not read yet.
  void load();

  /// Null until it is loaded.
  [[nodiscard]] Model model(prediction::Property property) const;
  /// Why there is no model; empty while it is being read and where there is one.
  [[nodiscard]] QString failure(prediction::Property property) const;
  /// Neither loaded nor failed yet.
  [[nodiscard]] bool isPending(prediction::Property property) const;
  /// Another text whenever another model speaks; part of the inputs of results.
  [[nodiscard]] std::string generation() const;

  // Models of the user's own.

  struct OwnModel {
    QString name;
    prediction::ModelCard card;
    QString failure;  ///< why it cannot be read; the card is empty then
  };
  /// By name. Empty until `load` has read them.
  [[nodiscard]] const std::vector<OwnModel>& own() const { return m_own; }
  /// Which of them speaks for a property; empty for the shipped one.
  [[nodiscard]] QString used(prediction::Property property) const;

  /// Lets a model of the user's own speak, or the shipped one for the empty name. Before `load`
  /// this only says which one is to be read. Where it cannot be read, the shipped one speaks and
  /// `problem` says so.
  void use(prediction::Property property, const QString& name);
  /// Writes a model under a name that is not taken; `kept` or `refused` tells how it went.
  void keep(const QString& name, const Model& model);
  void rename(const QString& name, const QString& other);
  void remove(const QString& name);
  /// Copies its file.
  void exportTo(const QString& name, const std::filesystem::path& file);

 signals:
  void changed();
  /// Another model was chosen to speak.
  void usedChanged();
  void ownChanged();
  void kept(const QString& name);
  void exported(const QString& file);
  /// What was asked for cannot be done; one sentence.
  void refused(const QString& sentence);
  /// A model of the user's own cannot be read, and the shipped one takes its place; one sentence.
  void problem(const QString& sentence);

 private:
  struct Slot {
    bool asked = false;
    QString used;  ///< name of the user's own
    int count = 0;
    Model model;
    QString failure;
  };
  [[nodiscard]] const Slot& slot(prediction::Property property) const;
  [[nodiscard]] std::filesystem::path ownFile(const QString& name) const;
  void read(prediction::Property property);
  void listOwn();
  /// Whether a model of the user's own could have this name; says why not.
  bool isFree(const QString& name);

  JobRunner& m_runner;
  std::filesystem::path m_folder;
  std::filesystem::path m_ownFolder;
  std::array<Slot, 2> m_slots;
  std::vector<OwnModel> m_own;
};

}  // namespace vitrine::app

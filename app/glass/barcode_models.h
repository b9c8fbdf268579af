#pragma once

#include "engine/atomistic/structure.h"
#include "engine/barcode/barcode_model.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace vitrine::app {

class JobRunner;

/// A barcode model and, of each of its bars, the atoms where its environment was first met.
struct LoadedBarcode {
  struct Kernel {
    std::shared_ptr<const atomistic::Structure> atoms;  ///< the centre first
    std::vector<std::uint32_t> shell;  ///< the corners of its polyhedron; empty where not certain
  };

  std::shared_ptr<const barcode::BarcodeModel> model;
  std::vector<Kernel> kernels;  ///< one for each bar
};

/// The barcode models to choose from: those that come with the program and those the user has
/// opened. The chosen one is read on a worker when it is first wanted.
class BarcodeModels : public QObject {
  Q_OBJECT

 public:
  /// @param folder  of the shipped ones; may be missing
  BarcodeModels(JobRunner& runner, const std::filesystem::path& folder, QObject* parent = nullptr);
  ~BarcodeModels() override;

  struct Entry {
    QString name;  ///< of its file, without suffix
    QString path;
  };
  [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
  /// Of the entries; -1 where there are none.
  [[nodiscard]] int chosen() const { return m_chosen; }
  void choose(int entry);
  /// Adds a file and chooses it.
  void open(const QString& path);

  /// Starts reading the chosen one, unless that was done.
  void want();
  /// Null before it is there.
  [[nodiscard]] std::shared_ptr<const LoadedBarcode> model() const { return m_model; }
  /// Why it cannot be read.
  [[nodiscard]] QString failure() const { return m_failure; }
  [[nodiscard]] bool isReading() const { return m_reading; }

 signals:
  /// Another one was chosen, or the chosen one is there, or cannot be.
  void changed();

 private:
  void forget();

  JobRunner& m_runner;
  std::vector<Entry> m_entries;
  int m_chosen = -1;
  std::shared_ptr<const LoadedBarcode> m_model;
  QString m_failure;
  bool m_reading = false;
};

}  // namespace vitrine::app

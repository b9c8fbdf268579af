#pragma once

#include "app/glass/barcode_models.h"
#include "app/glass/glass_desk.h"
#include "engine/barcode/barcode_reading.h"

#include <QObject>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vitrine::app {

/// A glass as a barcode model reads it.
struct GlassBarcode {
  std::shared_ptr<const LoadedBarcode> with;
  barcode::BarcodeReading reading;
  std::optional<double> energy;  ///< known of it, eV/atom

  /// Atoms of a bar, rising.
  [[nodiscard]] std::vector<std::uint32_t> atomsOf(std::size_t bar) const;
};

/// The barcodes of the glasses of a desk by the chosen model: each read once, on a worker, when it
/// is first wanted, and kept until the glass is gone or another model is chosen.
class BarcodeReadings : public QObject {
  Q_OBJECT

 public:
  BarcodeReadings(JobRunner& runner, const GlassDesk& desk, BarcodeModels& models,
                  QObject* parent = nullptr);
  ~BarcodeReadings() override;

  /// Starts what is not there yet, the model first. Nothing for 0.
  void want(GlassId id);
  /// Stops what is being read, until somebody wants to go on.
  void cancel();
  void goOn(GlassId id);

  /// Null before it is there.
  [[nodiscard]] std::shared_ptr<const GlassBarcode> barcode(GlassId id) const;
  /// One sentence why there is none: nothing to read, no model, another element, stopped, at work.
  [[nodiscard]] QString whyNot(GlassId id) const;
  [[nodiscard]] bool isStopped(GlassId id) const;
  /// Whether a glass, or the model for it, is being read.
  [[nodiscard]] bool isRunning(GlassId id) const {
    return id != 0 && (m_running == id || m_models.isReading());
  }
  /// 0 to 1; negative where nobody knows.
  [[nodiscard]] double fraction() const;

  /// The energy of the inherent structure, eV/atom: as the user gave it, for models of one
  /// potential, or as the run tells it in whose folder it lies.
  [[nodiscard]] std::optional<double> energy(GlassId id) const;
  void setEnergy(GlassId id, std::optional<double> evPerAtom);

  [[nodiscard]] BarcodeModels& models() const { return m_models; }

 signals:
  void changed();

 private:
  struct Entry {
    std::shared_ptr<const GlassBarcode> barcode;
    QString failure;
    bool wanted = false;
    bool stopped = false;
  };

  void takeModel();
  void forgetGone();
  void start(GlassId id);
  void stop();

  JobRunner& m_runner;
  const GlassDesk& m_desk;
  BarcodeModels& m_models;
  std::map<GlassId, Entry> m_entries;
  std::map<GlassId, std::optional<double>> m_energies;  ///< as the user gave them; none: not known
  std::vector<std::string> m_potentials;                ///< that these energies are of
  GlassId m_running = 0;
};

}  // namespace vitrine::app

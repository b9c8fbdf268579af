#pragma once

#include <QString>
#include <QWidget>

class QLineEdit;

namespace vitrine::app {

class Settings;

/// The program LAMMPS and the folder for runs, as the settings remember them.
class RunPlaces : public QWidget {
  Q_OBJECT

 public:
  explicit RunPlaces(Settings& settings, QWidget* parent = nullptr);

  [[nodiscard]] QString lmp() const;
  [[nodiscard]] QString folder() const;

 signals:
  void changed();

 protected:
  /// What was chosen on another page counts here too.
  void showEvent(QShowEvent* event) override;

 private:
  void chooseFolder();

  Settings& m_settings;
  QLineEdit* m_lmp;
  QLineEdit* m_folder;
};

}  // namespace vitrine::app

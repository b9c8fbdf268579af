#pragma once

#include "app/glass/run_page.h"

namespace vitrine::app {

class GlassDesk;
class Settings;

/// Annealing, shearing and minimising a glass of the desk; its inherent structure becomes another
/// one.
class TreatPage : public RunPage {
  Q_OBJECT

 public:
  TreatPage(Session& session, Settings& settings, GlassDesk& desk, GlassImport& import,
            QWidget* parent = nullptr);

 protected:
  [[nodiscard]] QString resultFile() const override;
  [[nodiscard]] QString doneText() const override;
  [[nodiscard]] std::vector<widgets::CurvesPanel> panels() const override;
};

}  // namespace vitrine::app

#pragma once

#include "app/glass/run_page.h"

namespace vitrine::app {

class Settings;

/// Quenching an alloy: volume and energy against temperature, and the Tg where they bend.
class QuenchPage : public RunPage {
  Q_OBJECT

 public:
  QuenchPage(Session& session, Settings& settings, GlassImport& import, QWidget* parent = nullptr);

 protected:
  [[nodiscard]] QString resultFile() const override;
  [[nodiscard]] QString doneText() const override;
  [[nodiscard]] std::vector<widgets::CurvesPanel> panels() const override;

 private:
  [[nodiscard]] QString transitionText() const;
};

}  // namespace vitrine::app

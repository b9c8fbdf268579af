#pragma once

#include "app/spectra/judgement.h"

#include <QWidget>

#include <array>

class QLabel;

namespace vitrine::app {

/// How good a generator is beside a plain one that learned from the same patterns.
class ScoreTable : public QWidget {
  Q_OBJECT

 public:
  explicit ScoreTable(QWidget* parent = nullptr);

  /// @param stale  the settings are others by now
  void tell(const Judgement& judgement, bool stale);

 private:
  static constexpr std::size_t kColumns = 7;

  std::array<std::array<QLabel*, kColumns>, 2> m_cells{};
};

}  // namespace vitrine::app

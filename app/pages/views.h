#pragma once

#include "app/pages/workbench.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

class QWidget;

namespace vitrine::widgets {
class AlloyEditor;
class Exportable;
class ExportActions;
class FreeEnergyPlot;
class ParityPlot;
class PropertyCards;
class RelaxationPlot;
class SpectrumPlot;
class TernaryMap;
}  // namespace vitrine::widgets

namespace vitrine::app {

/// One dockable view.
struct View {
  QString key;              ///< stable; name of the dock in the remembered layout
  QString title;            ///< for people
  QWidget* page = nullptr;  ///< the view with its controls
  QWidget* view = nullptr;  ///< the view alone; its focus makes it the current one
  widgets::Exportable* exportable = nullptr;
  widgets::ExportActions* exportActions = nullptr;
};

/// The views of the workbench with their presenters. The pages belong to whoever docks them.
class Views : public QObject {
  Q_OBJECT

 public:
  explicit Views(const Workbench& workbench, QObject* parent = nullptr);
  ~Views() override;

  /// In the order of the menus.
  [[nodiscard]] const std::vector<View>& all() const noexcept { return m_views; }
  [[nodiscard]] const View& view(const QString& key) const;

  [[nodiscard]] widgets::AlloyEditor* alloyEditor() const noexcept { return m_alloy; }
  [[nodiscard]] widgets::PropertyCards* cards() const noexcept { return m_cards; }
  [[nodiscard]] widgets::RelaxationPlot* relaxation() const noexcept { return m_relaxation; }
  [[nodiscard]] widgets::FreeEnergyPlot* freeEnergy() const noexcept { return m_freeEnergy; }
  [[nodiscard]] widgets::TernaryMap* map() const noexcept { return m_map; }
  [[nodiscard]] widgets::SpectrumPlot* spectrum() const noexcept { return m_spectrum; }
  [[nodiscard]] widgets::ParityPlot* parity() const noexcept { return m_parity; }

 signals:
  /// What is under the pointer, for the status bar; empty when there is nothing.
  void readOut(const QString& text);
  /// Something went wrong that belongs to no place on screen; one sentence.
  void problem(const QString& sentence);
  /// What a view has just done, in a few words, where nothing else on screen shows it.
  void done(const QString& sentence);

 private:
  template <class T>
  void add(const QString& key, const QString& title, QWidget* page, T* view);

  std::vector<View> m_views;
  widgets::AlloyEditor* m_alloy;
  widgets::PropertyCards* m_cards;
  widgets::RelaxationPlot* m_relaxation;
  widgets::FreeEnergyPlot* m_freeEnergy;
  widgets::TernaryMap* m_map;
  widgets::SpectrumPlot* m_spectrum;
  widgets::ParityPlot* m_parity;
};

}  // namespace vitrine::app

#include "app/pages/views.h"

#include "app/document/document.h"
#include "app/pages/alloy_estimates.h"
#include "app/pages/alloy_presenter.h"
#include "app/pages/cards_presenter.h"
#include "app/pages/map_controls.h"
#include "app/pages/map_controls_presenter.h"
#include "app/pages/map_presenter.h"
#include "app/pages/parity_presenter.h"
#include "app/pages/relaxation_presenter.h"
#include "app/pages/spectrum_presenter.h"
#include "app/pages/view_choice_controls.h"
#include "widgets/alloy/alloy_editor.h"
#include "widgets/cards/property_cards.h"
#include "widgets/export/export_actions.h"
#include "widgets/parity/parity_plot.h"
#include "widgets/relaxation/free_energy_plot.h"
#include "widgets/relaxation/relaxation_plot.h"
#include "widgets/spectrum/spectrum_plot.h"
#include "widgets/ternary/ternary_map.h"

#include <QVBoxLayout>
#include <QWidget>

#include <algorithm>

namespace vitrine::app {

namespace {

/// Controls above a view.
QWidget* pageOf(QWidget* controls, QWidget* view) {
  auto* page = new QWidget;
  auto* layout = new QVBoxLayout(page);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(controls);
  layout->addWidget(view, 1);
  return page;
}

}  // namespace

Views::Views(const Workbench& workbench, QObject* parent)
    : QObject(parent),
      m_alloy(new widgets::AlloyEditor),
      m_cards(new widgets::PropertyCards),
      m_relaxation(new widgets::RelaxationPlot),
      m_freeEnergy(new widgets::FreeEnergyPlot),
      m_map(new widgets::TernaryMap),
      m_spectrum(new widgets::SpectrumPlot),
      m_parity(new widgets::ParityPlot) {
  auto* mapControls = new MapControls;
  Document& document = workbench.document;
  add(QStringLiteral("alloy"), tr("Alloy"), m_alloy, m_alloy);
  add(QStringLiteral("properties"), tr("Properties"), m_cards, m_cards);
  add(QStringLiteral("relaxation"), tr("Relaxation time"),
      pageOf(relaxationControls(document), m_relaxation), m_relaxation);
  add(QStringLiteral("free_energy"), tr("Dynamic free energy"), m_freeEnergy, m_freeEnergy);
  add(QStringLiteral("map"), tr("Composition triangle"), pageOf(mapControls, m_map), m_map);
  add(QStringLiteral("spectrum"), tr("Diffraction pattern"), m_spectrum, m_spectrum);
  add(QStringLiteral("parity"), tr("Predicted and measured"), m_parity, m_parity);

  auto* estimates = new AlloyEstimates(workbench, this);
  new AlloyPresenter(workbench, *m_alloy, this);
  new CardsPresenter(workbench, *estimates, *m_cards, this);
  new RelaxationPresenter(workbench, *estimates, *m_relaxation, *m_freeEnergy, this);
  auto* map = new MapPresenter(workbench, *m_map, this);
  new MapControlsPresenter(workbench, *mapControls, this);
  auto* spectrum = new SpectrumPresenter(workbench, *m_spectrum, this);
  new ParityPresenter(workbench, *m_parity, this);
  connect(map, &MapPresenter::readOut, this, &Views::readOut);
  connect(spectrum, &SpectrumPresenter::problem, this, &Views::problem);
  connect(m_cards, &widgets::PropertyCards::citationCopied, this,
          [this] { emit done(tr("Citation copied")); });
}

Views::~Views() = default;

template <class T>
void Views::add(const QString& key, const QString& title, QWidget* page, T* view) {
  page->setAccessibleName(title);
  auto* actions = view->template findChild<widgets::ExportActions*>();
  Q_ASSERT(actions != nullptr);
  m_views.push_back({key, title, page, view, view, actions});
  using widgets::ExportActions;
  connect(actions, &ExportActions::copied, this,
          [this, title] { emit done(tr("%1: copied as picture and numbers").arg(title)); });
  connect(actions, &ExportActions::exported, this,
          [this](const QString& path) { emit done(tr("Written to %1").arg(path)); });
}

const View& Views::view(const QString& key) const {
  const auto found = std::find_if(m_views.begin(), m_views.end(),
                                  [&](const View& view) { return view.key == key; });
  Q_ASSERT(found != m_views.end());
  return *found;
}

}  // namespace vitrine::app

#include "app/calphad/projection_model.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace vitrine::app {

namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(vitrine::app::Projection)
};

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

}  // namespace

widgets::TernaryMapModel projectionModel(const CalphadOutcome& outcome, ProjectionQuantity quantity,
                                         widgets::TemperatureUnit unit) {
  widgets::TernaryMapModel model;
  for (std::size_t i = 0; i < 3; ++i)
    model.corners[i] = QString::fromStdString(outcome.melting.symbols[i]);
  model.divisions = outcome.request.divisions;
  const bool solids = quantity == ProjectionQuantity::FirstSolid;
  model.quantity = solids                                     ? Texts::tr("First solid")
                   : quantity == ProjectionQuantity::Liquidus ? Texts::tr("Liquidus")
                                                              : Texts::tr("Solidus");
  model.contours = !solids;
  if (!solids)
    model.unit = widgets::unitSymbol(unit);
  for (const auto& row : outcome.melting.rows) {
    if (!row.melting) {
      model.values.push_back(kNone);
    } else if (solids) {
      const QString name = QString::fromStdString(row.melting->phases.front());
      const auto known = std::find(model.categories.begin(), model.categories.end(), name);
      model.values.push_back(static_cast<double>(known - model.categories.begin()));
      if (known == model.categories.end())
        model.categories.push_back(name);
    } else {
      model.values.push_back(widgets::toDisplay(
          quantity == ProjectionQuantity::Liquidus ? row.melting->liquidusK : row.melting->solidusK,
          unit));
    }
  }
  return model;
}

}  // namespace vitrine::app

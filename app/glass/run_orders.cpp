#include "app/glass/run_orders.h"

#include <QDir>
#include <QStringList>

namespace vitrine::app {

namespace {

QString number(double value) {
  return QString::number(value, 'g', 12);
}

QStringList place(const QString& potential, int seed, const QString& lmp, const QString& folder) {
  return {
      QStringLiteral("--potential"),    potential, QStringLiteral("--seed"), QString::number(seed),
      QStringLiteral("--lmp"),          lmp,       QStringLiteral("--out"),  folder,
      QStringLiteral("--json-progress")};
}

}  // namespace

QString nameOf(const QuenchOrder& order) {
  return QStringLiteral("%1-%2-%3-%4")
      .arg(order.formula, order.rate, QString::number(order.atoms), QString::number(order.seed));
}

RunOrder runOf(const QuenchOrder& order) {
  QStringList words{QStringLiteral("quench"),  order.formula,
                    QStringLiteral("--rate"),  order.rate,
                    QStringLiteral("--atoms"), QString::number(order.atoms)};
  words << place(order.potential, order.seed, order.lmp, order.folder);
  return {QDir(order.folder).dirName(), order.folder, words};
}

QString nameOf(const TreatOrder& order) {
  switch (order.treatment) {
    case Treatment::Anneal:
      return QStringLiteral("%1-anneal-%2K-%3ps-%4")
          .arg(order.glass, number(order.temperatureK), number(order.timePs),
               QString::number(order.seed));
    case Treatment::Shear:
      return QStringLiteral("%1-shear-%2K-%3-%4-%5")
          .arg(order.glass, number(order.temperatureK), order.strainRate, number(order.strain),
               QString::number(order.seed));
    case Treatment::Minimise:
      break;
  }
  return order.glass + QStringLiteral("-inherent");
}

RunOrder runOf(const TreatOrder& order) {
  QStringList words{QStringLiteral("treat")};
  switch (order.treatment) {
    case Treatment::Anneal:
      words << QStringLiteral("anneal") << order.file << QStringLiteral("--temperature")
            << number(order.temperatureK) << QStringLiteral("--time") << number(order.timePs);
      break;
    case Treatment::Shear:
      words << QStringLiteral("shear") << order.file << QStringLiteral("--temperature")
            << number(order.temperatureK) << QStringLiteral("--rate") << order.strainRate
            << QStringLiteral("--strain") << number(order.strain);
      break;
    case Treatment::Minimise:
      words << QStringLiteral("minimise") << order.file;
      break;
  }
  words << place(order.potential, order.seed, order.lmp, order.folder);
  return {QDir(order.folder).dirName(), order.folder, words};
}

QString freeName(const QString& folder, const QString& name) {
  const QDir place(folder);
  QString free = name;
  for (int i = 2; place.exists(free); ++i)
    free = QStringLiteral("%1-%2").arg(name).arg(i);
  return free;
}

}  // namespace vitrine::app

#pragma once

#include "app/glass/atom_run.h"

#include <QString>

namespace vitrine::app {

/// A glass that is to be made.
struct QuenchOrder {
  QString formula;
  QString potential;  ///< name or file
  QString rate;       ///< K/s, as the command takes it: "1e13"
  int atoms = 2000;
  int seed = 0;
  QString lmp;     ///< the program LAMMPS; name or path
  QString folder;  ///< a new one
};

/// "Zr44Cu56-1e13-2000-0".
QString nameOf(const QuenchOrder& order);
/// Named as its folder is.
RunOrder runOf(const QuenchOrder& order);

/// What is done to a glass that is there.
enum class Treatment { Anneal, Shear, Minimise };

struct TreatOrder {
  Treatment treatment = Treatment::Anneal;
  QString glass;  ///< its name
  QString file;   ///< of its atoms
  QString potential;
  double temperatureK = 600.0;  ///< of anneal and shear
  double timePs = 1000.0;       ///< of anneal
  double strain = 0.2;          ///< of shear
  QString strainRate;           ///< 1/s, as the command takes it: "1e10"
  int seed = 0;
  QString lmp;
  QString folder;
};

/// "Zr44Cu56-1e13-2000-0-shear-300K-0".
QString nameOf(const TreatOrder& order);
/// Named as its folder is.
RunOrder runOf(const TreatOrder& order);
/// The name, or where `folder` has that already the next free one: "glass-inherent-2".
QString freeName(const QString& folder, const QString& name);

}  // namespace vitrine::app

#pragma once

#include <QString>

#include <vector>

namespace vitrine::app {

/// A library the program is built with.
struct Library {
  QString name;
  QString version;  ///< the one that runs, where it says so; else the one it was built with
  QString licence;
  QString purpose;
};

std::vector<Library> libraries();

}  // namespace vitrine::app

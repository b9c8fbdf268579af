#include "app/about/libraries.h"

#include <QCoreApplication>
#include <QtGlobal>

namespace vitrine::app {

namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(vitrine::app::Libraries)
};

}  // namespace

// The versions stand in library_versions.cmake; the licences are those of the Debian packages.
std::vector<Library> libraries() {
  return {
      {QStringLiteral("Qt"), QString::fromLatin1(qVersion()), QStringLiteral("LGPL-3"),
       Texts::tr("windows")},
      {QStringLiteral("QCustomPlot"), QStringLiteral(QCUSTOMPLOT_USED), QStringLiteral("GPL-3"),
       Texts::tr("plots")},
      {QStringLiteral("Eigen"), QStringLiteral(EIGEN_USED), QStringLiteral("MPL-2"),
       Texts::tr("linear algebra")},
      {QStringLiteral("Boost"), QStringLiteral(BOOST_USED), QStringLiteral("BSL-1.0"),
       Texts::tr("compressed files")},
      {QStringLiteral("XGBoost"), QStringLiteral(XGBOOST_USED), QStringLiteral("Apache-2.0"),
       Texts::tr("training of boosted trees")},
      {QStringLiteral("LIBSVM"), QStringLiteral(LIBSVM_USED), QStringLiteral("BSD-3-Clause"),
       Texts::tr("training of support vectors")},
      {QStringLiteral("JSON for Modern C++"), QStringLiteral(NLOHMANN_JSON_USED),
       QStringLiteral("MIT"), Texts::tr("JSON")},
      {QStringLiteral("CLI11"), QStringLiteral(CLI11_USED), QStringLiteral("BSD-3-Clause"),
       Texts::tr("command line")},
      {QStringLiteral("Expat"), QStringLiteral(EXPAT_USED), QStringLiteral("MIT"),
       Texts::tr("XML")},
      {QStringLiteral("libzip"), QStringLiteral(LIBZIP_USED), QStringLiteral("BSD-3-Clause"),
       Texts::tr("spreadsheets")},
  };
}

}  // namespace vitrine::app

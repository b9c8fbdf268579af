#include "app/application.h"

#include "app/actions/data_actions.h"
#include "app/actions/glass_actions.h"
#include "app/cli/quiet_streams.h"
#include "app/glass/glass_import.h"
#include "app/main_window.h"
#include "app/screenshot.h"
#include "app/session.h"
#include "app/settings/settings.h"
#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QLocale>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTranslator>

#include <iostream>
#include <string_view>

namespace vitrine::app {

namespace {

/// Qt ends the process where it finds no display, so this is asked before.
bool hasDisplay() {
  return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY") ||
         !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

/// Without a folder for run-time files Qt chooses one itself and prints a line about it.
void ensureRuntimeFolder(const QTemporaryDir& folder) {
  if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR") && folder.isValid())
    qputenv("XDG_RUNTIME_DIR", folder.path().toLocal8Bit());
}

int fail(std::ostream& err, std::string_view sentence) {
  err << "vitrine: " << sentence << '\n' << std::flush;
  return 1;
}

widgets::ThemeChoice themeOf(const cli::WorkbenchRequest& request, Settings& settings) {
  if (request.theme == "light")
    return widgets::ThemeChoice::Light;
  if (request.theme == "dark")
    return widgets::ThemeChoice::Dark;
  return settings.theme();
}

std::filesystem::path pathOf(const QString& text) {
  return text.toStdString();
}

bool isTable(const std::filesystem::path& file) {
  const QString suffix = QString::fromStdString(file.extension().string()).toLower();
  return suffix == QLatin1String(".csv") || suffix == QLatin1String(".tsv") ||
         suffix == QLatin1String(".txt") || suffix == QLatin1String(".xlsx");
}

/// A picture must not depend on what a user has trained.
Places placesOf(const cli::WorkbenchRequest& request) {
  Places places{request.resources, {}, pathOf(QApplication::applicationFilePath())};
  if (!request.screenshot.empty())
    return places;
  const auto own = pathOf(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                          QStringLiteral("/vitrine"));
  places.ownGenerators = own / "generators";
  places.ownModels = own / "models";
  return places;
}

int open(QApplication& application, const cli::WorkbenchRequest& request, Settings& settings) {
  widgets::applyTheme(application, themeOf(request, settings));
  Session session(placesOf(request));
  session.document.setView(settings.view());
  WorkbenchState state = settings.state();
  if (!request.formula.empty()) {
    state.rows = rowsFor(alloy::compositionOf(request.formula), {});
    state.section.corners = cornersFor(state.rows, state.section.corners);
  }
  session.document.restore(state);
  MainWindow window(session, settings);
  if (request.width > 0) {
    window.resize(request.width, request.height);
    window.resetLayout();
  }
  window.show();
  if (const QString file = QString::fromStdString(request.file.string());
      GlassImport::isStructure(file))
    window.glasses()->open(file);
  else if (!file.isEmpty())
    window.data()->open(file);
  if (request.screenshot.empty())
    return QApplication::exec();
  takeScreenshot(window, session.runner, QString::fromStdString(request.screenshot.string()));
  return 0;
}

int start(int argc, char** argv, const cli::WorkbenchRequest& request, std::ostream& err) {
  const QTemporaryDir runtime;
  ensureRuntimeFolder(runtime);

  QApplication::setHighDpiScaleFactorRoundingPolicy(
      Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
  QApplication application(argc, argv);
  QApplication::setApplicationName(QStringLiteral("vitrine"));
  QApplication::setApplicationDisplayName(QStringLiteral("Vitrine"));
  QApplication::setDesktopFileName(QStringLiteral("vitrine"));
  QApplication::setApplicationVersion(QString::fromStdString(std::string(cli::version())));
  QApplication::setWindowIcon(QIcon(QDir(QString::fromStdString(request.resources.string()))
                                        .filePath(QStringLiteral("icons/vitrine.svg"))));
  QTranslator translator;
  if (translator.load(QLocale(), QStringLiteral("vitrine"), QStringLiteral("_"),
                      QStringLiteral(":/i18n")))
    QApplication::installTranslator(&translator);

  try {
    const QTemporaryDir none;
    Settings settings(request.screenshot.empty() ? Settings::defaultFile()
                                                 : none.filePath(QStringLiteral("settings.ini")));
    return open(application, request, settings);
  } catch (const Error& error) {
    return fail(err, error.what());
  }
}

}  // namespace

int runWorkbench(int argc, char** argv, const cli::WorkbenchRequest& request) {
  if (!request.file.empty() && !isTable(request.file) &&
      !GlassImport::isStructure(QString::fromStdString(request.file.string())))
    return fail(std::cerr,
                "Vitrine opens tables (CSV, TSV, XLSX) and files of atoms (LAMMPS data "
                "or dump, extended XYZ, POSCAR), and " +
                    request.file.filename().string() +
                    " is none; or name an alloy, e.g. vitrine Zr50Cu40Al10.");
  if (!request.screenshot.empty()) {
    // A picture needs no display, and must not depend on what a user has set. Platforms without a
    // screen complain about what only a screen can do.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    cli::QuietStreams streams;
    return start(argc, argv, request, streams.err());
  }
  if (!hasDisplay())
    return fail(std::cerr,
                "Vitrine found no display to open its window on; use its commands (vitrine --help) "
                "or vitrine --screenshot FILE instead.");
  return start(argc, argv, request, std::cerr);
}

}  // namespace vitrine::app

#include "engine/alloy/grid.h"
#include "engine/core/error.h"
#include "widgets/export/export.h"
#include "widgets/export/export_actions.h"
#include "widgets/parity/parity_plot.h"
#include "widgets/relaxation/free_energy_plot.h"
#include "widgets/relaxation/relaxation_plot.h"
#include "widgets/ternary/ternary_map.h"
#include "widgets/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <memory>
#include <set>

using namespace vitrine;
using namespace vitrine::widgets;

namespace {

struct View {
  std::unique_ptr<QWidget> widget;
  const Exportable* exportable = nullptr;
};

View ternary() {
  TernaryMapModel model;
  model.corners = {"Zr", "Cu", "Al"};
  model.divisions = 10;
  for (const auto& weights : alloy::triangularGrid(10))
    model.values.push_back(400 + 300 * weights[0]);
  model.quantity = "Tg";
  model.unit = "K";
  model.current = Weights{0.5, 0.4, 0.1};
  auto view = std::make_unique<TernaryMap>();
  view->setModel(model);
  const Exportable* exportable = view.get();
  return {std::move(view), exportable};
}

View relaxation() {
  RelaxationPlotModel model;
  model.alloy = "Zr50Cu40Al10";
  model.curve = {{690, 2.0}, {700, 0.8249}, {740, -3.0162}};
  model.tgK = 690;
  auto view = std::make_unique<RelaxationPlot>();
  view->setModel(model);
  const Exportable* exportable = view.get();
  return {std::move(view), exportable};
}

View freeEnergy() {
  FreeEnergyPlotModel model;
  for (int i = 1; i < 50; ++i) {
    model.r.push_back(0.01 * i);
    model.freeEnergy.push_back(std::cos(12.0 * 0.01 * i));
  }
  auto view = std::make_unique<FreeEnergyPlot>();
  view->setModel(model);
  const Exportable* exportable = view.get();
  return {std::move(view), exportable};
}

View parity(const QString& series) {
  ParityPlotModel model;
  model.shownSeries = series;
  model.formulas = {"Zr50Cu40Al10", "Pd40Ni40P20"};
  model.measuredK = {690, 575};
  model.series = {{"blend", "Blend of the six", "Blend", {684, 580}, ParityScore{0.99, 16}, {}}};
  auto view = std::make_unique<ParityPlot>();
  view->setModel(model);
  const Exportable* exportable = view.get();
  return {std::move(view), exportable};
}

View make(const QString& name) {
  return name == "ternary"       ? ternary()
         : name == "relaxation"  ? relaxation()
         : name == "free energy" ? freeEnergy()
                                 : parity(name == "parity, large" ? "blend" : "all");
}

QByteArray contentOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Many colours mean that something was drawn.
std::size_t colourCount(const QImage& image) {
  std::set<QRgb> colours;
  for (int y = 0; y < image.height(); y += 3)
    for (int x = 0; x < image.width(); x += 3)
      colours.insert(image.pixel(x, y));
  return colours.size();
}

}  // namespace

class TestViewExports : public QObject {
  Q_OBJECT

 private slots:
  void everyViewInEveryFormat_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"ternary", "relaxation", "free energy", "parity", "parity, large"})
      QTest::newRow(name) << QString(name);
  }

  void everyViewInEveryFormat() {
    QFETCH(QString, name);
    const View view = make(name);
    QTemporaryDir folder;
    QVERIFY(!view.exportable->exportName().contains('/'));
    for (const QString& suffix : exportSuffixes()) {
      const QString path = folder.filePath(view.exportable->exportName() + '.' + suffix);
      exportTo(*view.exportable, path);
      QVERIFY(QFileInfo(path).size() > 0);
    }
    const QString base = folder.filePath(view.exportable->exportName());

    QImage png;
    QVERIFY(png.load(base + ".png"));
    QCOMPARE(png.size(), (view.exportable->exportSize() * 2).toSize());
    QCOMPARE(png.pixelColor(0, 0), QColor(Qt::white));
    QVERIFY(colourCount(png) > 20);

    QSvgRenderer svg(base + ".svg");
    QVERIFY(svg.isValid());
    QCOMPARE(svg.viewBoxF().size(), view.exportable->exportSize());
    QVERIFY(contentOf(base + ".svg").contains("<text"));
    QImage drawn(png.size(), QImage::Format_RGB32);
    drawn.fill(Qt::white);
    QPainter painter(&drawn);
    svg.render(&painter);
    painter.end();
    QVERIFY(colourCount(drawn) > 20);

    const QByteArray pdf = contentOf(base + ".pdf");
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.trimmed().endsWith("%%EOF"));

    const auto table = view.exportable->data();
    const auto lines = contentOf(base + ".csv").split('\n');
    QCOMPARE(lines.size(), static_cast<qsizetype>(table.rows.size()) + 2);
    for (qsizetype i = 0; i + 1 < lines.size(); ++i)
      QCOMPARE(lines[i].count(','), table.headers.size() - 1);
  }

  void picturesAreLightOnADarkScreen() {
    auto* application = qobject_cast<QApplication*>(QCoreApplication::instance());
    const View light = make("relaxation");
    const QImage before = toImage(*light.exportable);
    applyTheme(*application, ThemeChoice::Dark);
    const View dark = make("relaxation");
    const QImage after = toImage(*dark.exportable);
    applyTheme(*application, ThemeChoice::Light);
    QCOMPARE(after.pixelColor(2, 2), QColor(Qt::white));
    QCOMPARE(after, before);
  }

  void numbersKeepPointsAndDigits() {
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    DataTable table;
    table.headers = {"name", "value_K"};
    table.rows = {{QString("Zr, \"pure\""), 0.1},
                  {std::monostate(), 1234567.875},
                  {QString("1/3"), 1.0 / 3},
                  {QString(), std::nan("")}};
    const QByteArray csv = toCsv(table);
    QLocale::setDefault(before);
    const auto lines = csv.split('\n');
    QCOMPARE(lines[0], QByteArray("name,value_K"));
    QCOMPARE(lines[1], QByteArray("\"Zr, \"\"pure\"\"\",0.1"));
    QCOMPARE(lines[2].mid(1).toDouble(), 1234567.875);
    QCOMPARE(lines[3].mid(4).toDouble(), 1.0 / 3);
    QCOMPARE(lines[4], QByteArray(","));
    QVERIFY(toTabSeparated(table).startsWith("name\tvalue_K\n"));
  }

  void badNamesAndPlacesAreErrors() {
    const View view = make("relaxation");
    QTemporaryDir folder;
    try {
      exportTo(*view.exportable, folder.filePath("picture.bmp"));
      QFAIL("no error for a format that does not exist");
    } catch (const Error& error) {
      QCOMPARE(error.code(), ErrorCode::InvalidInput);
      QVERIFY(QString(error.what()).contains("picture.bmp"));
    }
    const QString nowhere = folder.filePath("no/such/folder/picture.png");
    try {
      exportTo(*view.exportable, nowhere);
      QFAIL("no error for a folder that does not exist");
    } catch (const Error& error) {
      QCOMPARE(error.code(), ErrorCode::CannotWrite);
      QVERIFY(QString::fromUtf8(error.what()).contains(nowhere));
    }
    QVERIFY(!QFileInfo::exists(folder.filePath("picture.bmp")));
  }

  void anExistingFileIsReplacedWhole() {
    const View view = make("relaxation");
    QTemporaryDir folder;
    const QString path = folder.filePath("curve.csv");
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write(QByteArray(100000, 'x'));
    old.close();
    exportTo(*view.exportable, path);
    QCOMPARE(contentOf(path), toCsv(view.exportable->data()));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
  }

  void copyingOffersPictureAndNumbers() {
    const View view = make("ternary");
    copyToClipboard(*view.exportable);
    const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
    QVERIFY(mime->hasImage());
    QVERIFY(colourCount(qvariant_cast<QImage>(mime->imageData())) > 20);
    QVERIFY(QSvgRenderer(mime->data("image/svg+xml")).isValid());
    QVERIFY(mime->text().startsWith("Zr_at%\tCu_at%\tAl_at%\tTg_K"));
    QVERIFY(mime->data("text/csv").startsWith("Zr_at%,Cu_at%"));
  }

  void theMenuCopiesAndTheShortcutToo() {
    View view = make("parity");
    auto* actions = view.widget->findChild<ExportActions*>();
    QVERIFY(actions != nullptr);
    QCOMPARE(view.widget->contextMenuPolicy(), Qt::ActionsContextMenu);
    for (auto* action : actions->actions()) {
      QVERIFY(!action->text().isEmpty());
      QVERIFY(view.widget->actions().contains(action));
    }
    view.widget->show();
    QVERIFY(QTest::qWaitForWindowActive(view.widget.get()));
    QSignalSpy copied(actions, &ExportActions::copied);
    QTest::keyClick(view.widget.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(copied.size(), 1);
    QVERIFY(QGuiApplication::clipboard()->mimeData()->hasImage());
  }

  void aFailureIsShownWhereItHappened() {
    View view = make("parity");
    view.widget->show();
    auto* actions = view.widget->findChild<ExportActions*>();
    QSignalSpy exported(actions, &ExportActions::exported);
    actions->writeTo("/nowhere/at/all.png");
    auto* box = view.widget->findChild<QMessageBox*>();
    QVERIFY(box != nullptr && box->isVisible());
    QVERIFY(box->text().contains("/nowhere/at/all.png"));
    QCOMPARE(exported.size(), 0);
    box->close();
    QTemporaryDir folder;
    actions->writeTo(folder.filePath("good.svg"));
    QCOMPARE(exported.size(), 1);
    QVERIFY(QFileInfo::exists(folder.filePath("good.svg")));
  }
};

QTEST_MAIN(TestViewExports)
#include "tst_view_exports.moc"

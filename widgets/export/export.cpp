#include "widgets/export/export.h"

#include "engine/core/error.h"
#include "widgets/export/exportable.h"

#include <QBuffer>
#include <QClipboard>
#include <QCoreApplication>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace vitrine::widgets {

namespace {

constexpr double kUnitsPerInch = 96.0;
constexpr double kPointsPerInch = 72.0;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(vitrine::widgets::Export)
};

QByteArray toPng(const Exportable& view) {
  QImage image = toImage(view);
  constexpr double kInchesPerMetre = 1.0 / 0.0254;
  const int dots = qRound(kUnitsPerInch * image.devicePixelRatio() * kInchesPerMetre);
  // The file says how large it is on paper; a device pixel ratio is no property of files.
  image.setDotsPerMeterX(dots);
  image.setDotsPerMeterY(dots);
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, "PNG");
  return bytes;
}

QByteArray bytesFor(const Exportable& view, const QString& path) {
  const QString suffix = QFileInfo(path).suffix().toLower();
  if (suffix == QLatin1String("svg"))
    return toSvg(view);
  if (suffix == QLatin1String("pdf"))
    return toPdf(view);
  if (suffix == QLatin1String("png"))
    return toPng(view);
  if (suffix == QLatin1String("csv"))
    return toCsv(view.data());
  throw Error(
      ErrorCode::InvalidInput,
      Words::tr(
          "\"%1\" is no format to export to: end the name of the file in .svg, .pdf, .png or .csv.")
          .arg(QFileInfo(path).fileName())
          .toStdString());
}

}  // namespace

QStringList exportSuffixes() {
  return {"svg", "pdf", "png", "csv"};
}

QImage toImage(const Exportable& view, double scale) {
  const QSizeF size = view.exportSize();
  QImage image((size * scale).toSize(), QImage::Format_RGB32);
  image.setDevicePixelRatio(scale);
  image.fill(Qt::white);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  view.renderTo(painter, {QPointF(), size});
  return image;
}

QByteArray toSvg(const Exportable& view) {
  const QSizeF size = view.exportSize();
  QByteArray bytes;
  QBuffer buffer(&bytes);
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setTitle(view.exportName());
  generator.setResolution(qRound(kUnitsPerInch));
  generator.setSize(size.toSize());
  generator.setViewBox(QRectF(QPointF(), size));
  QPainter painter(&generator);
  painter.setRenderHint(QPainter::Antialiasing);
  view.renderTo(painter, {QPointF(), size});
  painter.end();
  return bytes;
}

QByteArray toPdf(const Exportable& view) {
  // Finer than any line or letter, as coordinates are rounded to it.
  constexpr int kResolution = 1200;
  const QSizeF size = view.exportSize();
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setTitle(view.exportName());
  writer.setCreator(QCoreApplication::applicationName());
  writer.setResolution(kResolution);
  writer.setPageLayout(QPageLayout(QPageSize(size * (kPointsPerInch / kUnitsPerInch),
                                             QPageSize::Point, QString(), QPageSize::ExactMatch),
                                   QPageLayout::Portrait, QMarginsF()));
  QPainter painter(&writer);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.scale(kResolution / kUnitsPerInch, kResolution / kUnitsPerInch);
  view.renderTo(painter, {QPointF(), size});
  painter.end();
  return bytes;
}

void exportTo(const Exportable& view, const QString& path) {
  const QByteArray bytes = bytesFor(view, path);
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
    throw Error(ErrorCode::CannotWrite,
                Words::tr("Cannot write \"%1\": %2. Choose another folder or name.")
                    .arg(path, file.errorString())
                    .toStdString());
}

void copyToClipboard(const Exportable& view) {
  const DataTable table = view.data();
  auto* mime = new QMimeData;
  mime->setImageData(toImage(view));
  mime->setData(QStringLiteral("image/svg+xml"), toSvg(view));
  mime->setData(QStringLiteral("text/csv"), toCsv(table));
  mime->setText(toTabSeparated(table));
  QGuiApplication::clipboard()->setMimeData(mime);
}

}  // namespace vitrine::widgets

#include "widgets/parity/parity_dots.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>
#include <QTest>

#include <cmath>

using namespace vitrine::widgets;

namespace {

QImage white(int side) {
  QImage image(side, side, QImage::Format_RGB32);
  image.fill(Qt::white);
  return image;
}

/// Ink on the picture in units of fully black pixels.
double ink(const QImage& image) {
  double sum = 0.0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x)
      sum += 1.0 - image.pixelColor(x, y).redF();
  return sum;
}

}  // namespace

class TestParityDots : public QObject {
  Q_OBJECT

 private slots:
  void aDiscHasItsAreaWhereItShould() {
    for (const double radius : {1.5, 2.25, 4.0}) {
      QImage image = white(40);
      QPainter painter(&image);
      drawDots(painter, {{20.3, 14.7}}, radius, Qt::black, {0, 0, 40, 40});
      painter.end();
      QVERIFY(std::abs(ink(image) - M_PI * radius * radius) < 0.08 * M_PI * radius * radius);
      QCOMPARE(image.pixelColor(20, 14), QColor(Qt::black));
    }
  }

  void itIsScaledWithThePainter() {
    QImage image = white(80);
    QPainter painter(&image);
    painter.scale(2, 2);
    painter.translate(5, 0);
    drawDots(painter, {{20, 15}}, 3.0, Qt::black, {0, 0, 30, 30});
    painter.end();
    QVERIFY(std::abs(ink(image) - M_PI * 36) < 0.05 * M_PI * 36);
    QCOMPARE(image.pixelColor(50, 30), QColor(Qt::black));
  }

  void overlapsDarken() {
    QColor half(Qt::black);
    half.setAlphaF(0.5F);
    QImage image = white(20);
    QPainter painter(&image);
    drawDots(painter, {{10, 10}, {10, 10}, {std::nan(""), 3}}, 3.0, half, {0, 0, 20, 20});
    painter.end();
    QVERIFY(std::abs(image.pixelColor(10, 10).redF() - 0.25F) < 0.01F);
  }

  void nothingIsDrawnOutside() {
    QImage image = white(20);
    QPainter painter(&image);
    drawDots(painter, {{10, 10}, {-50, 4}, {1e9, 1e9}}, 3.0, Qt::black, {0, 0, 10, 20});
    painter.end();
    QCOMPARE(image.pixelColor(12, 10), QColor(Qt::white));
    QCOMPARE(image.pixelColor(8, 10), QColor(Qt::black));
  }

  void vectorsStayVectors() {
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize({20, 20});
    QPainter painter(&generator);
    drawDots(painter, {{10, 10}, {std::nan(""), 3}, {5, 5}}, 3.0, Qt::black, {0, 0, 20, 20});
    painter.end();
    QVERIFY(!buffer.data().contains("<image"));
    QCOMPARE(buffer.data().count("<circle") + buffer.data().count("<ellipse"), 2);
  }
};

QTEST_MAIN(TestParityDots)
#include "tst_parity_dots.moc"

#include "widgets/plot/plot.h"
#include "widgets/plot/plot_clip.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace vitrine::widgets;

namespace {

PlotModel sample() {
  PlotModel model;
  model.x = {"x", {0, 10}};
  model.y = {"y", {-5, 5}};
  model.curves.push_back({"line", {{0, -5}, {10, 5}}, Qt::black});
  PlotScatter scatter;
  scatter.points = {{2, 2}, {5, -1}, {8, 3}};
  scatter.hints = {"a", "b", "c"};
  scatter.colour = Qt::blue;
  model.scatters.push_back(scatter);
  return model;
}

void turnWheel(Plot& plot, QPointF at, int steps) {
  QWheelEvent event(at, plot.mapToGlobal(at), {}, {0, 120 * steps}, Qt::NoButton, Qt::NoModifier,
                    Qt::NoScrollPhase, false);
  QCoreApplication::sendEvent(&plot, &event);
}

}  // namespace

class TestPlot : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_plot = std::make_unique<Plot>();
    m_plot->setModel(sample());
    m_plot->resize(420, 320);
    m_plot->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_plot.get()));
  }
  void cleanup() { m_plot.reset(); }

  void pixelsAndCoordinatesAreInverse() {
    for (const QPointF point : {QPointF(0, -5), QPointF(10, 5), QPointF(3.3, 1.2)}) {
      const QPointF back = m_plot->fromPixels(m_plot->toPixels(point));
      QVERIFY(std::abs(back.x() - point.x()) < 1e-9 && std::abs(back.y() - point.y()) < 1e-9);
    }
    QVERIFY(m_plot->toPixels({0, 0}).x() < m_plot->toPixels({10, 0}).x());
    QVERIFY(m_plot->toPixels({0, 5}).y() < m_plot->toPixels({0, -5}).y());
  }

  /// Eight lines of words are higher than half of this plot: columns of them are not.
  void aLongLegendStandsInColumns() {
    PlotModel model;
    model.x = {"x", {0, 10}};
    model.y = {"y", {-5, 5}};
    for (int i = 0; i < 8; ++i)
      model.curves.push_back({QString(QChar(u'a' + i)), {}, QColor::fromHsv(45 * i, 255, 200)});
    QImage image(300, 170, QImage::Format_RGB32);
    QPainter painter(&image);
    Plot::draw(model, theme(false), painter, image.rect(), model.x.range, model.y.range);
    painter.end();
    for (const auto& curve : model.curves) {
      int seen = 0;
      for (int y = 0; y < image.height() / 2; ++y) {
        for (int x = 0; x < image.width(); ++x) {
          // Paler at the edges of a line, but of the same hue.
          const QColor pixel = image.pixelColor(x, y);
          if (pixel.saturation() > 60 && std::abs(pixel.hue() - curve.colour.hue()) <= 5)
            ++seen;
        }
      }
      QVERIFY2(seen > 0, qPrintable(curve.name));
    }
  }

  void theCurveIsDrawnWhereItBelongs() {
    const QImage image = m_plot->grab().toImage();
    int dark = 0;
    for (double x = 1; x <= 9; x += 0.5) {
      const QPoint at = m_plot->toPixels({x, x - 5}).toPoint();
      int darkest = 255;
      for (int dy = -2; dy <= 2; ++dy)
        darkest = std::min(darkest, qGray(image.pixel(at.x(), at.y() + dy)));
      dark += darkest < 100 ? 1 : 0;
    }
    QCOMPARE(dark, 17);
  }

  void aLongNameDoesNotCostTheLegend() {
    PlotModel model = m_plot->model();
    const QImage without = m_plot->grab().toImage();
    model.curves[0].name = QString(300, u'n');
    m_plot->setModel(model);
    const QImage with = m_plot->grab().toImage();
    // In the corner of the legend, away from the curve.
    const QRect corner(m_plot->toPixels({0, 5}).toPoint() + QPoint(4, 4), QSize(60, 16));
    QVERIFY(without.copy(corner) != with.copy(corner));
  }

  void wheelZoomsAboutThePointer() {
    const QPointF centre = m_plot->toPixels({2, 3});
    turnWheel(*m_plot, centre, 2);
    QVERIFY(std::abs(m_plot->visibleX().high - m_plot->visibleX().low - 10 / 1.5625) < 1e-9);
    const QPointF same = m_plot->toPixels({2, 3});
    QVERIFY((same - centre).manhattanLength() < 1.5);
    QTest::mouseDClick(m_plot.get(), Qt::LeftButton, {}, QPoint(200, 150));
    QCOMPARE(m_plot->visibleX(), (PlotRange{0, 10}));
    QCOMPARE(m_plot->visibleY(), (PlotRange{-5, 5}));
  }

  void draggingPans() {
    QSignalSpy clicked(m_plot.get(), &Plot::pointClicked);
    const QPoint from = m_plot->toPixels({5, -1}).toPoint();
    const QPoint to = from + QPoint(60, 0);
    QTest::mousePress(m_plot.get(), Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, to, m_plot->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                     {});
    QCoreApplication::sendEvent(m_plot.get(), &move);
    QTest::mouseRelease(m_plot.get(), Qt::LeftButton, {}, to);
    QVERIFY(m_plot->visibleX().low < -0.5);
    QVERIFY(std::abs(m_plot->visibleX().high - m_plot->visibleX().low - 10) < 1e-9);
    QVERIFY((m_plot->toPixels({5, -1}) - QPointF(to)).manhattanLength() < 2.0);
    QVERIFY(clicked.isEmpty());
  }

  void keysZoomAndPan() {
    QTest::keyClick(m_plot.get(), Qt::Key_Plus);
    QVERIFY(std::abs(m_plot->visibleX().high - m_plot->visibleX().low - 8) < 1e-9);
    QTest::keyClick(m_plot.get(), Qt::Key_Right);
    QVERIFY(std::abs(m_plot->visibleX().low - 1.8) < 1e-9);
    QTest::keyClick(m_plot.get(), Qt::Key_Up);
    QVERIFY(m_plot->visibleY().low > -4);
    QTest::keyClick(m_plot.get(), Qt::Key_Minus);
    QTest::keyClick(m_plot.get(), Qt::Key_Home);
    QCOMPARE(m_plot->visibleX(), (PlotRange{0, 10}));
  }

  void hoverAndClickFindThePoint() {
    QSignalSpy hovered(m_plot.get(), &Plot::pointHovered);
    QSignalSpy clicked(m_plot.get(), &Plot::pointClicked);
    QSignalSpy moved(m_plot.get(), &Plot::cursorMoved);
    const QPoint at = m_plot->toPixels({8, 3}).toPoint() + QPoint(3, 2);
    QTest::mouseMove(m_plot.get(), at);
    QTRY_COMPARE(hovered.size(), 1);
    QCOMPARE(hovered[0].at(0).toInt(), 0);
    QCOMPARE(hovered[0].at(1).toInt(), 2);
    const QPointF read = moved.last().at(0).toPointF();
    QVERIFY(std::abs(read.x() - 8) < 0.2 && std::abs(read.y() - 3) < 0.2);
    QTest::mouseClick(m_plot.get(), Qt::LeftButton, {}, at);
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked[0].at(1).toInt(), 2);
    QTest::mouseMove(m_plot.get(), m_plot->toPixels({1, -3}).toPoint());
    QTRY_COMPARE(hovered.size(), 2);
    QCOMPARE(hovered[1].at(1).toInt(), -1);
    QTest::mouseClick(m_plot.get(), Qt::LeftButton, {}, m_plot->toPixels({1, -3}).toPoint());
    QCOMPARE(clicked.size(), 1);
  }

  void zoomSurvivesNewNumbersOnTheSameAxes() {
    turnWheel(*m_plot, m_plot->toPixels({5, 0}), 1);
    const auto zoomed = m_plot->visibleX();
    auto model = sample();
    model.curves[0].points[0].setY(-4);
    m_plot->setModel(model);
    QCOMPARE(m_plot->visibleX(), zoomed);
    model.x.range = {0, 20};
    m_plot->setModel(model);
    QCOMPARE(m_plot->visibleX(), (PlotRange{0, 20}));
  }

  void equalScalesMakeASquare() {
    auto model = sample();
    model.equalScales = true;
    for (const QSize size : {QSize(600, 300), QSize(260, 500)}) {
      m_plot->resize(size);
      m_plot->setModel(model);
      const QPointF low = m_plot->toPixels({0, -5});
      const QPointF high = m_plot->toPixels({10, 5});
      QVERIFY(std::abs((high.x() - low.x()) - (low.y() - high.y())) <= 2.0);
    }
  }

  void highlightAndStaleAreSeen() {
    const QImage plain = m_plot->grab().toImage();
    m_plot->setHighlight(QPointF(5, -1));
    QVERIFY(m_plot->grab().toImage() != plain);
    m_plot->setHighlight({});
    QCOMPARE(m_plot->grab().toImage(), plain);
    auto model = sample();
    model.stale = true;
    m_plot->setModel(model);
    QVERIFY(m_plot->grab().toImage() != plain);
  }

  void linesAreCutAtTheRanges() {
    const PlotRange x{0, 10};
    const PlotRange y{0, 5};
    // In from the left, out through the top, back in, and a gap.
    const double nan = std::nan("");
    const auto line = clippedLine({{-10, 0}, {10, 10}, {10, 2}, {5, nan}, {4, 1}, {3, 1}}, x, y);
    // The first stretch runs y = 5 + x/2 and lies above 5 from x = 0 on: only a touch is left.
    for (const auto& point : line)
      QVERIFY(std::isnan(point.y()) ||
              (point.x() >= 0 && point.x() <= 10 && point.y() >= 0 && point.y() <= 5));
    QCOMPARE(line[line.size() - 2], QPointF(4, 1));
    QCOMPARE(line.back(), QPointF(3, 1));
    const auto inside = clippedLine({{1, 1}, {2, 2}, {9, 3}}, x, y);
    QCOMPARE(inside, (std::vector<QPointF>{{1, 1}, {2, 2}, {9, 3}}));
    const auto crossing = clippedLine({{-5, 1}, {15, 3}}, x, y);
    QCOMPARE(crossing, (std::vector<QPointF>{{0, 1.5}, {10, 2.5}}));
  }

  void bandsAreCutAtTheRanges() {
    PlotBand band;
    band.x = {-10, 20};
    band.low = {-10, 20};
    band.high = {-8, 22};
    const auto cut = clippedBand(band, {0, 10}, {0, 10});
    QCOMPARE(cut.x.front(), 0.0);
    QCOMPARE(cut.x.back(), 10.0);
    for (std::size_t i = 0; i < cut.x.size(); ++i) {
      // The straight edges low = x and high = x + 2, held inside 0 to 10.
      QVERIFY(std::abs(cut.low[i] - std::clamp(cut.x[i], 0.0, 10.0)) < 1e-9);
      QVERIFY(std::abs(cut.high[i] - std::clamp(cut.x[i] + 2, 0.0, 10.0)) < 1e-9);
    }
    // The corner where the upper edge meets the range is there.
    QVERIFY(
        std::any_of(cut.x.begin(), cut.x.end(), [](double at) { return std::abs(at - 8) < 1e-9; }));
  }

  void vectorsKeepTheirSizeOnFinePaper() {
    // Printers and PDF count many dots to the inch; the same units must come out.
    const auto drawn = [](int dotsPerMetre) {
      QImage image(420, 320, QImage::Format_RGB32);
      image.setDotsPerMeterX(dotsPerMetre);
      image.setDotsPerMeterY(dotsPerMetre);
      QPainter painter(&image);
      Plot::draw(sample(), theme(false), painter, QRectF(0, 0, 420, 320), {0, 10}, {-5, 5});
      painter.end();
      image.setDotsPerMeterX(3780);
      image.setDotsPerMeterY(3780);
      return image;
    };
    const QImage screen = drawn(3780);
    const QImage fine = drawn(3780 * 4);
    int different = 0;
    for (int y = 0; y < 320; ++y)
      for (int x = 0; x < 420; ++x)
        different += std::abs(qGray(screen.pixel(x, y)) - qGray(fine.pixel(x, y))) > 60 ? 1 : 0;
    QVERIFY2(different < 420, qPrintable(QString::number(different)));
  }

  void smallAndEmptyPlotsDraw() {
    m_plot->resize(m_plot->minimumSizeHint());
    QVERIFY(!m_plot->grab().isNull());
    m_plot->setModel({});
    QVERIFY(!m_plot->grab().isNull());
    m_plot->resize(5, 5);
    QVERIFY(!m_plot->grab().isNull());
  }

 private:
  std::unique_ptr<Plot> m_plot;
};

QTEST_MAIN(TestPlot)
#include "tst_plot.moc"

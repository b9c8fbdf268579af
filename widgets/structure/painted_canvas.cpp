#include "widgets/structure/sphere_raster.h"
#include "widgets/structure/structure_canvas.h"
#include "widgets/structure/structure_picture.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QTimer>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

namespace {

/// While the picture moves, one of it may take this long.
constexpr double kMovingMs = 40.0;
/// At rest it grows in portions of this length, so that the window goes on.
constexpr double kPortionMs = 12.0;
constexpr std::size_t kPortion = 4000;
constexpr std::size_t kFirstBudget = 60'000;
constexpr std::size_t kLeastBudget = 2000;
/// So many atoms move with half as many pixels either way: rather coarse than full of holes.
constexpr std::size_t kManyAtoms = 20'000;
constexpr double kCoarse = 0.5;
/// At rest a pixel of the screen is the mean of so many by so many, for smooth edges.
constexpr double kFine = 2.0;

class PaintedCanvas : public QWidget, public StructureCanvas {
 public:
  PaintedCanvas(const StructurePicture& picture, QWidget* parent)
      : QWidget(parent), m_picture(picture) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_grow.setInterval(0);
    connect(&m_grow, &QTimer::timeout, this, [this] { grow(); });
  }

  QWidget* widget() override { return this; }
  void takeScene() override {
    m_otherScene = true;
    refresh(false);
  }
  void refresh(bool moves) override {
    m_stale = true;
    m_moves = moves;
    m_grow.stop();
    update();
  }
  [[nodiscard]] std::size_t drawn() const override { return m_drawn; }

 protected:
  void resizeEvent(QResizeEvent* /*event*/) override { refresh(m_moves); }

  void paintEvent(QPaintEvent* /*event*/) override {
    if (m_stale) {
      // What is on screen may be of other atoms: it goes at once.
      if (m_moves || (m_otherScene && m_picture.scene()->spheres.size() > kPortion))
        drawCoarse();
      if (!m_moves)
        beginFine();
      m_otherScene = false;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    m_picture.paintBehind(painter, rect());
    if (!m_image.isNull())
      painter.drawImage(QRectF(rect()), m_image);
    m_picture.paintBefore(painter, rect(), m_drawn);
  }

 private:
  void begin(double scale) {
    m_stale = false;
    const double ratio = scale * devicePixelRatioF();
    m_raster.begin(m_picture.scene(), m_picture.camera, m_picture.slice,
                   std::max(1, qRound(ratio * width())), std::max(1, qRound(ratio * height())));
  }

  void light(std::size_t drawn) {
    m_drawn = drawn;
    m_image = imageOf(m_raster, lookOf(m_picture.theme()));
  }

  /// A fair sample of the atoms, as many as there is time for.
  void drawCoarse() {
    QElapsedTimer clock;
    clock.start();
    begin(m_picture.scene()->spheres.size() > kManyAtoms ? kCoarse : 1.0);
    const std::size_t count = std::min(m_budget, m_picture.scene()->spheres.size());
    m_raster.draw(0, count);
    light(count);
    const double tookMs = std::max(0.1, static_cast<double>(clock.nsecsElapsed()) * 1e-6);
    const double factor = std::clamp(kMovingMs / tookMs, 0.5, 2.0);
    m_budget = std::max(
        kLeastBudget,
        static_cast<std::size_t>(factor * static_cast<double>(std::max(count, kLeastBudget))));
  }

  void beginFine() {
    begin(kFine);
    m_done = 0;
    grow();
    if (m_done < m_picture.scene()->spheres.size())
      m_grow.start();
  }

  void grow() {
    const std::size_t all = m_picture.scene()->spheres.size();
    QElapsedTimer clock;
    clock.start();
    do {
      const std::size_t last = std::min(all, m_done + kPortion);
      m_raster.draw(m_done, last);
      m_done = last;
    } while (m_done < all && static_cast<double>(clock.nsecsElapsed()) * 1e-6 < kPortionMs);
    // The coarser one stays until it is done.
    if (m_done < all)
      return;
    light(all);
    m_grow.stop();
    update();
  }

  const StructurePicture& m_picture;
  SphereRaster m_raster;
  QImage m_image;
  QTimer m_grow;
  bool m_stale = true;
  bool m_moves = false;
  bool m_otherScene = true;
  std::size_t m_done = 0;   ///< of the picture that grows
  std::size_t m_drawn = 0;  ///< of the picture on screen
  std::size_t m_budget = kFirstBudget;
};

}  // namespace

std::unique_ptr<StructureCanvas> makePaintedCanvas(const StructurePicture& picture,
                                                   QWidget* parent) {
  return std::make_unique<PaintedCanvas>(picture, parent);
}

}  // namespace vitrine::widgets

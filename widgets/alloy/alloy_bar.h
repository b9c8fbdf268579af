#pragma once

#include <QColor>
#include <QString>
#include <QWidget>

#include <vector>

class QPainter;

namespace vitrine::widgets {

/// One stretch of the bar.
struct AlloyBarPart {
  QString symbol;
  double percent = 0.0;
  QColor colour;
};

/// The alloy as one bar, each element as long as its content.
class AlloyBar : public QWidget {
  Q_OBJECT

 public:
  explicit AlloyBar(QWidget* parent = nullptr);

  void setParts(std::vector<AlloyBarPart> parts);
  static void draw(QPainter& painter, const QRectF& area, const std::vector<AlloyBarPart>& parts,
                   const QFont& font);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  std::vector<AlloyBarPart> m_parts;
};

}  // namespace vitrine::widgets

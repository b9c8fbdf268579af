#pragma once

#include "widgets/export/exportable.h"

#include <QStringList>
#include <QTableWidget>

#include <vector>

namespace vitrine::widgets {

/// A small table of results, as words and as numbers.
struct SheetModel {
  QString fileName;  ///< proposed for exports
  QStringList headers;
  QStringList tips;               ///< of the headers; may be empty
  std::vector<QStringList> rows;  ///< the first cell names the row
  int strongRow = -1;             ///< the row that matters most
  DataTable numbers;              ///< what is exported
  bool stale = false;
};

/// Shows such a table, which can be copied and exported like any plot.
class Sheet : public QTableWidget, public Exportable {
  Q_OBJECT

 public:
  explicit Sheet(const QString& name, QWidget* parent = nullptr);

  /// The chosen row stays chosen where there still is one of its name.
  void setModel(const SheetModel& model);
  [[nodiscard]] const SheetModel& model() const { return m_model; }

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] QSizeF exportSize() const override;
  void renderTo(QPainter& painter, const QRectF& area) const override;
  [[nodiscard]] DataTable data() const override;

  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fill();

  SheetModel m_model;
};

}  // namespace vitrine::widgets

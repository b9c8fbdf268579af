#pragma once

#include <QElapsedTimer>
#include <QString>
#include <QTableView>

#include <map>
#include <memory>
#include <set>

namespace vitrine::widgets {

class PeriodicCells;
class PeriodicCellPainter;

/// What the periodic table marks.
struct PeriodicTableModel {
  std::set<int> chosen;              ///< elements of the alloy already
  std::map<int, QString> untrained;  ///< elements the models never saw, each with the reason
  std::map<int, double> shades;      ///< how strongly elements are tinted, 0 to 1
  std::map<int, QString> facts;      ///< said of an element besides its name
};

/// The periodic table as one control: arrow keys walk it, letters find a symbol or a name, Enter or
/// a click chooses. Elements without training data are greyed and say why; they can be chosen all
/// the same, for an alloy outside the models' domain is no mistake.
class PeriodicTable : public QTableView {
  Q_OBJECT

 public:
  explicit PeriodicTable(QWidget* parent = nullptr);
  ~PeriodicTable() override;

  void setModel(const PeriodicTableModel& model);

  [[nodiscard]] int currentElement() const;  ///< 0 where there is none
  void setCurrentElement(int atomicNumber);

  void keyboardSearch(const QString& search) override;
  [[nodiscard]] QSize sizeHint() const override;

 signals:
  void elementChosen(int atomicNumber);
  void currentElementChanged(int atomicNumber);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  using QTableView::setModel;
  static constexpr int kWordMs = 900;

  void choose(const QModelIndex& index);

  std::unique_ptr<PeriodicCells> m_cells;
  std::unique_ptr<PeriodicCellPainter> m_painter;
  QString m_word;
  QElapsedTimer m_sinceLetter;
};

}  // namespace vitrine::widgets

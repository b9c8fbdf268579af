// The tables page with 100,000 rows: scrolling, filtering, sorting, editing and selecting, as times
// during which the GUI thread is blocked.

#include "app/data/row_table.h"
#include "app/data/tables_page.h"
#include "app/session.h"
#include "app/settings/settings.h"
#include "engine/core/random.h"
#include "tests/app/resources.h"
#include "tests/bench/timing.h"

#include <QApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <functional>
#include <string>
#include <vector>

using namespace vitrine;

namespace {

constexpr std::size_t kRows = 100'000;
constexpr double kFrameMs = 16.0;
constexpr double kAtOnceMs = 100.0;

dataset::Table tableOfManyRows() {
  dataset::Table table;
  table.name = "many";
  table.columns = {{"Tg", "K"}, {"Tx", "K"}, {"Tl", "K"}, {"Tm", "K"}, {"Dmax", "mm"}};
  Random random(1);
  for (std::size_t i = 0; i < kRows; ++i) {
    const double al = 5 + 15 * random.uniform();
    const double cu = 10 + 30 * random.uniform();
    dataset::Row row{{},
                     alloy::Composition::fromAmounts(std::vector<alloy::Share>{
                         {40, 90 - al - cu}, {29, cu}, {13, al}, {28, 10}}),
                     {},
                     "made-up",
                     i + 2,
                     100.0};
    row.formula = row.composition.formula();
    const double tg = 600 + 4 * al + 1.5 * cu + 5 * random.normal();
    row.values = {tg, tg + 60, 1.7 * tg, {}, 1 + 9 * random.uniform()};
    table.rows.push_back(std::move(row));
  }
  return table;
}

double milliseconds(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

double quantile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QTemporaryDir folder;
  app::Session session(test::workbenchPlaces(folder, {}));
  app::Settings settings(folder.filePath(QStringLiteral("settings.ini")));
  app::TablesPage page(session, settings);
  page.resize(1180, 700);
  page.show();
  QApplication::processEvents();

  const double shown = milliseconds([&] {
    session.desk.add(tableOfManyRows());
    QApplication::processEvents();
  });
  bench::report("100,000 rows made and shown", "ms", shown, 1000.0);

  auto* model = page.findChild<app::RowTable*>();
  QTableView* view = nullptr;
  for (auto* each : page.findChildren<QTableView*>())
    if (each->model() == model)
      view = each;
  std::vector<double> frames;
  for (int i = 1; i <= 300; ++i)
    frames.push_back(milliseconds([&] {
      view->verticalScrollBar()->setValue(i * 331);
      view->viewport()->repaint();
    }));
  bench::report("a step of scrolling, p99", "ms", quantile(frames, 0.99), kFrameMs);

  std::vector<double> filters;
  for (const char* text : {"Zr", "Zr -Be", "Tg>700", "Zr55", "made", "Tg>700 Tl<1200 Cu", ""})
    filters.push_back(milliseconds([&] {
      model->setFilter(QString::fromLatin1(text));
      QApplication::processEvents();
    }));
  bench::report("a filter, longest of 7", "ms", quantile(filters, 1.0), kAtOnceMs);
  bench::report("sorting by a property", "ms", milliseconds([&] {
                  model->sort(1, Qt::DescendingOrder);
                  QApplication::processEvents();
                }),
                kAtOnceMs);
  bench::report("sorting by formula", "ms", milliseconds([&] {
                  model->sort(0, Qt::AscendingOrder);
                  QApplication::processEvents();
                }),
                kAtOnceMs);
  std::vector<double> edits;
  for (int i = 0; i < 20; ++i)
    edits.push_back(milliseconds([&] {
      model->setData(model->index(i, 1), QString::number(600 + i), Qt::EditRole);
      QApplication::processEvents();
    }));
  bench::report("an edit of a cell, longest of 20", "ms", quantile(edits, 1.0), kAtOnceMs);
  bench::report("select all", "ms", milliseconds([&] {
                  view->selectAll();
                  QApplication::processEvents();
                }),
                kAtOnceMs);
  bench::report("delete 50,000 rows", "ms", milliseconds([&] {
                  std::vector<std::size_t> half;
                  for (std::size_t i = 0; i < kRows; i += 2)
                    half.push_back(i);
                  const auto& table = session.desk.table(session.desk.current());
                  session.desk.edit(session.desk.current(), dataset::removeRows(table, half), {});
                  QApplication::processEvents();
                }),
                500.0);
  return 0;
}

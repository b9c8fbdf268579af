// Tables of alloys: import of 100,000 rows, and the memory it takes.

#include "engine/core/random.h"
#include "engine/dataset/table_io.h"
#include "tests/bench/timing.h"

#include <xlsxwriter.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/resource.h>

using namespace vitrine;
using vitrine::bench::medianSeconds;
using vitrine::bench::report;

namespace {

constexpr int kRows = 100'000;

/// Zr-Cu-Al-Ni glasses with four temperatures and a diameter, as CSV and as XLSX.
void writeTables(const std::filesystem::path& csv, const std::filesystem::path& xlsx) {
  std::ofstream text(csv);
  text << "formula,Tg_K,Tx_K,Tl_K,Tm_K,Dmax_mm,source\n";
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  lxw_workbook* book = workbook_new_opt(xlsx.c_str(), &options);
  lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
  const char* header[] = {"formula", "Tg_K", "Tx_K", "Tl_K", "Tm_K", "Dmax_mm", "source"};
  for (lxw_col_t c = 0; c < 7; ++c)
    worksheet_write_string(sheet, 0, c, header[c], nullptr);
  Random random(1);
  for (int i = 1; i <= kRows; ++i) {
    const double al = std::round(1000 * (5 + 15 * random.uniform())) / 1000;
    const double cu = std::round(1000 * (10 + 30 * random.uniform())) / 1000;
    const double tg = std::round(600 + 4 * al + 1.5 * cu + 5 * random.normal());
    const std::string formula = "Zr" + std::to_string(90 - al - cu) + "Cu" + std::to_string(cu) +
                                "Al" + std::to_string(al) + "Ni10";
    const double values[] = {tg, tg + 60, std::round(1.7 * tg), std::round(1.6 * tg),
                             std::round(1 + 9 * random.uniform())};
    text << formula;
    worksheet_write_string(sheet, i, 0, formula.c_str(), nullptr);
    for (lxw_col_t c = 0; c < 5; ++c) {
      text << "," << values[c];
      worksheet_write_number(sheet, i, static_cast<lxw_col_t>(c + 1), values[c], nullptr);
    }
    text << ",made-up\n";
    worksheet_write_string(sheet, i, 6, "made-up", nullptr);
  }
  workbook_close(book);
}

/// Largest memory of this process so far, MB.
double peakMB() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

}  // namespace

int main() {
  const auto folder = std::filesystem::temp_directory_path();
  const auto csv = folder / "vitrine_bench.csv";
  const auto xlsx = folder / "vitrine_bench.xlsx";
  writeTables(csv, xlsx);
  dataset::Table table;
  report("import of 100,000 rows, CSV", "median_s",
         medianSeconds(3, [&] { table = dataset::readTable(csv); }), 3.0);
  report("import of 100,000 rows, XLSX", "median_s",
         medianSeconds(3, [&] { table = dataset::readTable(xlsx); }), 3.0);
  report("memory of both imports", "peak_MB", peakMB(), 500.0);
  std::filesystem::remove(csv);
  std::filesystem::remove(xlsx);
  return table.rows.size() == kRows ? 0 : 1;
}

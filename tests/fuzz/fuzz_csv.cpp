// Any bytes as a table: no crash, only vitrine::Error; and what the writer writes reads back.

#include "engine/core/error.h"
#include "engine/dataset/table_io.h"
#include "engine/files/csv.h"
#include "engine/files/text_file.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>

using namespace vitrine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = std::as_bytes(std::span(data, size));
  const auto csv = files::parseCsv(files::decodeText(bytes).utf8);
  std::string written;
  for (const files::TextRow& row : csv.rows)
    files::appendCsvRow(written, row.cells);
  const auto back = files::parseCsv(written);
  if (back.rows.size() != csv.rows.size())
    std::abort();
  for (std::size_t i = 0; i < csv.rows.size(); ++i)
    if (back.rows[i].cells != csv.rows[i].cells)
      std::abort();

  try {
    const dataset::Table table = dataset::parseTable({bytes.begin(), bytes.end()}, "fuzz");
    for (const dataset::Row& row : table.rows)
      if (row.values.size() != table.columns.size() || row.composition.shares().empty())
        std::abort();
  } catch (const Error&) {
    // Refused with a word for people.
  }
  return 0;
}

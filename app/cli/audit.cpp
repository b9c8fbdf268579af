#include "engine/dataset/audit.h"

#include "app/cli/json_output.h"
#include "app/cli/options.h"
#include "app/cli/tables.h"
#include "app/cli/text.h"
#include "app/cli/verb.h"
#include "engine/alloy/element.h"

#include <algorithm>
#include <ostream>

namespace vitrine::cli {

namespace {

using dataset::Fix;
using dataset::Flaw;
using dataset::Table;

/// The files of a call and what is in them, in the order asked.
struct Files {
  std::vector<std::string> paths;
  std::vector<Table> tables;
};

std::string headerAt(const Table& table, std::size_t column) {
  return dataset::headerOf(table.columns[column]);
}

Json fixJson(const Table& table, const Fix& fix) {
  if (fix.action == Fix::Action::None)
    return nullptr;
  Json json{{"action", dataset::actionName(fix.action)}};
  switch (fix.action) {
    case Fix::Action::SetValues:
      json["values"] = Json::array();
      for (const Fix::CellValue& cell : fix.values)
        json["values"].push_back({{"row", table.rows[cell.row].line},
                                  {"column", headerAt(table, cell.column)},
                                  {"value", orNull(cell.value)}});
      break;
    case Fix::Action::RemoveRows:
      json["rows"] = Json::array();
      for (const std::size_t row : fix.rows)
        json["rows"].push_back(table.rows[row].line);
      break;
    case Fix::Action::RescaleColumn:
      json["column"] = headerAt(table, fix.column);
      json["factor"] = fix.factor;
      json["offset"] = fix.offset;
      break;
    case Fix::Action::RemoveColumn:
      json["column"] = headerAt(table, fix.column);
      break;
    case Fix::Action::SetFormula:
      json["row"] = table.rows[fix.rows[0]].line;
      json["formula"] = fix.formula;
      break;
    case Fix::Action::RestoreRow:
      json["row"] = table.skipped[fix.rows[0]].line;
      json["formula"] = fix.formula;
      break;
    case Fix::Action::None:
    case Fix::Action::ReadByWeight:
      break;
  }
  return json;
}

Json flawJson(const Files& files, const Flaw& flaw) {
  const Table& table = files.tables[flaw.table];
  Json json{{"kind", dataset::flawName(flaw.kind)},
            {"severity", dataset::severityName(flaw.severity)},
            {"file", files.paths[flaw.table]},
            {"row", flaw.line ? Json(*flaw.line) : Json(nullptr)},
            {"column", flaw.column ? Json(headerAt(table, *flaw.column)) : Json(nullptr)},
            {"formula", flaw.row ? Json(table.rows[*flaw.row].formula) : Json(nullptr)},
            {"message", flaw.message},
            {"fix", fixJson(table, flaw.fix)}};
  if (!flaw.related.empty()) {
    json["related"] = Json::array();
    for (const auto& other : flaw.related) {
      const dataset::Row& row = files.tables[other.table].rows[other.row];
      json["related"].push_back(
          {{"file", files.paths[other.table]}, {"row", row.line}, {"formula", row.formula}});
    }
  }
  if (!flaw.endMembers.empty()) {
    json["end_members"] = Json::object();
    for (const auto& end : flaw.endMembers)
      json["end_members"][std::string(alloy::element(end.atomicNumber).symbol)] = {
          {"implied", end.implied}, {"known", orNull(end.known)}};
  }
  return json;
}

void print(std::ostream& out, const Files& files, const std::vector<Flaw>& flaws) {
  for (std::size_t i = 0; i < files.tables.size(); ++i) {
    const Table& table = files.tables[i];
    const auto count = std::count_if(flaws.begin(), flaws.end(),
                                     [&](const Flaw& flaw) { return flaw.table == i; });
    out << files.paths[i] << ": " << table.rows.size() << " rows, " << count
        << (count == 1 ? " finding\n" : " findings\n");
    for (const Flaw& flaw : flaws) {
      if (flaw.table != i)
        continue;
      out << "  " << padded(flaw.line ? "row " + std::to_string(*flaw.line) : "table", 10)
          << padded(flaw.column ? headerAt(table, *flaw.column) : "", 10) << " "
          << padded(dataset::severityName(flaw.severity), 8)
          << padded(dataset::flawName(flaw.kind), 24) << flaw.message << "\n";
    }
  }
}

}  // namespace

void audit(const Call& call) {
  Files files;
  std::string seed = "0";
  std::string threads = "0";
  bool json = false;
  Options options("audit",
                  "What looks wrong in tables of alloys, and what would mend it. Exit status 0 "
                  "whatever is found.");
  options.app()
      .add_option("FILE", files.paths,
                  "CSV, TSV or XLSX tables with formulas in at.% (path); alloys of a later file "
                  "are also compared with those of the earlier ones")
      ->required();
  options.text("--seed", seed, "N", "Seed of the permutation test (whole number; default 0)");
  options.text("--threads", threads, "N", "Threads to use (count; 0 for all)");
  options.flag("--json", json,
               "One JSON object: rows are lines of the file, values in its units, and end");
  options.parse(call);

  RunContext::Options run;
  run.threads = wholeNumber(threads, "--threads", 0, 4096);
  run.seed = static_cast<std::uint64_t>(wholeNumber(seed, "--seed", 0, 1000000000));
  const RunContext context(std::move(run));
  for (const std::string& path : files.paths)
    files.tables.push_back(tableOf(path, context));
  const std::vector<Flaw> flaws = dataset::audit(files.tables, context);
  if (!json)
    return print(call.out, files, flaws);
  Json object{{"files", Json::array()}, {"findings", Json::array()}};
  for (std::size_t i = 0; i < files.tables.size(); ++i)
    object["files"].push_back({{"file", files.paths[i]},
                               {"rows", files.tables[i].rows.size()},
                               {"skipped", files.tables[i].skippedRows}});
  for (const Flaw& flaw : flaws)
    object["findings"].push_back(flawJson(files, flaw));
  write(call.out, object);
}

}  // namespace vitrine::cli

#include "app/cli/calphad_verbs.h"
#include "app/cli/json_output.h"
#include "app/cli/long_run.h"
#include "app/cli/options.h"
#include "app/cli/tasks.h"
#include "app/cli/text.h"
#include "app/cli/verb.h"
#include "app/quantities/melting_data.h"
#include "engine/alloy/element.h"
#include "engine/calphad/melting_table.h"
#include "engine/calphad/tdb_reader.h"
#include "engine/core/error.h"
#include "engine/files/atomic_file.h"
#include "engine/files/number_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ostream>

namespace vitrine::cli {

namespace {

using app::formulaOf;
using app::roundedK;
using calphad::MeltingRow;

constexpr std::array kTasks{
    Task{"liquidus", "Solidus and liquidus of a system from a database", calphadLiquidus},
    Task{"dataset", "The table of 16 systems of Al, Co, Cr, Fe and Ni", calphadDataset},
};

/// The finest steps of a ternary and of a binary system.
constexpr int kMostDivisions = 500;

std::vector<std::string> elementsOf(const std::string& system) {
  const auto symbols = parts(system, '-');
  if (symbols.empty() || symbols.size() > 3)
    throw Error(ErrorCode::InvalidInput,
                "--system takes one to three elements, e.g. Al-Ni, not \"" + system + "\".");
  for (auto symbol = symbols.begin(); symbol != symbols.end(); ++symbol) {
    if (alloy::findElement(*symbol) == nullptr)
      throw Error(ErrorCode::InvalidInput, "--system: \"" + *symbol + "\" is not an element.");
    if (std::find(symbols.begin(), symbol, *symbol) != symbol)
      throw Error(ErrorCode::InvalidInput, "--system names " + *symbol + " twice.");
  }
  return symbols;
}

std::size_t divisionsOf(const std::string& step) {
  const double exact = 1.0 / positive(step, "--step");
  const double divisions = std::round(exact);
  if (divisions < 1.0 || std::abs(exact - divisions) > 1e-6 * divisions)
    throw Error(ErrorCode::InvalidInput,
                "--step " + step + " does not divide 1; it is a mole fraction such as 0.05.");
  if (divisions > kMostDivisions)
    throw Error(ErrorCode::InvalidInput, "--step " + step + " is too fine; the finest is " +
                                             files::formatNumber(1.0 / kMostDivisions) + ".");
  return static_cast<std::size_t>(divisions);
}

double clean(double fraction) {
  return std::round(fraction * 1e10) / 1e10;
}

Json pointJson(const std::vector<std::string>& symbols, const MeltingRow& row) {
  Json composition = Json::object();
  for (std::size_t i = 0; i < symbols.size(); ++i)
    composition[symbols[i]] = clean(row.composition[i]);
  const auto& melting = row.melting;
  Json point{{"composition", std::move(composition)},
             {"solidus_K", melting ? Json(roundedK(melting->solidusK)) : Json(nullptr)},
             {"liquidus_K", melting ? Json(roundedK(melting->liquidusK)) : Json(nullptr)},
             {"phases", melting ? Json(melting->phases) : Json::array()}};
  if (!melting)
    point["reason"] = row.reason;
  return point;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words)
    text += (text.empty() ? "" : " ") + word;
  return text;
}

Json notesJson(const calphad::Database& database) {
  Json notes = Json::array();
  for (const auto& note : database.notes)
    notes.push_back((note.position > 0 ? "line " + std::to_string(note.position) + ": " : "") +
                    note.message);
  return notes;
}

/// @param without  names of phases with commas between them
std::shared_ptr<const calphad::Database> databaseOf(const std::string& file,
                                                    const std::string& without) {
  auto database = calphad::readTdb(file);
  if (!without.empty())
    database.reject(parts(without, ','));
  return std::make_shared<const calphad::Database>(std::move(database));
}

void addWithout(Options& options, std::string& without) {
  options.text("--without", without, "PHASE,...",
               "Phases to leave out (names in the database), e.g. one that its authors warn of");
}

}  // namespace

void calphad(const Call& call) {
  runTask("calphad", kTasks, call);
}

void calphadLiquidus(const Call& call) {
  std::string file;
  std::string system;
  std::string step = "0.05";
  std::string without;
  LongRun run;
  bool json = false;
  Options options("calphad liquidus",
                  "Equilibrium solidus and liquidus (K) of a system from a thermodynamic database, "
                  "at 101325 Pa, with the solids that meet the liquid.");
  options.text("--tdb", file, "FILE", "Thermodynamic database in the TDB format (path)")
      ->required();
  options
      .text("--system", system, "A-B[-C]",
            "One to three elements (symbols), e.g. Al-Ni; the last one counts up")
      ->required();
  options.text("--step", step, "X",
               "Distance of neighbouring alloys (mole fraction; default 0.05)");
  addWithout(options, without);
  options.text("--threads", run.threads, "N", "Threads to use (count; 0 for all)");
  options.flag("--json", json,
               "One JSON object; temperatures in K, compositions in mole fractions");
  options.parse(call);

  const auto symbols = elementsOf(system);
  const auto grid = calphad::compositionGrid(symbols.size(), divisionsOf(step));
  const auto context = run.context(call);
  const auto database = databaseOf(file, without);
  const calphad::AlloyPhases phases(database, symbols);
  const auto rows = calphad::meltingRows(database, symbols, grid, context);
  if (json) {
    Json points = Json::array();
    for (const auto& row : rows)
      points.push_back(pointJson(symbols, row));
    write(call.out, {{"tdb", file},
                     {"system", symbols},
                     {"points", std::move(points)},
                     {"left_out", phases.leftOut()},
                     {"notes", notesJson(*database)}});
    return;
  }
  for (const auto& symbol : symbols)
    call.out << aligned(symbol, 8);
  call.out << "   solidus/K  liquidus/K  solids\n";
  for (const auto& row : rows) {
    for (const double fraction : row.composition)
      call.out << aligned(fixed(fraction, 4), 8);
    if (row.melting)
      call.out << aligned(fixed(row.melting->solidusK, 2), 12)
               << aligned(fixed(row.melting->liquidusK, 2), 12) << "  "
               << joined(row.melting->phases) << "\n";
    else
      call.out << "  " << row.reason << "\n";
  }
}

void calphadDataset(const Call& call) {
  std::string file;
  std::string out;
  std::string without;
  LongRun run;
  bool json = false;
  Options options("calphad dataset",
                  "Solidus and liquidus (K) of Al, Co, Cr, Fe and Ni, their ten binary systems and "
                  "six of their ternary ones in steps of 5 at.%, as a table to train on.");
  options.text("--tdb", file, "FILE", "Thermodynamic database in the TDB format (path)")
      ->required();
  options.text("--out", out, "FILE.csv", "Table to write (path)")->required();
  addWithout(options, without);
  options.text("--threads", run.threads, "N", "Threads to use (count; 0 for all)");
  options.flag("--json", json, "One JSON object: numbers of alloys (count), file (path)");
  options.flag("--json-progress", run.progress,
               "JSON lines with the fraction done, the last one {\"result\": ...}");
  options.parse(call);

  const auto table = calphad::meltingTable(databaseOf(file, without), run.context(call));
  std::string text = "formula,Tl_K,Ts_K,system,phases\n";
  Json failures = Json::array();
  std::size_t rows = 0;
  for (const auto& [symbols, systemRows] : table) {
    std::string system;
    for (const auto& symbol : symbols)
      system += (system.empty() ? "" : "-") + symbol;
    for (const auto& row : systemRows) {
      const auto formula = formulaOf(symbols, row);
      if (!row.melting) {
        failures.push_back({{"formula", formula}, {"reason", row.reason}});
        continue;
      }
      ++rows;
      text += formula + "," + files::formatNumber(roundedK(row.melting->liquidusK)) + "," +
              files::formatNumber(roundedK(row.melting->solidusK)) + "," + system + "," +
              joined(row.melting->phases) + "\n";
    }
  }
  files::writeAtomically(out, text);
  const Json result{{"n", rows}, {"failures", failures}, {"file", out}};
  if (run.progress)
    writeLine(call.out, {{"result", result}});
  else if (json)
    write(call.out, result);
  else
    call.out << rows << " alloys, " << failures.size() << " without a melting range, in " << out
             << "\n";
}

}  // namespace vitrine::cli

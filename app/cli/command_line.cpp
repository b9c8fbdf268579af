#include "app/cli/command_line.h"

#include "app/cli/run_verb.h"
#include "app/cli/verb.h"
#include "engine/alloy/formula.h"

#include <array>
#include <charconv>
#include <optional>
#include <ostream>
#include <sstream>
#include <vector>

namespace vitrine::cli {

namespace {

struct Verb {
  std::string_view name;
  std::string_view summary;
  void (*run)(const Call&);
};

constexpr std::array kVerbs{
    Verb{"predict",
         "Tm, Tg with interval, each model, domain, nearest alloys; Trg, <Tm>, fragility", predict},
    Verb{"relaxation", "Relaxation time against temperature, or the theory at packing fractions",
         relaxation},
    Verb{"evaluate", "The models against a table of measured alloys", evaluate},
    Verb{"audit", "What looks wrong in tables of alloys, and what would mend it", audit},
    Verb{"merge", "One table of several, and what models learn from each subset of them", merge},
    Verb{"train", "Train models on a table and tell how good they are on unseen alloys", train},
    Verb{"spectrum", "The diffraction pattern of an alloy, with q1 and delta q of its first peak",
         spectrum},
    Verb{"spectra", "Train generators on measured patterns (spectra train), judge them (evaluate)",
         spectra},
    Verb{"calphad",
         "Solidus and liquidus from a thermodynamic database (calphad liquidus, calphad dataset)",
         calphad},
    Verb{"quench", "Melt and quench an alloy atom by atom, and find its inherent structure",
         quench},
    Verb{"treat", "Anneal, heat, shear or minimise a glass atom by atom", treat},
    Verb{"campaign", "Many quenches by a plan, here or as jobs of Slurm (campaign run, submit ...)",
         campaign},
    Verb{"analyse", "g(r), S(q), X-ray pattern, Voronoi cells and icosahedra of simulated atoms",
         analyse},
    Verb{"barcode",
         "Energy and heterogeneity of glasses from local environments (barcode train, barcode "
         "read)",
         barcode},
    Verb{"map", "A quantity over a composition triangle, as a table or a picture", map},
};

constexpr std::string_view kResources = "--resources";
constexpr std::string_view kScreenshot = "--screenshot";
constexpr std::string_view kTheme = "--theme";
constexpr std::string_view kSize = "--size";

/// Options that the next argument belongs to.
bool takesValue(std::string_view option) {
  return option == kResources || option == kScreenshot || option == kTheme || option == kSize;
}

const Verb* findVerb(std::string_view name) {
  for (const Verb& verb : kVerbs) {
    if (verb.name == name)
      return &verb;
  }
  return nullptr;
}

/// Position of the first argument that is neither an option nor the value of one.
std::size_t firstWord(std::span<const std::string> arguments) {
  std::size_t i = 0;
  while (i < arguments.size() && arguments[i].starts_with("-"))
    i += takesValue(arguments[i]) ? 2 : 1;
  return i;
}

std::string overview() {
  std::ostringstream text;
  text << "Vitrine " << version() << ", a workbench for metallic glasses\n\n"
       << "  vitrine [FORMULA]           open the workbench, on this alloy where one is named\n";
  for (const Verb& verb : kVerbs) {
    std::string name(verb.name);
    name.resize(16, ' ');
    text << "  vitrine " << name << "    " << verb.summary << "\n";
  }
  text << "  vitrine VERB --help         options of a verb, with their units\n"
       << "  vitrine --version\n\n"
       << "Options of all:\n"
       << "  --resources DIR             folder with the models and references (path)\n"
       << "Options of the workbench:\n"
       << "  --theme light|dark          instead of the remembered theme\n"
       << "  --size WIDTHxHEIGHT         of the window (pixels)\n"
       << "  --screenshot FILE           write a picture of the main window (PNG, path) and end\n\n"
       << "Exit status: 0 good, 1 the task failed, 2 wrong usage or input.\n";
  return text.str();
}

bool readSize(const std::string& text, WorkbenchRequest& request) {
  const char* const end = text.data() + text.size();
  const auto width = std::from_chars(text.data(), end, request.width);
  if (width.ec != std::errc() || width.ptr == end || *width.ptr != 'x')
    return false;
  const auto height = std::from_chars(width.ptr + 1, end, request.height);
  constexpr int kLargest = 16384;
  return height.ec == std::errc() && height.ptr == end && request.width > 0 && request.height > 0 &&
         request.width <= kLargest && request.height <= kLargest;
}

/// "--size=800x600" as "--size 800x600"; what stands after the equals sign may be anything.
std::vector<std::string> separated(std::span<const std::string> arguments) {
  std::vector<std::string> words;
  for (const std::string& argument : arguments) {
    const auto equals = argument.find('=');
    if (argument.starts_with("--") && equals != std::string::npos) {
      words.push_back(argument.substr(0, equals));
      words.push_back(argument.substr(equals + 1));
    } else {
      words.push_back(argument);
    }
  }
  return words;
}

std::variant<int, WorkbenchRequest> openWorkbench(std::span<const std::string> arguments,
                                                  const Environment& environment) {
  WorkbenchRequest request;
  request.resources = environment.resources;
  std::optional<std::string> target;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (takesValue(argument)) {
      if (i + 1 == arguments.size())
        return fail(environment, argument + " needs a value.", 2);
      const std::string& value = arguments[++i];
      if (argument == kResources)
        request.resources = value;
      else if (argument == kScreenshot)
        request.screenshot = value;
      else if (argument == kTheme && (value == "light" || value == "dark"))
        request.theme = value;
      else if (argument == kTheme)
        return fail(environment, "--theme is light or dark, not " + value + ".", 2);
      else if (!readSize(value, request))
        return fail(environment, "--size is written as 1280x800, not as " + value + ".", 2);
    } else if (argument.starts_with("-")) {
      return fail(environment,
                  "There is no option " + argument + " here (vitrine --help lists what there is)",
                  2);
    } else if (target) {
      return fail(environment, "The workbench opens one file or formula at a time.", 2);
    } else {
      target = argument;
    }
  }
  if (!target)
    return request;
  std::error_code ignored;
  if (std::filesystem::exists(*target, ignored)) {
    request.file = *target;
    return request;
  }
  if (!alloy::parseFormula(*target).composition)
    return fail(
        environment,
        "\"" + *target + "\" is no verb, no file and no formula (vitrine --help lists the verbs)",
        2);
  request.formula = *target;
  return request;
}

}  // namespace

std::string_view version() {
  return VITRINE_VERSION;
}

std::variant<int, WorkbenchRequest> run(std::span<const std::string> arguments,
                                        const Environment& environment) {
  const std::size_t word = firstWord(arguments);
  if (word < arguments.size()) {
    if (const Verb* verb = findVerb(arguments[word])) {
      // Options before the verb are options of the verb.
      std::vector<std::string> rest(arguments.begin(), arguments.end());
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(word));
      return runVerb(verb->name, verb->run, rest, environment);
    }
  }
  for (const std::string& argument : arguments) {
    if (argument == "--version")
      return finish(environment, "vitrine " + std::string(version()) + "\n");
    if (argument == "--help" || argument == "-h")
      return finish(environment, overview());
  }
  return openWorkbench(separated(arguments), environment);
}

}  // namespace vitrine::cli

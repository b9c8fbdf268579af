#include "app/cli/run_verb.h"

#include "app/cli/options.h"
#include "engine/core/error.h"

#include <exception>
#include <locale>
#include <new>
#include <ostream>
#include <sstream>

namespace vitrine::cli {

namespace {

/// One line, whatever the text was.
std::string oneLine(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' '))
    text.pop_back();
  for (char& letter : text) {
    if (letter == '\n' || letter == '\r')
      letter = ' ';
  }
  return text;
}

int exitStatus(ErrorCode code) {
  switch (code) {
    case ErrorCode::InvalidInput:
    case ErrorCode::CannotRead:
    case ErrorCode::Damaged:
    case ErrorCode::TooNew:
      return 2;
    case ErrorCode::CannotWrite:
    case ErrorCode::Failed:
      return 1;
  }
  return 1;
}

}  // namespace

int fail(const Environment& environment, const std::string& message, int status) {
  environment.err << "vitrine: " << oneLine(message) << "\n" << std::flush;
  return status;
}

int finish(const Environment& environment, const std::string& text) {
  environment.out << text << std::flush;
  return environment.out ? 0 : fail(environment, "The output could not be written.", 1);
}

int runVerb(std::string_view name, void (*verb)(const Call&),
            std::span<const std::string> arguments, const Environment& environment) {
  std::ostringstream kept;
  kept.imbue(std::locale::classic());
  try {
    verb({arguments, environment, kept});
    return finish(environment, kept.str());
  } catch (const CLI::CallForHelp&) {
    return finish(environment, kept.str());
  } catch (const CLI::ParseError& error) {
    return fail(
        environment,
        oneLine(error.what()) + " (vitrine " + std::string(name) + " --help lists the options)", 2);
  } catch (const Error& error) {
    return fail(environment, error.what(), exitStatus(error.code()));
  } catch (const Cancelled&) {
    return fail(environment, "Stopped.", 1);
  } catch (const std::bad_alloc&) {
    return fail(environment, "There is not enough memory for this.", 1);
  } catch (const std::exception& error) {
    return fail(environment, error.what(), 1);
  }
}

}  // namespace vitrine::cli

#pragma once

#include "app/cli/command_line.h"

#include <iosfwd>
#include <span>
#include <string>

namespace vitrine::cli {

/// The arguments after the verb, and where its work goes.
struct Call {
  std::span<const std::string> arguments;
  const Environment& environment;
  std::ostream& out;  ///< kept back until the verb has ended well
};

// Each verb reads its arguments, works and writes to `call.out`. They throw Error (InvalidInput for
// what the user has to mend) and what CLI11 throws for wrong usage and for --help.
void predict(const Call& call);
void relaxation(const Call& call);
void evaluate(const Call& call);
void audit(const Call& call);
void merge(const Call& call);
void train(const Call& call);
void map(const Call& call);
void calphad(const Call& call);
void analyse(const Call& call);
void barcode(const Call& call);
void spectrum(const Call& call);
void spectra(const Call& call);
void quench(const Call& call);
void treat(const Call& call);
void campaign(const Call& call);

}  // namespace vitrine::cli

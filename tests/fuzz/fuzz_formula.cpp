// Any bytes as a formula: the parser must answer with an alloy or with one error that points into
// the text, and an alloy it read must be written in a form that it reads back as the same alloy.
#include "engine/alloy/formula.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void require(bool condition) {
  if (!condition)
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vitrine;
  using namespace vitrine::alloy;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Basis basis = size % 2 == 0 ? Basis::AtomicPercent : Basis::WeightPercent;
  const ParsedFormula parsed = parseFormula(text, basis);

  if (!parsed.composition) {
    require(parsed.findings.size() == 1);
    const Finding& error = parsed.findings.front();
    require(error.severity == Finding::Severity::Error && !error.message.empty());
    require(error.position >= 1 && error.position <= kMaxFormulaCharacters + 1);
    return 0;
  }
  for (const Finding& finding : parsed.findings)
    require(finding.severity == Finding::Severity::Note);
  require(parsed.writtenSum > 0.0 && std::isfinite(parsed.writtenSum));
  double sum = 0.0;
  for (const auto& [atomicNumber, fraction] : parsed.composition->shares()) {
    require(atomicNumber >= 1 && atomicNumber <= kElementCount);
    require(fraction > 0.0 && fraction <= 1.0);
    sum += fraction;
  }
  require(std::abs(sum - 1.0) < 1e-9);

  const ParsedFormula again = parseFormula(parsed.composition->formula(10));
  require(again.composition.has_value());
  require(distancePercent(*again.composition, *parsed.composition) < 1e-6);
  return 0;
}

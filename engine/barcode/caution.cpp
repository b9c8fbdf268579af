#include "engine/barcode/caution.h"

#include <cmath>

namespace vitrine::barcode {

namespace {

std::string withOneDecimal(double value) {
  const auto tenths = std::lround(10.0 * value);
  return std::to_string(tenths / 10).append(".").append(std::to_string(tenths % 10));
}

}  // namespace

std::string cautionText(const Caution& caution) {
  switch (caution.kind) {
    case Caution::Kind::AtomsMove:
      return std::string("Its atoms move, at ")
          .append(std::to_string(std::lround(caution.amount)))
          .append(" K, and the model knows inherent structures: minimise it first.");
    case Caution::Kind::OtherComposition:
      return std::string("The model learned from ")
          .append(caution.formula)
          .append(", ")
          .append(withOneDecimal(caution.amount))
          .append(
              " at.% away: another composition shifts the energy by more than its structure "
              "does, and shares of bars cannot be held against its reference.");
    case Caution::Kind::Learned:
      return "The model learned from this very glass: its predicted energy tells little, and it is "
             "held against the other groups.";
    case Caution::Kind::EnergyOutside:
      return "Its energy is outside that of the glasses the model learned from.";
    case Caution::Kind::NothingInBars:
      return "None of its atoms is in a bar: it is no glass that the model knows.";
    case Caution::Kind::FewAtoms:
      return std::string("It has fewer atoms than the ")
          .append(std::to_string(std::lround(caution.amount)))
          .append(" of the glasses the model learned from, so chance alone makes it look uneven.");
    case Caution::Kind::UnknownEnvironments:
      return withOneDecimal(caution.amount)
          .append(" % of its environments are unknown to the model; its energy is a guess.");
  }
  return {};
}

}  // namespace vitrine::barcode

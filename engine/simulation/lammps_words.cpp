#include "engine/simulation/lammps_words.h"

#include <array>

namespace vitrine::simulation {

namespace {

struct Meaning {
  std::string_view begins;
  std::string_view words;
};

constexpr std::string_view kBlownUp =
    "the atoms flew apart; the potential does not hold this alloy at this temperature, or the "
    "start is too far from a liquid";
constexpr std::string_view kWrongTable =
    "the table of the potential does not fit these elements or its pair style";

constexpr std::array kMeanings{
    Meaning{"Lost atoms", kBlownUp},
    Meaning{"Non-numeric", kBlownUp},
    Meaning{"Out of range atoms", kBlownUp},
    Meaning{"Simulation box must be", kBlownUp},
    Meaning{"Bond atoms missing", kBlownUp},
    Meaning{"Unrecognized pair style",
            "this LAMMPS was built without the pair style; another one "
            "can be named with --lmp"},
    Meaning{"Unknown pair style",
            "this LAMMPS was built without the pair style; another one can be "
            "named with --lmp"},
    Meaning{"Incorrect args for pair coefficients",
            "the words behind pair_coeff do not fit the "
            "pair style"},
    Meaning{"Incorrect args in pair_style", "the words behind pair_style do not fit it"},
    Meaning{"Illegal pair_style", "the words behind pair_style do not fit it"},
    Meaning{"All pair coeffs are not set", "pair_coeff does not name every pair of elements"},
    Meaning{"No matching element in EAM", kWrongTable},
    Meaning{"Incorrect element names in", kWrongTable},
    Meaning{"Incorrect format in", kWrongTable},
    Meaning{"Invalid EAM potential file", kWrongTable},
    Meaning{"cannot open", "a table of the potential is not there"},
    Meaning{"Neighbor list overflow", "the atoms came too close to each other for this potential"},
    Meaning{"Failed to allocate", "there is not enough memory for so many atoms"},
    Meaning{"Cannot open restart file", "the state to go on from cannot be read"},
    Meaning{"Did not assign all restart atoms",
            "the state to go on from is damaged; begin anew in "
            "another folder"},
};

}  // namespace

std::string meaningOf(std::string_view error) {
  for (const auto& meaning : kMeanings)
    if (error.starts_with(meaning.begins))
      return std::string(meaning.words);
  return {};
}

}  // namespace vitrine::simulation

#include "engine/simulation/potential_facts.h"

#include <array>

namespace vitrine::simulation {

namespace {

constexpr std::string_view kCrystals =
    "It was fitted to crystals; what it says of liquids and glasses of several elements is "
    "qualitative.";

/// The publications are those that the files name; of CuZr_mm, which names none, see the key.
constexpr std::array kFacts{
    PotentialFacts{"Cu-Zr_4.eam.fs", "mendelev2019", ""},
    PotentialFacts{"CuZr_mm.eam.fs", "mendelev2007cuzr", ""},
    PotentialFacts{"Cu-Zr_2.eam.fs", "mendelev2009", ""},
    PotentialFacts{"ZrCuAl2011.eam.alloy", "cheng2009", ""},
    PotentialFacts{"ZrCu.lammps.eam", "cheng2009", ""},
    PotentialFacts{"Zr_mm.eam.fs", "mendelev2007zr", ""},
    PotentialFacts{"AlCu.eam.alloy", "cai1996", kCrystals},
    PotentialFacts{"AlCu.adp", "apostol2011", kCrystals},
    PotentialFacts{"AlFe_mm.eam.fs", "mendelev2005", kCrystals},
    PotentialFacts{"CuNi.eam.alloy", "onat2014", kCrystals},
    PotentialFacts{"CoAl.eam.alloy", "vailhe1997", kCrystals},
    PotentialFacts{"NiAlH_jea.eam.fs", "angelo1995", kCrystals},
    PotentialFacts{"NiAlH_jea.eam.alloy", "angelo1995", kCrystals},
    PotentialFacts{"FeP_mm.eam.fs", "ackland2004",
                   "It was made for traces of phosphorus in iron; glasses with more of it are "
                   "qualitative."},
    PotentialFacts{"CuTa.eam.alloy", "zhou2004", kCrystals},
    PotentialFacts{"FeCr.cdeam", "stukowski2009", kCrystals},
    PotentialFacts{"Fe_mm.eam.fs", "mendelev2003", ""},
    PotentialFacts{"Mg_mm.eam.fs", "sun2006", ""},
    PotentialFacts{"Al_mm.eam.fs", "", ""},
    PotentialFacts{"Cu_mishin1.eam.alloy", "mishin2001", ""},
    PotentialFacts{"Ni.adp", "mishin2005", ""},
    PotentialFacts{"Al_zhou.eam.alloy", "zhou2001", ""},
    PotentialFacts{"Cu_zhou.eam.alloy", "zhou2001", ""},
    PotentialFacts{"W_zhou.eam.alloy", "zhou2001", ""},
    PotentialFacts{"Ag_u3.eam", "foiles1986", ""},
    PotentialFacts{"Au_u3.eam", "foiles1986", ""},
    PotentialFacts{"Cu_u3.eam", "foiles1986", ""},
    PotentialFacts{"Ni_u3.eam", "foiles1986", ""},
    PotentialFacts{"Pd_u3.eam", "foiles1986", ""},
    PotentialFacts{"Pt_u3.eam", "foiles1986", ""},
    PotentialFacts{"Cu_u6.eam", "adams1989", ""},
    PotentialFacts{"Cu_smf7.eam", "foiles1985", ""},
    PotentialFacts{"Ni_smf7.eam", "foiles1985", ""},
    PotentialFacts{"Al_jnp.eam", "jacobsen1987", ""},
    PotentialFacts{"VFe_mm.eam.fs", "", kCrystals},
    PotentialFacts{"PdHHe.eam.he", "", kCrystals},
    PotentialFacts{"AlO.eam.alloy", "",
                   "It is one part of a potential with charges; alone it does not describe an "
                   "oxide."},
};

}  // namespace

std::span<const PotentialFacts> potentialFacts() {
  return kFacts;
}

void describe(Potential& potential) {
  for (const auto& facts : kFacts) {
    if (facts.name != potential.name)
      continue;
    potential.reference = facts.reference;
    potential.caution = facts.caution;
  }
}

}  // namespace vitrine::simulation

#include "engine/relaxation/percus_yevick.h"

namespace vitrine::relaxation {

double contactValue(double phi) {
  return (1.0 + phi / 2.0) / ((1.0 - phi) * (1.0 - phi));
}

}  // namespace vitrine::relaxation

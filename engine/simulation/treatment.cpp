#include "engine/simulation/treatment.h"

namespace vitrine::simulation {

namespace {

using Settings = std::vector<std::pair<std::string, double>>;

RunRequest requestOf(const char* kind, Settings settings, Schedule schedule,
                     atomistic::Structure glass) {
  RunRequest request(std::move(glass));
  request.kind = kind;
  request.settings = std::move(settings);
  request.schedule = std::move(schedule);
  return request;
}

}  // namespace

RunRequest treatmentOf(const Anneal& wish, atomistic::Structure glass) {
  auto schedule = scheduleOf(wish, glass.size());
  return requestOf("anneal", {{"temperature_K", wish.temperatureK}, {"time_ps", wish.timePs}},
                   std::move(schedule), std::move(glass));
}

RunRequest treatmentOf(const Heating& wish, atomistic::Structure glass) {
  auto schedule = scheduleOf(wish, glass.size());
  return requestOf("heat",
                   {{"rate_K_per_s", wish.rateKPerS}, {"from_K", wish.fromK}, {"to_K", wish.toK}},
                   std::move(schedule), std::move(glass));
}

RunRequest treatmentOf(const Shear& wish, atomistic::Structure glass) {
  auto schedule = scheduleOf(wish, glass.size());
  return requestOf("shear",
                   {{"temperature_K", wish.temperatureK},
                    {"rate_per_s", wish.ratePerS},
                    {"strain", wish.strain},
                    {"rest_ps", wish.restPs}},
                   std::move(schedule), std::move(glass));
}

RunRequest minimisationOf(atomistic::Structure glass) {
  return requestOf("minimise", {}, {}, std::move(glass));
}

}  // namespace vitrine::simulation

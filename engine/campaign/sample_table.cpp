#include "engine/campaign/sample_table.h"

#include "engine/files/csv.h"
#include "engine/files/number_text.h"

#include <array>

namespace vitrine::campaign {

using files::formatNumber;

std::string sampleTable(const std::vector<GlassRow>& rows) {
  std::string table =
      "file,energy_eV_per_atom,volume_A3_per_atom,group,stage,temperature_K,formula,rate_K_per_s,"
      "seed,atoms,"
      "potential,crc32\n";
  for (const GlassRow& row : rows)
    for (const Sample& sample : row.samples)
      files::appendCsvRow(
          table, std::array<std::string, 12>{
                     "runs/" + row.id + "/" + sample.file, formatNumber(sample.energyEV),
                     formatNumber(sample.volumeA3), row.id, sample.stage,
                     formatNumber(sample.temperatureK), row.formula, formatNumber(row.rateKPerS),
                     std::to_string(row.seed), std::to_string(row.atoms), row.potential,
                     std::to_string(sample.crc32)});
  return table;
}

}  // namespace vitrine::campaign

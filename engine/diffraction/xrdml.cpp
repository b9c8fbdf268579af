#include "engine/diffraction/xrdml.h"

#include "engine/core/error.h"
#include "engine/diffraction/text_cells.h"
#include "engine/files/number_text.h"
#include "engine/files/xml.h"

#include <optional>
#include <utility>
#include <vector>

namespace vitrine::diffraction {

namespace {

/// Ratio of the copper doublet; the lines of other tubes are close to it.
constexpr double kUsualDoubletRatio = 0.5;

[[noreturn]] void refuse(const std::string& what) {
  throw Error(ErrorCode::InvalidInput, what);
}

double numberOf(std::string_view text, std::string_view element) {
  const auto number = files::parseNumber(text);
  if (!number)
    refuse("The element " + std::string(element) + " holds \"" +
           std::string(files::trimmed(text).substr(0, 40)) + "\" and no number.");
  return *number;
}

std::vector<double> numbersOf(std::string_view text, std::string_view element) {
  std::vector<double> numbers;
  constexpr std::string_view kBlanks = " \t\r\n";
  for (std::size_t begin = text.find_first_not_of(kBlanks); begin != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(kBlanks, begin), text.size());
    const std::string_view cell = text.substr(begin, end - begin);
    const auto number = cellNumber(cell, '.');
    if (!number)
      refuse("The element " + std::string(element) + " holds \"" + std::string(cell.substr(0, 40)) +
             "\" where a number should stand.");
    numbers.push_back(*number);
    begin = text.find_first_not_of(kBlanks, end);
  }
  return numbers;
}

/// The data points of one scan.
struct Scan {
  std::optional<double> start;
  std::optional<double> end;
  std::vector<double> positions;
  std::vector<double> intensities;
  std::vector<double> counts;
  std::vector<double> attenuation;
};

/// The tube of the measurement that is being read.
struct Tube {
  bool isKAlpha1 = true;
  std::optional<double> kAlpha1;
  std::optional<double> kAlpha2;
  double ratio = kUsualDoubletRatio;

  [[nodiscard]] std::optional<double> wavelengthA() const {
    if (!kAlpha1 || isKAlpha1 || !kAlpha2 || !(ratio > 0.0))
      return kAlpha1;
    return (*kAlpha1 + ratio * *kAlpha2) / (1.0 + ratio);
  }
};

class Reader : public files::XmlHandler {
 public:
  Reader(const std::string& name, const ReadOptions& options) : m_name(name), m_options(options) {
    m_collection.source = name;
  }

  void startElement(std::string_view name, const files::XmlAttributes& attributes) override {
    if (m_depth++ == 0 && name != "xrdMeasurements")
      refuse("It is no XRDML document: its outermost element is " + std::string(name) + ".");
    m_text.clear();
    if (name == "usedWavelength") {
      m_tube = Tube();
      m_tube.isKAlpha1 = attributes.get("intended") == "K-Alpha 1";
    } else if (name == "dataPoints") {
      m_scan = Scan();
    } else if (name == "positions") {
      m_isTwoTheta = attributes.get("axis") == "2Theta";
    }
  }

  void characters(std::string_view text) override { m_text += text; }

  void endElement(std::string_view name) override {
    --m_depth;
    if (name == "kAlpha1")
      m_tube.kAlpha1 = numberOf(m_text, name);
    else if (name == "kAlpha2")
      m_tube.kAlpha2 = numberOf(m_text, name);
    else if (name == "ratioKAlpha2KAlpha1")
      m_tube.ratio = numberOf(m_text, name);
    else if (name == "positions")
      m_isTwoTheta = false;
    else if (m_scan)
      endOfScanElement(name);
    m_text.clear();
  }

  SpectrumCollection take() {
    if (m_collection.spectra.empty())
      refuse("There is no scan over 2 theta in it.");
    return std::move(m_collection);
  }

 private:
  void endOfScanElement(std::string_view name) {
    if (m_isTwoTheta && name == "startPosition")
      m_scan->start = numberOf(m_text, name);
    else if (m_isTwoTheta && name == "endPosition")
      m_scan->end = numberOf(m_text, name);
    else if (m_isTwoTheta && name == "listPositions")
      m_scan->positions = numbersOf(m_text, name);
    else if (name == "intensities")
      m_scan->intensities = numbersOf(m_text, name);
    else if (name == "counts")
      m_scan->counts = numbersOf(m_text, name);
    else if (name == "beamAttenuationFactors")
      m_scan->attenuation = numbersOf(m_text, name);
    else if (name == "dataPoints")
      addScan(*std::exchange(m_scan, std::nullopt));
  }

  void addScan(Scan scan) {
    // A scan of the sample's angles alone, such as a rocking curve, has no place here.
    if (scan.positions.empty() && !(scan.start && scan.end))
      return;
    std::vector<double> intensities = std::move(scan.intensities);
    if (intensities.empty()) {
      intensities = std::move(scan.counts);
      if (!scan.attenuation.empty() && scan.attenuation.size() != intensities.size())
        refuse("A scan has " + std::to_string(intensities.size()) + " counts and " +
               std::to_string(scan.attenuation.size()) + " attenuation factors.");
      for (std::size_t i = 0; i < scan.attenuation.size(); ++i)
        intensities[i] *= scan.attenuation[i];
    }
    if (intensities.size() < 2)
      refuse("A scan has fewer than two intensities.");
    if (scan.positions.empty())
      scan.positions = UniformAxis{*scan.start, *scan.end, intensities.size()}.positions();
    const std::size_t number = m_collection.spectra.size() + 1;
    const std::string id = number == 1 ? m_name : m_name + "/" + std::to_string(number);
    m_collection.spectra.push_back(
        {id, std::nullopt,
         Spectrum::fromPoints(AxisKind::TwoTheta, std::move(scan.positions), std::move(intensities),
                              m_options.wavelengthA ? m_options.wavelengthA : m_tube.wavelengthA(),
                              id)});
  }

  const std::string& m_name;
  const ReadOptions& m_options;
  SpectrumCollection m_collection;
  std::string m_text;  ///< of the innermost element
  int m_depth = 0;
  Tube m_tube;
  std::optional<Scan> m_scan;
  bool m_isTwoTheta = false;
};

}  // namespace

SpectrumCollection parseXrdml(std::string_view document, const std::string& name,
                              const ReadOptions& options, const RunContext& context) {
  Reader reader(name, options);
  files::parseXml(document, reader, context);
  return reader.take();
}

}  // namespace vitrine::diffraction

#include "engine/files/safetensors.h"

#include "engine/core/error.h"
#include "engine/files/atomic_file.h"
#include "engine/files/bytes.h"
#include "engine/files/text_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <string_view>
#include <tuple>

namespace vitrine::files {

namespace {

using Json = nlohmann::json;

constexpr const char* kMetadata = "__metadata__";
/// Of ours the header takes some kilobytes, mostly the card.
constexpr std::uint64_t kMaxHeaderBytes = std::uint64_t{16} << 20U;
constexpr std::size_t kMaxDimensions = 8;
/// The deepest a header goes: file → tensor → shape.
constexpr int kMaxDepth = 3;

[[noreturn]] void throwDamaged(const std::string& what) {
  throw Error(ErrorCode::Damaged, "The safetensors file is damaged: " + what + ".");
}

std::string quoted(const std::string& name) {
  constexpr std::size_t kShown = 60;
  std::string text = "\"";
  text += name.substr(0, kShown);
  text += name.size() > kShown ? "…\"" : "\"";
  return text;
}

/// Stops at a key that comes twice, of which a parser would keep one only, and at deep nesting.
class HeaderGuard {
 public:
  bool operator()(int depth, Json::parse_event_t event, const Json& parsed) {
    if (depth > kMaxDepth)
      throwDamaged("its header is nested too deep");
    if (event == Json::parse_event_t::object_start)
      m_keys.emplace_back();
    else if (event == Json::parse_event_t::object_end)
      m_keys.pop_back();
    else if (event == Json::parse_event_t::key &&
             !m_keys.back().insert(parsed.get<std::string>()).second)
      throwDamaged("its header names " + quoted(parsed.get<std::string>()) + " twice");
    return true;
  }

 private:
  std::vector<std::set<std::string>> m_keys;
};

struct Place {
  std::string name;
  bool isDouble = false;
  std::vector<std::size_t> shape;
  std::size_t count = 1;
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

std::uint64_t naturalNumber(const Json& value, const std::string& name) {
  if (!value.is_number_unsigned())
    throwDamaged("shape and place of " + quoted(name) + " are not whole numbers");
  return value.get<std::uint64_t>();
}

Place placeOf(const std::string& name, const Json& entry, std::uint64_t dataBytes) {
  if (!entry.is_object() || !entry.contains("dtype") || !entry.contains("shape") ||
      !entry.contains("data_offsets") || !entry["dtype"].is_string() ||
      !entry["shape"].is_array() || !entry["data_offsets"].is_array() ||
      entry["data_offsets"].size() != 2)
    throwDamaged("the entry " + quoted(name) + " has no type, shape and place");
  Place place;
  place.name = name;
  const auto type = entry["dtype"].get<std::string>();
  if (type != "F32" && type != "F64")
    throw Error(ErrorCode::Damaged, "The tensor " + quoted(name) + " has the type " + quoted(type) +
                                        "; only F32 and F64 are understood.");
  place.isDouble = type == "F64";
  if (entry["shape"].size() > kMaxDimensions)
    throwDamaged(quoted(name) + " has too many dimensions");
  for (const Json& length : entry["shape"]) {
    const std::uint64_t value = naturalNumber(length, name);
    if (value > 0 && place.count > dataBytes / value)
      throwDamaged(quoted(name) + " is larger than the file");
    place.shape.push_back(value);
    place.count *= value;
  }
  place.begin = naturalNumber(entry["data_offsets"][0], name);
  place.end = naturalNumber(entry["data_offsets"][1], name);
  const std::uint64_t size = place.count * (place.isDouble ? sizeof(double) : sizeof(float));
  if (place.begin > place.end || place.end > dataBytes || place.end - place.begin != size)
    throwDamaged("the place of " + quoted(name) + " does not fit its shape or the file");
  return place;
}

template <class T>
std::vector<T> finiteValues(std::span<const std::byte> bytes, const Place& place) {
  auto values = ByteReader(bytes).getArray<T>(place.count);
  if (!std::all_of(values.begin(), values.end(), [](T value) { return std::isfinite(value); }))
    throwDamaged(quoted(place.name) + " holds values that are no numbers");
  return values;
}

std::string shapeText(const std::vector<std::size_t>& shape) {
  std::string text;
  for (const std::size_t length : shape)
    text += (text.empty() ? "" : " × ") + std::to_string(length);
  return text.empty() ? "one number" : text;
}

[[noreturn]] void throwShape(const std::string& name, const Tensor& tensor,
                             const std::string& wanted) {
  throwDamaged(quoted(name) + " has the shape " + shapeText(tensor.shape) + " instead of " +
               wanted);
}

std::vector<double> asDoubles(const Tensor& tensor) {
  return std::visit(
      [](const auto& values) { return std::vector<double>(values.begin(), values.end()); },
      tensor.values);
}

}  // namespace

std::size_t Tensor::size() const {
  return std::visit([](const auto& numbers) { return numbers.size(); }, values);
}

Tensor Tensor::of(std::vector<float> values, std::vector<std::size_t> shape) {
  return {std::move(shape), std::move(values)};
}

Tensor Tensor::of(std::vector<double> values) {
  const std::size_t count = values.size();
  return {{count}, std::move(values)};
}

Tensor Tensor::of(const Matrix& matrix) {
  const auto values = matrix.values();
  return {{matrix.rows(), matrix.columns()}, std::vector<double>(values.begin(), values.end())};
}

const Tensor& TensorFile::tensor(const std::string& name) const {
  const auto found = tensors.find(name);
  if (found == tensors.end())
    throwDamaged("the tensor " + quoted(name) + " is missing");
  return found->second;
}

const std::vector<float>& TensorFile::floats(const std::string& name,
                                             const std::vector<std::size_t>& shape) const {
  const Tensor& found = tensor(name);
  if (found.shape != shape)
    throwShape(name, found, shapeText(shape));
  const auto* values = std::get_if<std::vector<float>>(&found.values);
  if (values == nullptr)
    throwDamaged(quoted(name) + " has the type F64 instead of F32");
  return *values;
}

std::vector<double> TensorFile::numbers(const std::string& name) const {
  const Tensor& found = tensor(name);
  if (found.shape.size() > 1)
    throwShape(name, found, "one dimension");
  return asDoubles(found);
}

Matrix TensorFile::matrix(const std::string& name) const {
  const Tensor& found = tensor(name);
  if (found.shape.size() != 2)
    throwShape(name, found, "rows and columns");
  Matrix matrix(found.shape[0], found.shape[1]);
  const std::vector<double> values = asDoubles(found);
  for (std::size_t i = 0; i < matrix.rows(); ++i)
    std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(i * matrix.columns()),
                matrix.columns(), matrix.row(i).begin());
  return matrix;
}

TensorFile decodeTensors(std::span<const std::byte> bytes) {
  ByteReader reader(bytes);
  if (bytes.size() < sizeof(std::uint64_t))
    throw Error(ErrorCode::Damaged, "This is no safetensors file: it is too short to be one.");
  const auto headerBytes = reader.get<std::uint64_t>();
  if (headerBytes > kMaxHeaderBytes || headerBytes > reader.remaining() || headerBytes == 0)
    throw Error(ErrorCode::Damaged,
                "This is no safetensors file, or it was cut short: its header does not fit.");
  const auto header = reader.take(headerBytes);
  const std::string_view text(reinterpret_cast<const char*>(header.data()), header.size());
  const Json document = Json::parse(text, HeaderGuard(), /*allow_exceptions=*/false);
  if (!document.is_object())
    throw Error(ErrorCode::Damaged, "This is no safetensors file: its header is not JSON.");

  const auto data = reader.take(reader.remaining());
  TensorFile file;
  std::vector<Place> places;
  for (const auto& [name, entry] : document.items()) {
    if (name != kMetadata) {
      places.push_back(placeOf(name, entry, data.size()));
      continue;
    }
    if (!entry.is_object())
      throwDamaged("its metadata are no texts");
    for (const auto& [key, value] : entry.items()) {
      if (!value.is_string())
        throwDamaged("the metadata " + quoted(key) + " are no text");
      file.metadata.emplace(key, value.get<std::string>());
    }
  }
  std::sort(places.begin(), places.end(), [](const Place& left, const Place& right) {
    return std::tie(left.begin, left.end) < std::tie(right.begin, right.end);
  });
  std::uint64_t reached = 0;
  for (const Place& place : places) {
    if (place.begin != reached)
      throwDamaged("there is a gap or an overlap before " + quoted(place.name));
    reached = place.end;
    const auto part = data.subspan(place.begin, place.end - place.begin);
    Tensor tensor{place.shape, {}};
    if (place.isDouble)
      tensor.values = finiteValues<double>(part, place);
    else
      tensor.values = finiteValues<float>(part, place);
    file.tensors.emplace(place.name, std::move(tensor));
  }
  if (reached != data.size())
    throwDamaged("it is longer than its tensors");
  return file;
}

std::vector<std::byte> encodeTensors(const TensorFile& file) {
  // Doubles first, so that every number lies at a multiple of its size.
  std::vector<std::pair<const std::string*, const Tensor*>> order;
  for (const auto& [name, tensor] : file.tensors)
    order.emplace_back(&name, &tensor);
  const auto isDouble = [](const auto& entry) { return entry.second->values.index() == 1; };
  std::stable_partition(order.begin(), order.end(), isDouble);

  Json header = Json::object();
  if (!file.metadata.empty())
    header[kMetadata] = file.metadata;
  std::uint64_t end = 0;
  for (const auto& entry : order) {
    const auto& [name, tensor] = entry;
    const std::uint64_t begin = end;
    end += tensor->size() * (isDouble(entry) ? sizeof(double) : sizeof(float));
    header[*name] = {{"dtype", isDouble(entry) ? "F64" : "F32"},
                     {"shape", tensor->shape},
                     {"data_offsets", {begin, end}}};
  }
  std::string text = header.dump(-1, ' ', false, Json::error_handler_t::replace);
  text.append((sizeof(double) - text.size() % sizeof(double)) % sizeof(double), ' ');

  ByteWriter writer;
  writer.put(static_cast<std::uint64_t>(text.size()));
  writer.putRaw(std::as_bytes(std::span(text)));
  for (const auto& [name, tensor] : order)
    std::visit([&](const auto& values) { writer.putRaw(std::as_bytes(std::span(values))); },
               tensor->values);
  return writer.take();
}

TensorFile readTensorFile(const std::filesystem::path& path) {
  const std::vector<std::byte> bytes = readBytes(path);
  try {
    return decodeTensors(bytes);
  } catch (const Error& error) {
    throw Error(error.code(), path.string() + ": " + error.what(), error.detail());
  }
}

void writeTensorFile(const TensorFile& file, const std::filesystem::path& path) {
  writeAtomically(path, encodeTensors(file));
}

}  // namespace vitrine::files

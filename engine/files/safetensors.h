#pragma once

#include "engine/core/matrix.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace vitrine::files {

/// A named block of numbers in row-major order. An empty shape is one number.
struct Tensor {
  std::vector<std::size_t> shape;
  std::variant<std::vector<float>, std::vector<double>> values;

  [[nodiscard]] std::size_t size() const;  ///< of `values`
  static Tensor of(std::vector<float> values, std::vector<std::size_t> shape);
  static Tensor of(std::vector<double> values);  ///< one dimension
  static Tensor of(const Matrix& matrix);        ///< rows × columns

  bool operator==(const Tensor&) const = default;
};

/// A safetensors file in memory: named tensors of 32- or 64-bit floats, and texts about them.
///
/// On disk, little-endian: length of the header (u64); the header, JSON that names type ("F32",
/// "F64"), shape and place of each tensor and holds the texts under "__metadata__"; the numbers.
/// Source: https://huggingface.co/docs/safetensors, "Format". Such a file runs nothing when read.
struct TensorFile {
  std::map<std::string, std::string> metadata;
  std::map<std::string, Tensor> tensors;

  /// @throws Error (Damaged) naming the tensor where it is missing
  [[nodiscard]] const Tensor& tensor(const std::string& name) const;
  /// The tensor of exactly this shape, as 32-bit floats. @throws Error (Damaged)
  [[nodiscard]] const std::vector<float>& floats(const std::string& name,
                                                 const std::vector<std::size_t>& shape) const;
  /// A tensor of one dimension (or one number), whatever its type. @throws Error (Damaged)
  [[nodiscard]] std::vector<double> numbers(const std::string& name) const;
  /// A tensor of two dimensions, whatever its type. @throws Error (Damaged)
  [[nodiscard]] Matrix matrix(const std::string& name) const;

  bool operator==(const TensorFile&) const = default;
};

/// Checked against the file before anything is believed: header length, types, shapes, and that the
/// tensors lie side by side without gap or overlap. Numbers that are not finite are refused.
/// @throws Error (Damaged)
TensorFile decodeTensors(std::span<const std::byte> bytes);
std::vector<std::byte> encodeTensors(const TensorFile& file);

/// @throws Error (CannotRead, Damaged) naming the file
TensorFile readTensorFile(const std::filesystem::path& path);
/// Atomic: the old file stays until the new one is complete. @throws Error (CannotWrite)
void writeTensorFile(const TensorFile& file, const std::filesystem::path& path);

}  // namespace vitrine::files

#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <string>
#include <unordered_map>

namespace vitrine::app {

/// Remembers results by what they were computed from, so that undo or a second look costs nothing.
/// Bounded: the results that were not asked for the longest go first. GUI thread only.
class ResultStore {
 public:
  static constexpr std::size_t kDefaultBytes = 64U << 20U;

  explicit ResultStore(std::size_t capacityBytes = kDefaultBytes) : m_capacity(capacityBytes) {}

  /// The result computed from `input`, or null. The caller keeps to one type for one input.
  template <class T>
  std::shared_ptr<const T> find(const std::string& input) {
    return std::static_pointer_cast<const T>(touch(input));
  }
  /// `bytes`: about how much memory the result takes.
  template <class T>
  void insert(const std::string& input, std::shared_ptr<const T> result, std::size_t bytes) {
    put(input, std::move(result), bytes);
  }

  void clear();
  [[nodiscard]] std::size_t bytes() const noexcept { return m_bytes; }
  [[nodiscard]] std::size_t size() const noexcept { return m_entries.size(); }

 private:
  struct Entry {
    std::string input;
    std::shared_ptr<const void> result;
    std::size_t bytes = 0;
  };

  std::shared_ptr<const void> touch(const std::string& input);
  void put(const std::string& input, std::shared_ptr<const void> result, std::size_t bytes);

  std::size_t m_capacity;
  std::size_t m_bytes = 0;
  std::list<Entry> m_entries;  ///< last used first
  std::unordered_map<std::string, std::list<Entry>::iterator> m_index;
};

}  // namespace vitrine::app

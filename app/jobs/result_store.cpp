#include "app/jobs/result_store.h"

#include <utility>

namespace vitrine::app {

std::shared_ptr<const void> ResultStore::touch(const std::string& input) {
  const auto found = m_index.find(input);
  if (found == m_index.end())
    return nullptr;
  m_entries.splice(m_entries.begin(), m_entries, found->second);
  return found->second->result;
}

void ResultStore::put(const std::string& input, std::shared_ptr<const void> result,
                      std::size_t bytes) {
  if (const auto found = m_index.find(input); found != m_index.end()) {
    m_bytes -= found->second->bytes;
    m_entries.erase(found->second);
    m_index.erase(found);
  }
  m_entries.push_front({input, std::move(result), bytes});
  m_index[input] = m_entries.begin();
  m_bytes += bytes;
  while (m_bytes > m_capacity && !m_entries.empty()) {
    m_bytes -= m_entries.back().bytes;
    m_index.erase(m_entries.back().input);
    m_entries.pop_back();
  }
}

void ResultStore::clear() {
  m_index.clear();
  m_entries.clear();
  m_bytes = 0;
}

}  // namespace vitrine::app

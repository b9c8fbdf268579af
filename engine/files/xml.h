#pragma once

#include "engine/core/run_context.h"

#include <cstddef>
#include <string_view>

namespace vitrine::files {

/// The attributes of one element, valid during the call they are handed to.
class XmlAttributes {
 public:
  /// From expat's list of names and values, ended by a null.
  explicit XmlAttributes(const char* const* list) : m_list(list) {}

  /// Value of the attribute with this name without its namespace; empty where there is none.
  [[nodiscard]] std::string_view get(std::string_view localName) const;

 private:
  const char* const* m_list;
};

/// Receives the document as it is read. Names come without their namespace. May throw.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void startElement(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void endElement(std::string_view name) = 0;
  /// A piece of text, in order; one text may come in several pieces.
  virtual void characters(std::string_view text) = 0;
};

/// Elements nested deeper than this are refused.
inline constexpr std::size_t kMaxXmlDepth = 256;

/// Reads an XML document in UTF-8, UTF-16 or Latin-1. A document type declaration is refused, and
/// with it every entity of the document's own and every external file.
/// @throws Error (Damaged) naming the line; Cancelled; what the handler throws
void parseXml(std::string_view document, XmlHandler& handler,
              const RunContext& context = RunContext());

}  // namespace vitrine::files

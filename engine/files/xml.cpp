#include "engine/files/xml.h"

#include "engine/core/error.h"

#include <expat.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <string>
#include <type_traits>

namespace vitrine::files {

namespace {

/// Stands between a namespace and a name; no name can contain it.
constexpr char kNamespaceEnd = '\n';

std::string_view localName(std::string_view name) {
  return name.substr(name.rfind(kNamespaceEnd) + 1);
}

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

/// One run over a document. No exception may pass through expat, which is C: the first one is kept
/// and thrown on afterwards.
class Run {
 public:
  explicit Run(XmlHandler& handler)
      : m_handler(handler), m_parser(XML_ParserCreateNS(nullptr, kNamespaceEnd)) {
    if (m_parser == nullptr)
      throw Error(ErrorCode::Failed, "There is not enough memory to read the XML document.");
    XML_SetUserData(m_parser.get(), this);
    XML_SetElementHandler(m_parser.get(), onStart, onEnd);
    XML_SetCharacterDataHandler(m_parser.get(), onCharacters);
    XML_SetStartDoctypeDeclHandler(m_parser.get(), onDoctype);
  }

  void feed(std::string_view piece, bool isLast) {
    const XML_Status status = XML_Parse(m_parser.get(), piece.data(),
                                        static_cast<int>(piece.size()), isLast ? XML_TRUE : 0);
    if (m_failure)
      std::rethrow_exception(m_failure);
    if (status != XML_STATUS_OK)
      throw Error(ErrorCode::Damaged, "The XML document is damaged at line " + line() + ": " +
                                          XML_ErrorString(XML_GetErrorCode(m_parser.get())) + ".");
  }

 private:
  [[nodiscard]] std::string line() const {
    return std::to_string(XML_GetCurrentLineNumber(m_parser.get()));
  }

  template <class Work>
  void guarded(Work&& work) {
    // expat may still deliver the rest of an element after it was told to stop.
    if (m_failure)
      return;
    try {
      work();
    } catch (...) {
      m_failure = std::current_exception();
      XML_StopParser(m_parser.get(), XML_FALSE);
    }
  }

  static void onStart(void* self, const char* name, const char** attributes) {
    auto& run = *static_cast<Run*>(self);
    run.guarded([&] {
      if (++run.m_depth > kMaxXmlDepth)
        throw Error(ErrorCode::Damaged, "The XML document is nested deeper than " +
                                            std::to_string(kMaxXmlDepth) + " levels at line " +
                                            run.line() + ", which is refused.");
      run.m_handler.startElement(localName(name), XmlAttributes(attributes));
    });
  }
  static void onEnd(void* self, const char* name) {
    auto& run = *static_cast<Run*>(self);
    run.guarded([&] {
      --run.m_depth;
      run.m_handler.endElement(localName(name));
    });
  }
  static void onCharacters(void* self, const char* text, int length) {
    auto& run = *static_cast<Run*>(self);
    run.guarded([&] { run.m_handler.characters({text, static_cast<std::size_t>(length)}); });
  }
  static void onDoctype(void* self, const char*, const char*, const char*, int) {
    auto& run = *static_cast<Run*>(self);
    run.guarded([&] {
      throw Error(ErrorCode::Damaged,
                  "The XML document has a document type declaration, which is refused because it "
                  "could pull in other files or grow without bound.");
    });
  }

  XmlHandler& m_handler;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser> m_parser;
  std::exception_ptr m_failure;
  std::size_t m_depth = 0;
};

}  // namespace

std::string_view XmlAttributes::get(std::string_view wanted) const {
  for (const char* const* pair = m_list; pair[0] != nullptr; pair += 2)
    if (localName(pair[0]) == wanted)
      return pair[1];
  return {};
}

void parseXml(std::string_view document, XmlHandler& handler, const RunContext& context) {
  constexpr std::size_t kPiece = std::size_t{64} << 10U;
  Run run(handler);
  std::size_t begin = 0;
  do {
    context.tick();
    const std::string_view piece = document.substr(begin, kPiece);
    begin += piece.size();
    run.feed(piece, begin == document.size());
  } while (begin < document.size());
}

}  // namespace vitrine::files

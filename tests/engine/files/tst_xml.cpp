#include "engine/core/error.h"
#include "engine/files/xml.h"

#include <QTest>

#include <stdexcept>
#include <string>

using namespace vitrine;
using namespace vitrine::files;

namespace {

/// Writes down what it is told: "<a x=1>text</a>".
class Recorder : public XmlHandler {
 public:
  void startElement(std::string_view name, const XmlAttributes& attributes) override {
    (text += '<') += name;
    if (const auto x = attributes.get("x"); !x.empty())
      (text += " x=") += x;
    text += '>';
  }
  void endElement(std::string_view name) override { ((text += "</") += name) += '>'; }
  void characters(std::string_view piece) override { text += piece; }

  std::string text;
};

std::string recorded(std::string_view document) {
  Recorder recorder;
  parseXml(document, recorder);
  return recorder.text;
}

std::string errorOf(std::string_view document) {
  try {
    recorded(document);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::Damaged)
      qFatal("wrong code for %s", error.what());
    return error.what();
  }
  return {};
}

}  // namespace

class TestXml : public QObject {
  Q_OBJECT

 private slots:
  void readsElementsAndText() {
    QCOMPARE(recorded("<?xml version='1.0'?><a x='1'><b>t&amp;u</b><![CDATA[<]]></a>"),
             std::string("<a x=1><b>t&u</b><</a>"));
  }

  void leavesNamespacesOut() {
    QCOMPARE(recorded("<p:a xmlns:p='urn:p' xmlns:q='urn:q' q:x='1'><b xmlns='urn:b'/></p:a>"),
             std::string("<a x=1><b></b></a>"));
  }

  void readsOtherEncodings() {
    QCOMPARE(recorded("<?xml version='1.0' encoding='ISO-8859-1'?><a>\xB0</a>"),
             std::string("<a>\u00B0</a>"));
    QCOMPARE(recorded(std::string_view("\xFF\xFE<\0a\0/\0>\0", 10)), std::string("<a></a>"));
  }

  void documentsLargerThanAPieceArrive() {
    const std::string text(1'000'000, 'x');
    QCOMPARE(recorded("<a>" + text + "</a>"), "<a>" + text + "</a>");
  }

  void refusesEntityExpansion() {
    // The "billion laughs", cut to three levels; and a file from outside.
    const auto laughs = errorOf(
        "<!DOCTYPE a [<!ENTITY l 'ha'><!ENTITY m '&l;&l;&l;'><!ENTITY n '&m;&m;&m;'>]><a>&n;</a>");
    QVERIFY(QString::fromStdString(laughs).contains("document type"));
    const auto outside =
        errorOf("<!DOCTYPE a [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><a>&f;</a>");
    QVERIFY(QString::fromStdString(outside).contains("document type"));
    QVERIFY(!errorOf("<a>&unknown;</a>").empty());
  }

  void refusesDeepNesting() {
    const auto nested = [](std::size_t depth) {
      std::string text;
      for (std::size_t i = 0; i < depth; ++i)
        text += "<a>";
      for (std::size_t i = 0; i < depth; ++i)
        text += "</a>";
      return text;
    };
    QVERIFY(errorOf(nested(kMaxXmlDepth)).empty());
    QVERIFY(QString::fromStdString(errorOf(nested(kMaxXmlDepth + 1))).contains("nested"));
    QVERIFY(!errorOf(nested(1'000'000)).empty());
  }

  void namesTheLineOfDamage() {
    QVERIFY(QString::fromStdString(errorOf("<a>\n<b>\n</a>")).contains("line 3"));
    for (const char* text : {"", " ", "text", "<a>", "<a></b>", "<a x=1/>", "<a/><b/>", "\xFF"})
      QVERIFY2(!errorOf(text).empty(), text);
  }

  void exceptionsOfTheHandlerComeThrough() {
    class Throwing : public Recorder {
      void characters(std::string_view) override { throw std::out_of_range("from the handler"); }
    };
    Throwing handler;
    QVERIFY_EXCEPTION_THROWN(parseXml("<a>text<b>more</b></a>", handler), std::out_of_range);
    QCOMPARE(handler.text, std::string("<a>"));
  }
};

QTEST_GUILESS_MAIN(TestXml)
#include "tst_xml.moc"

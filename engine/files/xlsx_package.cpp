#include "engine/files/xlsx_package.h"

#include "engine/core/error.h"
#include "engine/files/xml.h"

#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace vitrine::files {

namespace {

struct Relationship {
  std::string type;  ///< last part of the type's address, e.g. "worksheet"
  std::string target;
};

/// A target in the folder of the part that names it, as a name in the archive.
std::string resolved(std::string_view folder, std::string_view target) {
  std::string path;
  if (target.starts_with('/')) {
    target.remove_prefix(1);
  } else {
    path = folder;
  }
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    const std::size_t slash = path.rfind('/', path.size() < 2 ? 0 : path.size() - 2);
    path.resize(slash == std::string::npos ? 0 : slash + 1);
  }
  return path += target;
}

/// "xl/" of "xl/workbook.xml".
std::string folderOf(std::string_view part) {
  return std::string(part.substr(0, part.rfind('/') + 1));
}

class RelationshipsHandler : public XmlHandler {
 public:
  explicit RelationshipsHandler(std::string folder) : m_folder(std::move(folder)) {}

  void startElement(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "Relationship")
      return;
    const std::string_view type = attributes.get("Type");
    m_byId[std::string(attributes.get("Id"))] = {std::string(type.substr(type.rfind('/') + 1)),
                                                 resolved(m_folder, attributes.get("Target"))};
  }
  void endElement(std::string_view) override {}
  void characters(std::string_view) override {}

  [[nodiscard]] const Relationship* byId(std::string_view id) const {
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : &found->second;
  }
  [[nodiscard]] std::string targetOfType(std::string_view type) const {
    for (const auto& [id, relationship] : m_byId)
      if (relationship.type == type)
        return relationship.target;
    return {};
  }

 private:
  std::string m_folder;
  std::map<std::string, Relationship, std::less<>> m_byId;
};

class WorkbookHandler : public XmlHandler {
 public:
  struct Entry {
    std::string name;
    std::string relationshipId;
  };

  void startElement(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "sheet")
      m_sheets.push_back({std::string(attributes.get("name")), std::string(attributes.get("id"))});
  }
  void endElement(std::string_view) override {}
  void characters(std::string_view) override {}

  [[nodiscard]] const std::vector<Entry>& sheets() const { return m_sheets; }

 private:
  std::vector<Entry> m_sheets;
};

RelationshipsHandler readRelationships(const ReadPart& readPart, const std::string& owner,
                                       const RunContext& context) {
  const std::string folder = folderOf(owner);
  RelationshipsHandler relationships(folder);
  parseXml(requirePart(readPart, folder + "_rels/" + owner.substr(folder.size()) + ".rels"),
           relationships, context);
  return relationships;
}

}  // namespace

std::string requirePart(const ReadPart& readPart, const std::string& name) {
  std::optional<std::string> part = readPart(name);
  if (!part)
    throw Error(ErrorCode::Damaged,
                "This is no XLSX workbook, or it is damaged: its part " + name + " is missing.");
  return *std::move(part);
}

XlsxPackage readXlsxPackage(const ReadPart& readPart, const RunContext& context) {
  const std::string workbookPart =
      readRelationships(readPart, "", context).targetOfType("officeDocument");
  if (workbookPart.empty())
    throw Error(ErrorCode::Damaged, "This is no XLSX workbook: it names no main document.");
  WorkbookHandler workbook;
  parseXml(requirePart(readPart, workbookPart), workbook, context);
  const RelationshipsHandler relationships = readRelationships(readPart, workbookPart, context);

  XlsxPackage package;
  for (const auto& [name, id] : workbook.sheets()) {
    const Relationship* relationship = relationships.byId(id);
    if (relationship != nullptr && relationship->type == "worksheet")
      package.sheets.push_back({name, relationship->target});
  }
  if (package.sheets.empty())
    throw Error(ErrorCode::Damaged, "The workbook has no sheet with cells.");
  package.sharedStrings = relationships.targetOfType("sharedStrings");
  package.styles = relationships.targetOfType("styles");
  return package;
}

}  // namespace vitrine::files

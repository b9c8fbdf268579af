#include "app/services/thermodynamic_database.h"

#include "engine/alloy/element.h"
#include "engine/calphad/tdb_reader.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace vitrine::app {

namespace {

QString readingKey() {
  return QStringLiteral("thermodynamic database");
}

/// The elements of the periodic table among those of a database, by atomic number.
std::vector<std::string> elementsOf(const calphad::Database& database) {
  std::vector<const alloy::Element*> found;
  for (const std::string& upper : database.elements) {
    std::string symbol = upper;
    for (std::size_t i = 1; i < symbol.size(); ++i)
      symbol[i] = static_cast<char>(symbol[i] - 'A' + 'a');
    if (const alloy::Element* element = alloy::findElement(symbol))
      found.push_back(element);
  }
  std::sort(found.begin(), found.end(),
            [](const auto* a, const auto* b) { return a->atomicNumber < b->atomicNumber; });
  std::vector<std::string> symbols;
  for (const auto* element : found)
    symbols.emplace_back(element->symbol);
  return symbols;
}

}  // namespace

ThermodynamicDatabase::ThermodynamicDatabase(JobRunner& runner, QObject* parent)
    : QObject(parent), m_runner(runner) {}

void ThermodynamicDatabase::open(const QString& path) {
  m_wanted = QFileInfo(path).absoluteFilePath();
  m_failure.clear();
  m_runner.start<Database>(
      {readingKey(), Priority::Visible},
      [file = std::filesystem::path(m_wanted.toStdString())](const RunContext& context) {
        context.tick();
        return std::make_shared<const calphad::Database>(calphad::readTdb(file));
      },
      [this](Database database) {
        m_database = std::move(database);
        m_elements = elementsOf(*m_database);
        m_path = std::exchange(m_wanted, {});
        ++m_generation;
        emit changed();
      },
      [this](const QString& failure) {
        m_wanted.clear();
        m_failure = failure;
        emit changed();
      });
  emit changed();
}

void ThermodynamicDatabase::cancel() {
  m_runner.cancel(readingKey());
  m_wanted.clear();
  emit changed();
}

QString ThermodynamicDatabase::name() const {
  return QFileInfo(m_path).fileName();
}

bool ThermodynamicDatabase::covers(const alloy::Composition& alloy) const {
  const auto shares = alloy.shares();
  return m_database && std::all_of(shares.begin(), shares.end(), [this](const auto& share) {
           return std::find(m_elements.begin(), m_elements.end(),
                            alloy::element(share.atomicNumber).symbol) != m_elements.end();
         });
}

AlloyContent contentOf(const alloy::Composition& alloy) {
  AlloyContent content;
  for (const alloy::Share& share : alloy.shares()) {
    content.symbols.emplace_back(alloy::element(share.atomicNumber).symbol);
    content.fractions.push_back(share.amount);
  }
  return content;
}

}  // namespace vitrine::app

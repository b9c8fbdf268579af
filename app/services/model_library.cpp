#include "app/services/model_library.h"

#include "engine/core/error.h"
#include "engine/files/atomic_file.h"
#include "engine/files/folder.h"
#include "engine/files/text_file.h"
#include "engine/prediction/training.h"

#include <QUrl>

#include <algorithm>
#include <utility>

namespace vitrine::app {

namespace fs = std::filesystem;
using prediction::Property;

namespace {

constexpr std::array kProperties{Property::Tg, Property::Tm};
constexpr const char* kSuffix = ".vitrine-model";
constexpr qsizetype kLongestName = 60;

QString textOf(std::string_view words) {
  return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

/// Any name makes a file name, whatever signs are in it.
std::string fileNameOf(const QString& name) {
  return QUrl::toPercentEncoding(name, " ", ".").toStdString() + kSuffix;
}

std::vector<ModelLibrary::OwnModel> readOwn(const fs::path& folder, const RunContext& context) {
  std::vector<ModelLibrary::OwnModel> models;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) {
    context.tick();
    if (entry.path().extension() != kSuffix)
      continue;
    ModelLibrary::OwnModel& model = models.emplace_back();
    model.name = QUrl::fromPercentEncoding(QByteArray::fromStdString(entry.path().stem().string()));
    try {
      model.card = prediction::loadPropertyModel(entry.path())->card();
    } catch (const Error& error) {
      model.failure = QString::fromUtf8(error.what());
    }
  }
  std::ranges::sort(models, [](const auto& a, const auto& b) {
    return QString::localeAwareCompare(a.name, b.name) < 0;
  });
  return models;
}

}  // namespace

ModelLibrary::ModelLibrary(JobRunner& runner, fs::path folder, fs::path own, QObject* parent)
    : QObject(parent), m_runner(runner), m_folder(std::move(folder)), m_ownFolder(std::move(own)) {}

void ModelLibrary::load() {
  for (const Property property : kProperties) {
    Slot& slot = m_slots[static_cast<std::size_t>(property)];
    if (!std::exchange(slot.asked, true))
      read(property);
  }
  listOwn();
}

/// Reads the model that is to speak. The one before goes on speaking until it is there.
void ModelLibrary::read(Property property) {
  Slot& slot = m_slots[static_cast<std::size_t>(property)];
  const QString name = slot.used;
  const auto file = name.isEmpty() ? m_folder / prediction::modelFileName(property) : ownFile(name);
  const QString shown = textOf(prediction::propertyName(property));
  m_runner.start<Model>(
      {QStringLiteral("model ") + shown, Priority::Interactive,
       tr("Loading the %1 models").arg(shown), true},
      [file, property](const RunContext& context) {
        Model model = prediction::loadPropertyModel(file);
        if (model->card().property != property)
          throw Error(
              ErrorCode::InvalidInput,
              "It predicts " + std::string(prediction::propertyName(model->card().property)) + ".");
        context.tick();
        return model;
      },
      [this, &slot](Model model) {
        slot.model = std::move(model);
        slot.failure.clear();
        ++slot.count;
        emit changed();
      },
      [this, &slot, property, name, shown](const QString& failure) {
        if (name.isEmpty()) {
          slot.failure = failure;
          emit changed();
          return;
        }
        emit problem(tr("Your %1 model “%2” cannot be used; the one that comes with the program "
                        "speaks instead. %3")
                         .arg(shown, name, failure));
        use(property, {});
      });
}

const ModelLibrary::Slot& ModelLibrary::slot(Property property) const {
  return m_slots[static_cast<std::size_t>(property)];
}

ModelLibrary::Model ModelLibrary::model(Property property) const {
  return slot(property).model;
}

QString ModelLibrary::failure(Property property) const {
  return slot(property).failure;
}

bool ModelLibrary::isPending(Property property) const {
  return slot(property).model == nullptr && slot(property).failure.isEmpty();
}

std::string ModelLibrary::generation() const {
  std::string text;
  for (const Slot& slot : m_slots)
    text += (slot.model ? '+' : '-') + std::to_string(slot.count) + ' ';
  return text;
}

QString ModelLibrary::used(Property property) const {
  return slot(property).used;
}

fs::path ModelLibrary::ownFile(const QString& name) const {
  return m_ownFolder / fileNameOf(name);
}

void ModelLibrary::listOwn() {
  if (m_ownFolder.empty())
    return;
  m_runner.start<std::vector<OwnModel>>(
      {QStringLiteral("own models"), Priority::Visible},
      [folder = m_ownFolder](const RunContext& context) { return readOwn(folder, context); },
      [this](std::vector<OwnModel> models) {
        m_own = std::move(models);
        emit ownChanged();
      },
      [this](const QString& failure) { emit refused(failure); });
}

void ModelLibrary::use(Property property, const QString& name) {
  Slot& slot = m_slots[static_cast<std::size_t>(property)];
  if (slot.used == name)
    return;
  slot.used = name;
  if (slot.asked)
    read(property);
  emit usedChanged();
}

bool ModelLibrary::isFree(const QString& name) {
  if (name.isEmpty() || name.size() > kLongestName) {
    emit refused(tr("A name has 1 to %1 letters.").arg(kLongestName));
    return false;
  }
  std::error_code none;
  if (!fs::exists(ownFile(name), none))
    return true;
  emit refused(tr("There is a model of the name “%1” already; choose another one.").arg(name));
  return false;
}

void ModelLibrary::keep(const QString& given, const Model& model) {
  const QString name = given.trimmed();
  if (!isFree(name))
    return;
  m_runner.start<bool>(
      {QStringLiteral("model to keep")},
      [file = ownFile(name), model](const RunContext& /*context*/) {
        files::makeFolder(file.parent_path());
        prediction::savePropertyModel(*model, file);
        return true;
      },
      [this, name](bool) {
        listOwn();
        emit kept(name);
      },
      [this](const QString& failure) { emit refused(failure); });
}

void ModelLibrary::rename(const QString& name, const QString& given) {
  const QString other = given.trimmed();
  if (other == name || !isFree(other))
    return;
  std::error_code reason;
  fs::rename(ownFile(name), ownFile(other), reason);
  if (reason) {
    emit refused(tr("The model “%1” cannot be renamed: %2.")
                     .arg(name, QString::fromStdString(reason.message())));
    return;
  }
  bool isUsed = false;
  for (Slot& slot : m_slots)
    if (slot.used == name) {
      slot.used = other;
      isUsed = true;
    }
  listOwn();
  if (isUsed) {
    emit usedChanged();
    emit changed();
  }
}

void ModelLibrary::remove(const QString& name) {
  std::error_code reason;
  fs::remove(ownFile(name), reason);
  if (reason) {
    emit refused(tr("The model “%1” cannot be deleted: %2.")
                     .arg(name, QString::fromStdString(reason.message())));
    return;
  }
  for (const Property property : kProperties)
    if (used(property) == name)
      use(property, {});
  listOwn();
}

void ModelLibrary::exportTo(const QString& name, const fs::path& file) {
  m_runner.start<bool>(
      {QStringLiteral("model to export")},
      [from = ownFile(name), file](const RunContext& /*context*/) {
        files::writeAtomically(file, files::readBytes(from));
        return true;
      },
      [this, file](bool) { emit exported(QString::fromStdString(file.string())); },
      [this](const QString& failure) { emit refused(failure); });
}

}  // namespace vitrine::app

#include "app/services/model_library.h"

#include "engine/prediction/training.h"

#include <utility>

namespace vitrine::app {

ModelLibrary::ModelLibrary(JobRunner& runner, std::filesystem::path folder, QObject* parent)
    : QObject(parent), m_runner(runner), m_folder(std::move(folder)) {}

void ModelLibrary::load() {
  for (const prediction::Property property : {prediction::Property::Tg, prediction::Property::Tm}) {
    Slot& slot = m_slots[static_cast<std::size_t>(property)];
    if (std::exchange(slot.asked, true))
      continue;
    const auto file = m_folder / prediction::modelFileName(property);
    const QString name = QString::fromUtf8(prediction::propertyName(property).data());
    m_runner.start<Model>(
        {QStringLiteral("model ") + name, Priority::Interactive,
         tr("Loading the %1 models").arg(name), true},
        [file](const RunContext& context) {
          Model model = prediction::loadPropertyModel(file);
          context.tick();
          return model;
        },
        [this, &slot](Model model) {
          slot.model = std::move(model);
          emit changed();
        },
        [this, &slot](const QString& failure) {
          slot.failure = failure;
          emit changed();
        });
  }
}

const ModelLibrary::Slot& ModelLibrary::slot(prediction::Property property) const {
  return m_slots[static_cast<std::size_t>(property)];
}

ModelLibrary::Model ModelLibrary::model(prediction::Property property) const {
  return slot(property).model;
}

QString ModelLibrary::failure(prediction::Property property) const {
  return slot(property).failure;
}

bool ModelLibrary::isPending(prediction::Property property) const {
  return slot(property).model == nullptr && slot(property).failure.isEmpty();
}

std::string ModelLibrary::generation() const {
  std::string text;
  for (const Slot& slot : m_slots)
    text += slot.model ? '+' : '-';
  return text;
}

}  // namespace vitrine::app

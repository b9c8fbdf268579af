#include "app/spectra/pattern_judge.h"

#include "widgets/generation/pattern_examples.h"

#include <utility>

namespace vitrine::app {

namespace {

QString judgingKey() {
  return QStringLiteral("judge patterns");
}

QString learningKey() {
  return QStringLiteral("learning curve");
}

}  // namespace

PatternJudge::PatternJudge(JobRunner& runner, QObject* parent) : QObject(parent), m_runner(runner) {
  connect(&runner, &JobRunner::reportsChanged, this, [this] {
    if (m_judging || m_isLearning)
      emit progressed();
  });
}

PatternJudge::~PatternJudge() {
  m_runner.cancel(judgingKey());
  m_runner.cancel(learningKey());
}

double PatternJudge::fraction() const {
  return m_runner.fractionOf(judgingKey());
}

double PatternJudge::learningFraction() const {
  return m_runner.fractionOf(learningKey());
}

void PatternJudge::judge(const TrainedGenerator& trained) {
  m_judging = true;
  m_failure.clear();
  m_runner.start<Judgement>(
      {judgingKey(), Priority::Visible},
      [trained](const RunContext& context) {
        return app::judge(trained.request, trained.file, widgets::PatternExamples::kInARow,
                          context);
      },
      [this](Judgement judgement) {
        m_judgement = std::make_shared<const Judgement>(std::move(judgement));
        m_judging = false;
        emit changed();
      },
      [this](const QString& failure) {
        m_failure = failure;
        m_judging = false;
        emit changed();
      });
  emit changed();
}

void PatternJudge::computeLearningCurve(const TrainingRequest& request) {
  m_isLearning = true;
  m_learningFailure.clear();
  m_runner.start<LearningResult>(
      {learningKey(), Priority::Background},
      [request](const RunContext& context) { return learn(request, context); },
      [this, request](LearningResult result) {
        m_learning = std::move(result);
        m_learningRequest = request;
        m_isLearning = false;
        emit changed();
      },
      [this](const QString& failure) {
        m_learningFailure = failure;
        m_isLearning = false;
        emit changed();
      });
  emit changed();
}

void PatternJudge::cancel() {
  m_runner.cancel(judgingKey());
  m_judging = false;
  emit changed();
}

void PatternJudge::cancelLearningCurve() {
  m_runner.cancel(learningKey());
  m_isLearning = false;
  emit changed();
}

}  // namespace vitrine::app

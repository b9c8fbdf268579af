#include "app/trainer/training.h"

#include "app/trainer/networks.h"
#include "app/trainer/vicinity.h"
#include "engine/core/error.h"
#include "engine/core/random.h"

#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <sstream>

namespace vitrine::trainer {

using generation::CcGanShape;

namespace {

/// The streams of random numbers that belong to no step; steps count from 1.
constexpr std::uint64_t kSplitStream = std::uint64_t{1} << 40U;
constexpr std::uint64_t kValidationStream = kSplitStream + 1;

/// Validation patterns are means of fewer draws than the final ones: it is the ranking that counts.
constexpr int kValidationDraws = 4;
constexpr std::size_t kMostValidationRows = 100;

torch::Tensor tensorOf(const Matrix& matrix, double factor) {
  auto tensor = torch::empty(
      {static_cast<std::int64_t>(matrix.rows()), static_cast<std::int64_t>(matrix.columns())});
  auto* values = tensor.data_ptr<float>();
  for (const double value : matrix.values())
    *values++ = static_cast<float>(value * factor);
  return tensor;
}

torch::Tensor normalTensor(std::int64_t rows, std::size_t columns, Random& random) {
  auto tensor = torch::empty({rows, static_cast<std::int64_t>(columns)});
  auto* values = tensor.data_ptr<float>();
  for (std::int64_t i = 0; i < tensor.numel(); ++i)
    values[i] = static_cast<float>(random.normal());
  return tensor;
}

/// Parameters and running statistics of a network by name, without counters.
std::vector<std::pair<std::string, torch::Tensor>> numbersOf(const torch::nn::Module& network) {
  std::vector<std::pair<std::string, torch::Tensor>> numbers;
  for (const auto& entry : network.named_parameters())
    numbers.emplace_back(entry.key(), entry.value());
  for (const auto& entry : network.named_buffers())
    if (entry.value().is_floating_point())
      numbers.emplace_back(entry.key(), entry.value());
  return numbers;
}

files::Tensor stored(const torch::Tensor& tensor) {
  const torch::Tensor flat = tensor.detach().contiguous();
  const auto* values = flat.data_ptr<float>();
  std::vector<std::size_t> shape(tensor.sizes().begin(), tensor.sizes().end());
  return files::Tensor::of(std::vector<float>(values, values + flat.numel()), std::move(shape));
}

void restore(torch::Tensor tensor, const files::TensorFile& file, const std::string& name) {
  const std::vector<std::size_t> shape(tensor.sizes().begin(), tensor.sizes().end());
  const auto& values = file.floats(name, shape);
  std::copy(values.begin(), values.end(), tensor.data_ptr<float>());
}

void store(files::TensorFile& file, const std::string& prefix, const torch::nn::Module& network) {
  for (const auto& [name, tensor] : numbersOf(network))
    file.tensors[prefix + name] = stored(tensor);
}

void restore(const files::TensorFile& file, const std::string& prefix,
             const torch::nn::Module& network) {
  for (const auto& [name, tensor] : numbersOf(network))
    restore(tensor, file, prefix + name);
}

/// Adam, with its two running means in the open so that checkpoints can hold them. Constants of
/// Kingma & Ba (2015), but for the first decay, which is 0.5 as usual for adversarial networks.
class Adam {
 public:
  explicit Adam(std::vector<torch::Tensor> parameters) : m_parameters(std::move(parameters)) {
    for (const auto& parameter : m_parameters) {
      m_means.push_back(torch::zeros_like(parameter));
      m_squares.push_back(torch::zeros_like(parameter));
    }
  }

  void clearGradients() {
    for (auto& parameter : m_parameters)
      parameter.mutable_grad().reset();
  }

  void step(int number, double rate) {
    const torch::NoGradGuard guard;
    const double meanBias = 1.0 - std::pow(kMeanDecay, number);
    const double squareBias = 1.0 - std::pow(kSquareDecay, number);
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
      const auto& gradient = m_parameters[i].grad();
      m_means[i].mul_(kMeanDecay).add_(gradient, 1.0 - kMeanDecay);
      m_squares[i].mul_(kSquareDecay).addcmul_(gradient, gradient, 1.0 - kSquareDecay);
      const auto scale = m_squares[i].sqrt().div_(std::sqrt(squareBias)).add_(kEpsilon);
      m_parameters[i].addcdiv_(m_means[i], scale, -rate / meanBias);
    }
  }

  void store(files::TensorFile& file, const std::string& prefix) const {
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
      file.tensors[prefix + "mean" + std::to_string(i)] = stored(m_means[i]);
      file.tensors[prefix + "square" + std::to_string(i)] = stored(m_squares[i]);
    }
  }
  void restore(const files::TensorFile& file, const std::string& prefix) {
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
      trainer::restore(m_means[i], file, prefix + "mean" + std::to_string(i));
      trainer::restore(m_squares[i], file, prefix + "square" + std::to_string(i));
    }
  }

 private:
  static constexpr double kMeanDecay = 0.5;
  static constexpr double kSquareDecay = 0.999;
  static constexpr double kEpsilon = 1e-8;

  std::vector<torch::Tensor> m_parameters;
  std::vector<torch::Tensor> m_means;
  std::vector<torch::Tensor> m_squares;
};

/// FNV-1a over the bytes of the data: tells one training's data from another's.
std::string fingerprint(const Matrix& fractions, const Matrix& intensities) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const auto values : {fractions.values(), intensities.values()})
    for (const std::byte byte : std::as_bytes(values))
      hash = (hash ^ static_cast<std::uint64_t>(byte)) * 0x100000001b3U;
  return std::to_string(hash);
}

/// Exact as text: what a stopped training needs to go on unchanged.
std::string exactText(double value) {
  std::ostringstream text;
  text.imbue(std::locale::classic());
  text << std::hexfloat << value;
  return text.str();
}

}  // namespace

struct Training::State {
  State(const Matrix& fractions, const Matrix& intensities, const TrainingSettings& settings);

  [[nodiscard]] torch::Tensor scaled(const torch::Tensor& fractions) const {
    return (fractions - offset) / scale;
  }
  [[nodiscard]] double rate(double start) const;
  StepReport next();
  [[nodiscard]] double validate();
  void average();
  [[nodiscard]] std::string identity() const;

  TrainingSettings settings;
  std::string dataPrint;
  std::vector<std::size_t> validationRows;
  torch::Tensor compositions;  // training rows × elements
  torch::Tensor patterns;      // training rows × points, 0 to 1
  torch::Tensor validationCompositions;
  torch::Tensor validationPatterns;
  torch::Tensor offset;  // of the compositions: their mean …
  double scale = 1.0;    // … and mean standard deviation
  std::optional<Vicinity> vicinity;

  GeneratorNet generator;
  GeneratorNet averaged;
  GeneratorNet best;
  DiscriminatorNet discriminator;
  std::optional<Adam> generatorAdam;
  std::optional<Adam> discriminatorAdam;

  int steps = 0;
  int bestStep = 0;
  double bestMse = std::numeric_limits<double>::infinity();
};

Training::State::State(const Matrix& fractions, const Matrix& intensities,
                       const TrainingSettings& chosen)
    : settings(chosen),
      dataPrint(fingerprint(fractions, intensities)),
      generator((torch::manual_seed(chosen.seed), shapeOf(chosen, fractions.columns()))),
      averaged(shapeOf(chosen, fractions.columns())),
      best(shapeOf(chosen, fractions.columns())),
      discriminator((torch::manual_seed(chosen.seed + 1), chosen), fractions.columns()) {
  constexpr std::size_t kLeastRows = 4;
  if (fractions.rows() < kLeastRows || fractions.rows() != intensities.rows())
    throw Error(ErrorCode::InvalidInput,
                "A network needs at least four measured patterns to learn from; choose more.");
  if (intensities.columns() != CcGanShape::points())
    throw Error(ErrorCode::InvalidInput,
                "The network makes patterns of " + std::to_string(CcGanShape::points()) +
                    " points, and these have " + std::to_string(intensities.columns()) +
                    "; prepare them on the axis of " + std::to_string(CcGanShape::points()) +
                    " points.");
  std::vector<std::size_t> rows(fractions.rows());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  Random random(settings.seed, kSplitStream);
  random.shuffle(rows);
  const auto held = std::min(
      static_cast<std::size_t>(settings.validationShare * static_cast<double>(rows.size())),
      rows.size() - 2);
  validationRows.assign(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(held));
  rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(held));
  const Matrix trainingFractions = fractions.select(rows);
  compositions = tensorOf(trainingFractions, 1.0);
  patterns = tensorOf(intensities.select(rows), 1.0 / CcGanShape::kFullScale);
  auto judged = validationRows.empty() ? rows : validationRows;
  judged.resize(std::min(judged.size(), kMostValidationRows));
  validationCompositions = tensorOf(fractions.select(judged), 1.0);
  validationPatterns = tensorOf(intensities.select(judged), 1.0 / CcGanShape::kFullScale);
  offset = compositions.mean(0);
  scale = compositions.std(0, /*unbiased=*/false).mean().item<double>();
  if (!(scale > 0.0))
    throw Error(ErrorCode::InvalidInput,
                "All patterns are of one composition, so there is nothing to learn.");
  vicinity.emplace(trainingFractions, settings);
  generatorAdam.emplace(generator.parameters());
  discriminatorAdam.emplace(discriminator.parameters());
  average();
}

double Training::State::rate(double start) const {
  constexpr double kLast = 0.02;
  const double part = static_cast<double>(steps) / settings.steps;
  return start * (kLast + (1.0 - kLast) * 0.5 * (1.0 + std::cos(std::numbers::pi * part)));
}

/// The running mean of the weights; the first steps count less, as they are far off.
void Training::State::average() {
  const torch::NoGradGuard guard;
  const double early = (1.0 + steps) / (10.0 + steps);
  const double decay = steps == 0 ? 0.0 : std::min(settings.averaging, early);
  const auto now = numbersOf(generator);
  auto kept = numbersOf(averaged);
  for (std::size_t i = 0; i < now.size(); ++i)
    kept[i].second.lerp_(now[i].second, 1.0 - decay);
}

StepReport Training::State::next() {
  Random random(settings.seed, static_cast<std::uint64_t>(steps + 1));
  const bool plays = settings.adversarialWeight > 0.0 && steps % settings.gameEvery == 0;
  const std::int64_t game = plays ? settings.adversarialBatch : 0;
  const std::int64_t regression = settings.regressionWeight > 0.0 ? settings.regressionBatch : 0;

  // What is generated at: the vicinal compositions of the game, then the regression's mixtures.
  auto asked = torch::empty({game + regression, compositions.size(1)});
  auto measured = torch::empty({game, patterns.size(1)});
  auto measuredCompositions = torch::empty({game, compositions.size(1)});
  auto measuredWeights = torch::empty({game});
  auto generatedWeights = torch::empty({game});
  for (std::int64_t i = 0; i < game; ++i) {
    const auto pair = vicinity->pair(random);
    const auto row = static_cast<std::int64_t>(pair.row);
    measured[i] = patterns[row];
    measuredCompositions[i] = compositions[row];
    measuredWeights[i] = pair.measuredWeight;
    generatedWeights[i] = pair.generatedWeight;
    for (std::size_t j = 0; j < pair.generated.size(); ++j)
      asked[i][static_cast<std::int64_t>(j)] = pair.generated[j];
  }
  auto targets = torch::empty({regression, patterns.size(1)});
  for (std::int64_t i = 0; i < regression; ++i) {
    const auto mixture = vicinity->mixture(random);
    const auto first = static_cast<std::int64_t>(mixture.first);
    const auto second = static_cast<std::int64_t>(mixture.second);
    targets[i] = torch::lerp(patterns[first], patterns[second], mixture.share);
    asked[game + i] = torch::lerp(compositions[first], compositions[second], mixture.share);
  }
  const auto noise =
      normalTensor(game + regression, settings.noise, random).mul_(settings.noiseScale);

  StepReport report;
  report.step = steps + 1;
  generator.train();
  const auto made = generator.forward(noise, scaled(asked));
  auto generatorLoss = torch::zeros({});
  if (game > 0) {
    const auto generated = made.slice(0, 0, game);
    const auto one = torch::ones({game});
    const auto zero = torch::zeros({game});
    const auto gameLoss = [](const auto& logits, const auto& wanted, const auto& weights) {
      return torch::binary_cross_entropy_with_logits(logits, wanted, weights);
    };
    discriminatorAdam->clearGradients();
    const auto [logits, heads] = discriminator.forward(torch::cat({measured, generated.detach()}));
    auto loss =
        gameLoss(logits.slice(0, 0, game), one, measuredWeights) +
        gameLoss(logits.slice(0, game), zero, generatedWeights) +
        settings.compositionWeight * torch::mse_loss(heads.slice(0, 0, game), measuredCompositions);
    loss.backward();
    discriminatorAdam->step(steps / settings.gameEvery + 1, rate(settings.discriminatorRate));
    report.discriminatorLoss = loss.item<double>();

    // The generator's share of the game needs no gradients of the discriminator's weights.
    for (auto& parameter : discriminator.parameters())
      parameter.requires_grad_(false);
    const auto [fooled, named] = discriminator.forward(generated);
    generatorLoss = settings.adversarialWeight *
                    (gameLoss(fooled, one, generatedWeights) +
                     settings.compositionWeight * torch::mse_loss(named, asked.slice(0, 0, game)));
    for (auto& parameter : discriminator.parameters())
      parameter.requires_grad_(true);
  }
  if (regression > 0) {
    const auto error = torch::mse_loss(made.slice(0, game), targets);
    report.regressionMse = error.item<double>() * CcGanShape::kFullScale * CcGanShape::kFullScale;
    generatorLoss = generatorLoss + settings.regressionWeight * CcGanShape::kFullScale * error;
  }
  generatorAdam->clearGradients();
  generatorLoss.backward();
  generatorAdam->step(steps + 1, rate(settings.generatorRate));
  report.generatorLoss = generatorLoss.item<double>();
  if (!std::isfinite(report.generatorLoss) ||
      !std::isfinite(report.discriminatorLoss.value_or(0.0)))
    throw Error(ErrorCode::Failed, "The training ran away at step " + std::to_string(report.step) +
                                       "; choose lower learning rates or another seed.");

  ++steps;
  average();
  if (steps % settings.validationEvery == 0 || steps == settings.steps)
    report.validationMse = validate();
  return report;
}

/// Of the averaged weights, which become the best ones where they are.
double Training::State::validate() {
  const torch::NoGradGuard guard;
  averaged.eval();
  Random random(settings.seed, kValidationStream);
  const std::int64_t rows = validationCompositions.size(0);
  torch::Tensor sum;
  for (int draw = 0; draw < kValidationDraws; ++draw) {
    const auto noise =
        normalTensor(1, settings.noise, random).mul_(settings.noiseScale).expand({rows, -1});
    const auto made = averaged.forward(noise, scaled(validationCompositions));
    sum = draw == 0 ? made : sum + made;
  }
  const double mse = torch::mse_loss(sum / kValidationDraws, validationPatterns).item<double>() *
                     CcGanShape::kFullScale * CcGanShape::kFullScale;
  if (mse < bestMse) {
    bestMse = mse;
    bestStep = steps;
    const auto from = numbersOf(averaged);
    auto to = numbersOf(best);
    for (std::size_t i = 0; i < from.size(); ++i)
      to[i].second.copy_(from[i].second);
  }
  return mse;
}

std::string Training::State::identity() const {
  std::string text = "data " + dataPrint;
  for (const auto& [name, value] : settings.numbers())
    text += "; " + name + " " + exactText(value);
  return text;
}

Training::Training(const Matrix& fractions, const Matrix& intensities,
                   const TrainingSettings& settings)
    : m_state(std::make_unique<State>(fractions, intensities, settings)) {}

Training::~Training() = default;

StepReport Training::step() {
  return m_state->next();
}

int Training::stepsDone() const {
  return m_state->steps;
}

bool Training::finished() const {
  const State& state = *m_state;
  return state.steps >= state.settings.steps ||
         state.steps - state.bestStep >= state.settings.patience + state.settings.validationEvery;
}

double Training::bestValidationMse() const {
  return m_state->bestMse;
}

int Training::bestStep() const {
  return m_state->bestStep;
}

const std::vector<std::size_t>& Training::validationRows() const {
  return m_state->validationRows;
}

files::TensorFile Training::weights() const {
  const torch::NoGradGuard guard;
  const State& state = *m_state;
  files::TensorFile file;
  store(file, "", state.best);
  // W (noise s, (y − offset) / scale) + b, as a layer on plain noise and fractions.
  const auto parameters = state.best.named_parameters();
  const auto& weight = parameters["linear.weight"];
  const auto noise = static_cast<std::int64_t>(state.settings.noise);
  const auto onNoise = weight.slice(1, 0, noise) * state.settings.noiseScale;
  const auto onFractions = weight.slice(1, noise) / state.scale;
  file.tensors["linear.weight"] = stored(torch::cat({onNoise, onFractions}, 1));
  file.tensors["linear.bias"] =
      stored(parameters["linear.bias"] - torch::mv(onFractions, state.offset));
  return file;
}

files::TensorFile Training::checkpoint() const {
  const State& state = *m_state;
  files::TensorFile file;
  file.metadata = {{"identity", state.identity()},
                   {"steps", std::to_string(state.steps)},
                   {"best_step", std::to_string(state.bestStep)},
                   {"best_mse", exactText(state.bestMse)}};
  store(file, "generator.", state.generator);
  store(file, "averaged.", state.averaged);
  store(file, "best.", state.best);
  store(file, "discriminator.", state.discriminator);
  state.generatorAdam->store(file, "generator_adam.");
  state.discriminatorAdam->store(file, "discriminator_adam.");
  return file;
}

void Training::resume(const files::TensorFile& checkpoint) {
  const torch::NoGradGuard guard;
  State& state = *m_state;
  const auto text = [&](const std::string& key) {
    const auto found = checkpoint.metadata.find(key);
    if (found == checkpoint.metadata.end())
      throw Error(ErrorCode::Damaged,
                  "This is no checkpoint of a training: it has no \"" + key + "\".");
    return found->second;
  };
  if (text("identity") != state.identity())
    throw Error(ErrorCode::InvalidInput,
                "The checkpoint belongs to a training with other data or settings; remove it, or "
                "train with the settings it was made with.");
  restore(checkpoint, "generator.", state.generator);
  restore(checkpoint, "averaged.", state.averaged);
  restore(checkpoint, "best.", state.best);
  restore(checkpoint, "discriminator.", state.discriminator);
  state.generatorAdam->restore(checkpoint, "generator_adam.");
  state.discriminatorAdam->restore(checkpoint, "discriminator_adam.");
  state.steps = std::stoi(text("steps"));
  state.bestStep = std::stoi(text("best_step"));
  state.bestMse = std::strtod(text("best_mse").c_str(), nullptr);
}

void useThreads(int threads) {
  at::set_num_threads(threads);
  at::set_num_interop_threads(1);
  at::globalContext().setFlushDenormal(true);
}

}  // namespace vitrine::trainer

#include "engine/calphad/expression.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace vitrine::calphad {

namespace {

constexpr int kMaxNesting = 20;
/// Each level of nesting keeps at most three operands waiting (a sum, a product, a power).
constexpr std::size_t kStack = 3 * (kMaxNesting + 2);

bool isLetter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}
bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

class ExpressionParser {
 public:
  using Step = Expression::Step;

  ExpressionParser(std::string_view text, const Expression::FunctionIndex& functionIndex)
      : m_text(text), m_functionIndex(functionIndex) {}

  Expression parse() {
    sum(0);
    if (peek() != '\0')
      fault(std::string("'") + peek() + "' is not expected here");
    return std::move(m_result);
  }

 private:
  [[noreturn]] void fault(std::string what) const {
    throw Expression::Fault{m_position, std::move(what)};
  }

  char peek() {
    while (m_position < m_text.size() && isSpace(m_text[m_position]))
      ++m_position;
    return m_position < m_text.size() ? m_text[m_position] : '\0';
  }
  bool take(char c) {
    if (peek() != c)
      return false;
    ++m_position;
    return true;
  }
  bool takePower() {
    if (peek() != '*' || m_position + 1 >= m_text.size() || m_text[m_position + 1] != '*')
      return false;
    m_position += 2;
    return true;
  }

  void emit(Step step, double number = 0.0, std::size_t function = 0) {
    m_result.m_steps.push_back({step, number, function});
  }

  void sum(int depth) {
    if (depth > kMaxNesting)
      fault("brackets are nested too deep");
    signedProduct(depth);
    for (;;) {
      const bool plus = take('+');
      if (!plus && !take('-'))
        return;
      signedProduct(depth);
      emit(plus ? Step::Add : Step::Subtract);
    }
  }

  /// Files hold "+-234195" too.
  void signedProduct(int depth) {
    take('+');
    const bool negative = take('-');
    product(depth);
    if (negative)
      emit(Step::Negate);
  }

  void product(int depth) {
    power(depth);
    while (peek() == '*' || peek() == '/') {
      const bool times = take('*');
      if (!times)
        take('/');
      power(depth);
      emit(times ? Step::Multiply : Step::Divide);
    }
  }

  void power(int depth) {
    primary(depth);
    if (!takePower())
      return;
    const bool negative = take('-');
    if (!negative)
      take('+');
    primary(depth);
    if (negative)
      emit(Step::Negate);
    emit(Step::Power);
  }

  void primary(int depth) {
    const char c = peek();
    if (c == '(') {
      bracket(depth);
    } else if (isDigit(c) || c == '.') {
      number();
    } else if (isLetter(c)) {
      name(depth);
    } else if (c == '\0') {
      fault("the expression ends too early");
    } else {
      fault(std::string("'") + c + "' is not expected here");
    }
  }

  void bracket(int depth) {
    if (!take('('))
      fault("a '(' is missing");
    sum(depth + 1);
    if (!take(')'))
      fault("a ')' is missing");
  }

  void number() {
    double value = 0.0;
    const char* const end = m_text.data() + m_text.size();
    const auto read = std::from_chars(m_text.data() + m_position, end, value);
    if (read.ec != std::errc() || !std::isfinite(value))
      fault("this is no number");
    m_position = static_cast<std::size_t>(read.ptr - m_text.data());
    emit(Step::Number, value);
  }

  void name(int depth) {
    std::string word;
    while (m_position < m_text.size() &&
           (isLetter(m_text[m_position]) || isDigit(m_text[m_position])))
      word += m_text[m_position++];
    for (char& c : word)
      c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (word == "T") {
      emit(Step::Temperature);
    } else if (word == "P") {
      emit(Step::Pressure);
    } else if (word == "LN" || word == "LOG" || word == "EXP") {
      bracket(depth);
      emit(word == "EXP" ? Step::Exponential : Step::Logarithm);
    } else {
      take('#');
      emit(Step::Function, 0.0, m_functionIndex(word));
    }
  }

  std::string_view m_text;
  const Expression::FunctionIndex& m_functionIndex;
  std::size_t m_position = 0;
  Expression m_result;
};

Expression Expression::compile(std::string_view text, const FunctionIndex& functionIndex) {
  return ExpressionParser(text, functionIndex).parse();
}

Expression Expression::constant(double value) {
  Expression result;
  result.m_steps.push_back({Step::Number, value, 0});
  return result;
}

double Expression::value(double temperatureK, std::span<const double> functions) const {
  std::array<double, kStack> stack{};
  std::size_t top = 0;
  for (const auto& [step, number, function] : m_steps) {
    switch (step) {
      case Step::Number:
        stack[top++] = number;
        break;
      case Step::Temperature:
        stack[top++] = temperatureK;
        break;
      case Step::Pressure:
        stack[top++] = kPressurePa;
        break;
      case Step::Function:
        stack[top++] = functions[function];
        break;
      case Step::Negate:
        stack[top - 1] = -stack[top - 1];
        break;
      case Step::Logarithm:
        stack[top - 1] = std::log(stack[top - 1]);
        break;
      case Step::Exponential:
        stack[top - 1] = std::exp(stack[top - 1]);
        break;
      default: {
        const double right = stack[--top];
        double& left = stack[top - 1];
        if (step == Step::Add)
          left += right;
        else if (step == Step::Subtract)
          left -= right;
        else if (step == Step::Multiply)
          left *= right;
        else if (step == Step::Divide)
          left /= right;
        else
          left = std::pow(left, right);
      }
    }
  }
  return stack[0];
}

std::vector<std::size_t> Expression::functions() const {
  std::vector<std::size_t> used;
  for (const auto& instruction : m_steps) {
    if (instruction.step == Step::Function)
      used.push_back(instruction.function);
  }
  return used;
}

double PiecewiseExpression::value(double temperatureK, std::span<const double> functions) const {
  for (const auto& piece : m_pieces) {
    if (temperatureK < piece.upToK)
      return piece.expression.value(temperatureK, functions);
  }
  return m_pieces.empty() ? 0.0 : m_pieces.back().expression.value(temperatureK, functions);
}

}  // namespace vitrine::calphad

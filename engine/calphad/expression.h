#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::calphad {

/// Pressure of every calculation, in Pa.
inline constexpr double kPressurePa = 101325.0;

/// An expression of a TDB file in the temperature T (K), the pressure P (Pa), numbers and other
/// functions, such as `+GHSERAL#+10083-4.813*T*LN(T)+7.9E-20*T**7`, as a list of steps for a stack.
class Expression {
 public:
  /// Gives the index of a function by its name; the function itself may be defined later.
  using FunctionIndex = std::function<std::size_t(const std::string& name)>;

  /// What is wrong with an expression, and at which of its characters (0-based).
  struct Fault {
    std::size_t position = 0;
    std::string what;  ///< a clause without a full stop
  };

  /// Understands + - * / **, brackets (20 levels at most), LN, LOG (natural as well) and EXP.
  /// @throws Fault
  static Expression compile(std::string_view text, const FunctionIndex& functionIndex);

  static Expression constant(double value);

  /// @param functions  values of all functions at this temperature, by index
  [[nodiscard]] double value(double temperatureK, std::span<const double> functions) const;
  /// Indices of the functions it uses, each as often as it is used.
  [[nodiscard]] std::vector<std::size_t> functions() const;

 private:
  friend class ExpressionParser;
  enum class Step : unsigned char {
    Number,
    Temperature,
    Pressure,
    Function,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Negate,
    Logarithm,
    Exponential,
  };
  struct Instruction {
    Step step = Step::Number;
    double number = 0.0;
    std::size_t function = 0;
  };
  std::vector<Instruction> m_steps;
};

/// An expression for each range of temperature, by rising temperature. The first also holds below
/// its range and the last above, as in other programs.
class PiecewiseExpression {
 public:
  struct Piece {
    double upToK = 0.0;
    Expression expression;
  };

  PiecewiseExpression() = default;
  explicit PiecewiseExpression(std::vector<Piece> pieces) : m_pieces(std::move(pieces)) {}

  [[nodiscard]] double value(double temperatureK, std::span<const double> functions) const;
  [[nodiscard]] const std::vector<Piece>& pieces() const noexcept { return m_pieces; }

 private:
  std::vector<Piece> m_pieces;
};

}  // namespace vitrine::calphad

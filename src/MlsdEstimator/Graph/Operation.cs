namespace MlsdEstimator;

/// <summary>What an <see cref="OperationNode"/> does with its operands. Conditions are numbers here: 1 true, 0 false.</summary>
internal enum Operation : byte
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,
    Minimum,
    Maximum,
    Ceiling,
    Floor,
    Power,
    Exponential,
    Logarithm,
    SquareRoot,
    IsGreater,
    IsAtLeast,
    And,
    Or,
    Not,
    If,
    Guard,
}

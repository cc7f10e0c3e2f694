namespace MlsdEstimator;

/// <summary>The text of one step: what stands to the right of its "=".</summary>
internal static class StepFormula
{
    /// <summary>Formulas written longer than this are cut: the steps below stand in <see cref="Derivation.Operands"/>.</summary>
    private const int LongestFormula = 300;

    /// <summary>A second name over a first one: a step that only says "the same".</summary>
    public static bool IsRenamed(Node node) => node is AnnotatedNode { Inner: AnnotatedNode };

    public static string OperationOf(Node node) => node.Bare switch
    {
        _ when IsRenamed(node) => "=",
        ConstantNode { Infeasibility: not null } => "infeasible",
        ConstantNode => "constant",
        LeafNode => "input",
        DecisionNode => "decision",
        FunctionOutputNode output => output.Call.Function.Name,
        OperationNode operation => Symbol(operation.Operation),
        _ => "",
    };

    public static string RangeOf(LeafNode leaf)
    {
        double tail = (1 - leaf.Distribution.Confidence) / 2;
        return Text.Of($"{leaf.Dimension.FormatRange(leaf.Quantile(tail), leaf.Quantile(1 - tail))} ({leaf.Distribution.Confidence * 100:0.#}%)");
    }

    public static string Of(Node node, IReadOnlyList<Derivation> operands) => node.Bare switch
    {
        _ when IsRenamed(node) => Mention(operands[0], 0),
        LeafNode leaf => RangeOf(leaf),
        ConstantNode { Infeasibility: string reason } => reason,
        ConstantNode constant => constant.Dimension.Format(constant.Nominal, "G"),
        DecisionNode decision => $"{decision.Reason} {Mention(operands[0], 0)}",
        OperationNode { Operation: Operation.Guard } => Mention(operands[1], 0),
        OperationNode operation => Shorten(Write(operation.Operation, operands)),
        FunctionOutputNode output => Shorten($"{output.Call.Function.Name}({string.Join(", ", operands.Select(operand => Mention(operand, 0)))})"),
        _ => "",
    };

    private static string Write(Operation operation, IReadOnlyList<Derivation> operands)
    {
        int strength = Strength(operation);
        return operation switch
        {
            Operation.If => $"if {Mention(operands[0], 0)} then {Mention(operands[1], 0)} else {Mention(operands[2], 0)}",
            Operation.Negate or Operation.Not => $"{Symbol(operation)}{Mention(operands[0], 9)}",
            _ when strength > 0 => $"{Mention(operands[0], strength)} {Symbol(operation)} {Mention(operands[1], strength + 1)}",
            _ => $"{Symbol(operation)}({string.Join(", ", operands.Select(operand => Mention(operand, 0)))})",
        };
    }

    /// <summary>A named operand by its name, an unnamed one by its own formula, in brackets where the operator around it binds tighter.</summary>
    private static string Mention(Derivation operand, int strength)
    {
        if (operand.Name is string name)
            return name;
        int own = StrengthOf(operand.Operation);
        return own > 0 && own < strength ? $"({operand.Formula})" : operand.Formula;
    }

    private static string Shorten(string formula) => formula.Length <= LongestFormula ? formula : string.Concat(formula.AsSpan(0, LongestFormula), "...");

    private static string Symbol(Operation operation) => operation switch
    {
        Operation.Add => "+",
        Operation.Subtract or Operation.Negate => "-",
        Operation.Multiply => "x",
        Operation.Divide => "/",
        Operation.Minimum => "min",
        Operation.Maximum => "max",
        Operation.Ceiling => "ceiling",
        Operation.Floor => "floor",
        Operation.Power => "^",
        Operation.Exponential => "exp",
        Operation.Logarithm => "ln",
        Operation.SquareRoot => "sqrt",
        Operation.IsGreater => ">",
        Operation.IsAtLeast => ">=",
        Operation.And => "and",
        Operation.Or => "or",
        Operation.Not => "not ",
        Operation.If => "if",
        _ => "where allowed",
    };

    private static int Strength(Operation operation) => StrengthOf(Symbol(operation));

    private static int StrengthOf(string symbol) => symbol switch
    {
        "or" => 1,
        "and" => 2,
        ">" or ">=" => 3,
        "+" or "-" => 4,
        "x" or "/" => 5,
        "^" => 6,
        _ => 0,
    };
}

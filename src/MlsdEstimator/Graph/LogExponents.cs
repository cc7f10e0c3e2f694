namespace MlsdEstimator;

/// <summary>Which inputs enter the logarithm of a quantity linearly, read from the structure of its graph.</summary>
/// <remarks>
/// When an input x is multiplied by t, a quantity that is a product, quotient or power of it is multiplied by t^k in every draw; k is its exponent. Sums, differences,
/// minima and maxima keep the exponent that their operands share: storage = users x (raw + index) has exponent 1 in users. Nothing is probed numerically:
/// an exponent is what the rules prove, and "none" (NaN) where they prove nothing, which costs efficiency and never correctness.
/// </remarks>
/// <param name="numbering">The values of the graph.</param>
internal sealed class LogExponents(ValueNumbering numbering)
{
    private readonly double[] exponents = new double[numbering.Count];

    /// <summary>For each output the k of t^k when the leaf is multiplied by t; 0 where the output does not change, NaN where the rules find none.</summary>
    public double[] Of(LeafNode leaf)
    {
        foreach (Instruction step in numbering.Steps)
        {
            double exponent = Of(step, leaf);
            foreach (int result in step.Results)
                exponents[result] = exponent;
        }
        return Array.ConvertAll(numbering.Outputs, Of);
    }

    private double Of(Instruction step, LeafNode leaf)
    {
        if (step.Input is not null)
            return ReferenceEquals(step.Input, leaf) ? 1 : 0;
        return step.Function is null ? Of(step) : Unless(Array.TrueForAll(step.Operands, operand => Of(operand) == 0));
    }

    private double Of(Instruction step)
    {
        double a = Of(step.Operands[0]), b = step.Operands.Length > 1 ? Of(step.Operands[1]) : 0;
        return step.Operation switch
        {
            Operation.Multiply => a + b,
            Operation.Divide => a - b,
            Operation.Negate => a,
            Operation.SquareRoot => a / 2,
            Operation.Power => numbering.ConstantOf(step.Operands[1]) is double power ? a * power : Unless(a == 0 && b == 0),
            Operation.Add or Operation.Subtract or Operation.Minimum or Operation.Maximum => Shared(step.Operands[0], step.Operands[1]),
            Operation.IsGreater or Operation.IsAtLeast => Unless(!double.IsNaN(Shared(step.Operands[0], step.Operands[1]))),
            Operation.If => a == 0 ? Shared(step.Operands[1], step.Operands[2]) : double.NaN,
            _ => Unless(a == 0 && b == 0),
        };
    }

    /// <summary>That of a value; constants have none.</summary>
    private double Of(int value) => value >= 0 ? exponents[value] : 0;

    /// <summary>The exponent of both; 0 itself scales with anything.</summary>
    private double Shared(int first, int second)
    {
        if (numbering.ConstantOf(first) == 0 || numbering.ConstantOf(second) == 0)
            return Of(numbering.ConstantOf(first) == 0 ? second : first);
        return Of(first) == Of(second) ? Of(first) : double.NaN;
    }

    private static double Unless(bool unchanged) => unchanged ? 0 : double.NaN;
}

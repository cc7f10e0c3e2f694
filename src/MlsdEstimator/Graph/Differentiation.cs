namespace MlsdEstimator;

/// <summary>Partial derivatives of each <see cref="Operation"/>, for reverse mode.</summary>
internal static class Differentiation
{
    /// <summary>Relative step of the differences through a function: the cube root of the rounding error, which balances it against curvature.</summary>
    private const double Step = 6e-6;

    /// <summary>Adds to the adjoints of a step's operands what the step's results pass on.</summary>
    /// <param name="step">The step; its numbers are places.</param>
    /// <param name="adjoints">Derivative of the root by the value at each place.</param>
    /// <param name="values">The value at each place.</param>
    /// <param name="variables">First place that is not a constant.</param>
    public static void Pull(Instruction step, double[] adjoints, ReadOnlySpan<double> values, int variables)
    {
        if (step.Function is IFunction function)
        {
            PullThrough(function, step, adjoints, values, variables);
            return;
        }
        double seed = adjoints[step.Results[0]];
        if (seed == 0)
            return;
        double a = values[step.Operands[0]];
        double b = step.Operands.Length > 1 ? values[step.Operands[1]] : 0;
        (double first, double second, double third) = Partials(step.Operation, a, b, values[step.Results[0]]);
        adjoints[step.Operands[0]] += seed * first;
        if (step.Operands.Length > 1)
            adjoints[step.Operands[1]] += seed * second;
        if (step.Operands.Length > 2)
            adjoints[step.Operands[2]] += seed * third;
    }

    private static (double First, double Second, double Third) Partials(Operation operation, double a, double b, double result) => operation switch
    {
        Operation.Add => (1, 1, 0),
        Operation.Subtract => (1, -1, 0),
        Operation.Multiply => (b, a, 0),
        Operation.Divide => (1 / b, -result / b, 0),
        Operation.Negate => (-1, 0, 0),
        Operation.Minimum => a <= b ? (1, 0, 0) : (0, 1, 0),
        Operation.Maximum => a >= b ? (1, 0, 0) : (0, 1, 0),
        Operation.Power => (b * Math.Pow(a, b - 1), a > 0 ? result * Math.Log(a) : 0, 0),
        Operation.Exponential => (result, 0, 0),
        Operation.Logarithm => (1 / a, 0, 0),
        Operation.SquareRoot => (0.5 / result, 0, 0),
        Operation.If => a != 0 ? (0, 1, 0) : (0, 0, 1),
        Operation.Guard => (0, 1, 0),
        _ => (0, 0, 0),
    };

    private static void PullThrough(IFunction function, Instruction step, double[] adjoints, ReadOnlySpan<double> values, int variables)
    {
        var inputs = new double[step.Operands.Length];
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = values[step.Operands[i]];
        double[] seeds = Array.ConvertAll(step.Results, result => adjoints[result]);
        if (Array.TrueForAll(seeds, seed => seed == 0))
            return;
        for (int i = 0; i < inputs.Length; i++)
        {
            if (step.Operands[i] >= variables)
                adjoints[step.Operands[i]] += Slope(function, inputs, i, seeds);
        }
    }

    /// <summary>Central difference of the seeded sum of outputs in one input; one-sided where the function ends.</summary>
    private static double Slope(IFunction function, double[] inputs, int index, double[] seeds)
    {
        double center = inputs[index], step = center == 0 ? Step : Step * Math.Abs(center);
        double above = Seeded(function, inputs, index, center + step, seeds);
        double below = Seeded(function, inputs, index, center - step, seeds);
        double here = Seeded(function, inputs, index, center, seeds);
        return double.IsNaN(above) ? (here - below) / step : double.IsNaN(below) ? (above - here) / step : (above - below) / (2 * step);
    }

    private static double Seeded(IFunction function, double[] inputs, int index, double at, double[] seeds)
    {
        inputs[index] = at;
        var outputs = new double[seeds.Length];
        FunctionNode.Evaluate(function, inputs, outputs);
        double sum = 0;
        for (int i = 0; i < outputs.Length; i++)
            sum += seeds[i] == 0 ? 0 : seeds[i] * outputs[i];
        return sum;
    }
}

namespace MlsdEstimator;

/// <summary>Two builds of one model as one list of steps, and the inputs that differ between them.</summary>
internal sealed class ModelPair(IReadOnlyList<ModelPair.Step> steps, IReadOnlyList<ModelPair.Player> players)
{
    private readonly double[] values = new double[steps.Count];
    private readonly double[]?[] outputs = new double[]?[steps.Count];

    /// <summary>Something that has one value before and another after.</summary>
    /// <param name="Name">What people know it by.</param>
    /// <param name="Dimension">For its text.</param>
    /// <param name="Before">Value before, base units; NaN when infeasible.</param>
    /// <param name="After">Value after, base units; NaN when infeasible.</param>
    public sealed record Player(string Name, Dimension Dimension, double Before, double After)
    {
        public string Text(double value) => double.IsNaN(value) ? "infeasible" : Dimension.Format(value, "G");
    }

    /// <summary>One value: an operation, a call, an output of a call, a player or a number.</summary>
    public sealed record Step
    {
        public double Constant { get; init; }

        public int? Player { get; init; }

        public Operation? Operation { get; init; }

        public IFunction? Function { get; init; }

        /// <summary>Which output of the call that is the only operand.</summary>
        public int? Output { get; init; }

        public int[] Operands { get; init; } = [];
    }

    /// <summary>What changed.</summary>
    public IReadOnlyList<Player> Players { get; } = players;

    /// <summary>The result with some inputs as they are after, all others as before.</summary>
    public double Value(Func<int, bool> isChanged)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = Value(i, steps[i], isChanged);
        return values[^1];
    }

    private double Value(int index, Step step, Func<int, bool> isChanged) => step switch
    {
        { Player: int player } => isChanged(player) ? Players[player].After : Players[player].Before,
        { Operation: Operation operation, Operands: [int a, int b, int c] } => Arithmetic.Evaluate(operation, values[a], values[b], values[c]),
        { Operation: Operation operation, Operands: [int a, int b] } => Arithmetic.Evaluate(operation, values[a], values[b]),
        { Operation: Operation operation, Operands: [int a] } => Arithmetic.Evaluate(operation, values[a]),
        { Function: IFunction function } => Call(index, function, step.Operands),
        { Output: int output } => outputs[step.Operands[0]]![output],
        _ => step.Constant,
    };

    /// <summary>A call is no value itself; its outputs are read by the steps after it.</summary>
    private double Call(int index, IFunction function, int[] operands)
    {
        double[] results = outputs[index] ??= new double[function.OutputCount];
        FunctionNode.Evaluate(function, Array.ConvertAll(operands, operand => values[operand]), results);
        return 0;
    }
}

namespace MlsdEstimator;

/// <summary>The answer of a goal seek in whole numbers, from the one in all numbers: a decision such as the number of zones has no value between two.</summary>
/// <param name="input">The input that was solved for.</param>
/// <param name="output">Output for a value of the input.</param>
/// <param name="target">Value to hit.</param>
/// <param name="least">The least that the input may be.</param>
internal sealed class WholeGoal<T, TInput>(Quantity<TInput> input, Func<double, double> output, T target, double least)
    where T : Quantity<T>, IQuantity<T>
    where TInput : Quantity<TInput>, IQuantity<TInput>
{
    /// <summary>A solution this near to a whole number, relative to it, is that number.</summary>
    private const double Accuracy = 1e-9;

    public Goal<TInput> Of(Goal<TInput> goal)
    {
        double[] neighbours = [.. goal.Solutions.SelectMany(solution => Neighbours(solution.BaseValue)).Where(value => value >= least).Distinct().Order()];
        TInput[] whole = [.. neighbours.Where(value => goal.Solutions.Any(solution => IsNear(value, solution.BaseValue)) || output(value) == target.BaseValue).Select(Input)];
        string gives = string.Join(", ", neighbours.Select(value => $"{Output(value)} at {Input(value)}"));
        return whole.Length == goal.Solutions.Count
            ? new Goal<TInput>(whole, goal.IsUnrounded, goal.Explanation)
            : new Goal<TInput>(whole, goal.IsUnrounded, $"{goal.Explanation} But {input.Name ?? "the input"} is a whole number{(gives.Length > 0 ? $": {gives}" : Text.Of($" of at least {least}"))}.");
    }

    private static IEnumerable<double> Neighbours(double value) => IsNear(Math.Round(value), value) ? [Math.Round(value)] : [Math.Floor(value), Math.Ceiling(value)];

    private static bool IsNear(double whole, double value) => Math.Abs(value - whole) <= Accuracy * Math.Abs(whole);

    private static TInput Input(double value) => Quantity<TInput>.Create(new ConstantNode(TInput.Dimension, value));

    private string Output(double value) => output(value) is var there && double.IsNaN(there) ? "infeasible" : Quantity<T>.Create(new ConstantNode(T.Dimension, there)).ToString();
}

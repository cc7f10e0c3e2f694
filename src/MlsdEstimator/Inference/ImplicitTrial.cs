using MathNet.Numerics.RootFinding;

namespace MlsdEstimator;

/// <summary>Quantities over an unknown, compiled: they are read at any value of it. Not thread-safe.</summary>
internal sealed class ImplicitTrial(Evaluator evaluator, Node unknown)
{
    /// <summary>Of the bracket: a billionth is far below what any of it is known to.</summary>
    private const double Accuracy = 1e-9;

    private const int MostSteps = 100;

    /// <summary>A quantity at the value last set; NaN when infeasible.</summary>
    public double this[int quantity] => evaluator.Output(quantity);

    /// <summary>The same quantities where the unknown has a value.</summary>
    public ImplicitTrial At(double value)
    {
        evaluator.Set(unknown, value);
        evaluator.Evaluate();
        return this;
    }

    /// <summary>Sets what lies below the quantities.</summary>
    public void Set(Node input, double value) => evaluator.Set(input, value);

    /// <summary>Where a rising function of the quantities crosses zero (Brent), or the end of the bracket beyond which it would.</summary>
    public double Root(Func<ImplicitTrial, double> rising, double low, double high)
    {
        if (rising(At(low)) >= 0)
            return low;
        if (rising(At(high)) <= 0)
            return high;
        double Scaled(double part) => rising(At(low + part * (high - low)));
        return Brent.TryFindRoot(Scaled, 0, 1, Accuracy, MostSteps, out double part) ? low + part * (high - low) : double.NaN;
    }
}

namespace MlsdEstimator;

/// <summary>How far a run came that was to go on until a relative error.</summary>
/// <param name="Target">The relative standard error that was asked for.</param>
/// <param name="Worst">The largest that is left, of the mean and the 5 %, 50 % and 95 % points of all outputs; infinite beside a value of 0.</param>
/// <param name="Output">Whose error that is: the name of the output, or what it is.</param>
/// <param name="Statistic">Which error that is: "mean", "95 % point", or "share that holds" of a condition.</param>
/// <param name="Samples">Draws that were made.</param>
public sealed record Convergence(double Target, double Worst, string Output, string Statistic, int Samples)
{
    /// <summary>False when the run stopped at the most draws before it was as exact as asked.</summary>
    public bool IsReached => Worst <= Target;

    /// <summary>"reached 0.1% with 65,536 draws: ..." or "NOT reached ...", with the worst statistic.</summary>
    public override string ToString() =>
        Text.Of($"{(IsReached ? "reached" : "NOT reached")} {100 * Target:0.####}% with {Samples:N0} draws: {Statistic} of {Output} is known to {100 * Worst:0.####}%");
}

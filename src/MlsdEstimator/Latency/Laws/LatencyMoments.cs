namespace MlsdEstimator;

/// <summary>Mean and squared coefficient of variation of one law.</summary>
/// <param name="Program">How the law is made.</param>
internal sealed record LatencyMoments(LawProgram Program) : IFunction
{
    public string Name => "latency moments";

    public int OutputCount => 2;

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        if (Program.Law(inputs)?.Moments is not Moments moments)
            return;
        outputs[0] = moments.Mean;
        outputs[1] = Math.Max(0, moments.Variance) / (moments.Mean * moments.Mean);
    }
}

namespace MlsdEstimator;

/// <summary>Least n with P(N &lt;= n) >= level for a Poisson number. Input: its mean.</summary>
/// <param name="Level">Probability.</param>
internal readonly record struct PoissonQuantile(double Level) : IFunction
{
    /// <summary>From here on the normal law with a correction for skewness is closer than one request.</summary>
    private const double Large = 1e7;

    public string Name => Text.Of($"p{Level * 100:0.###} of a Poisson number");

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        double mean = inputs[0];
        if (mean >= 0)
            outputs[0] = mean == 0 ? 0 : mean < Large ? Exact(mean) : CornishFisher(mean);
    }

    private double Exact(double mean)
    {
        double[] masses = PoissonMasses.Of(mean);
        double above = 1 - Level;
        int n = masses.Length - 1;
        for (double tail = masses[n]; n > 0 && tail <= above; tail += masses[n])
            n--;
        return n;
    }

    private double CornishFisher(double mean)
    {
        double score = StandardNormal.Score(Level);
        return Math.Floor(mean + score * Math.Sqrt(mean) + (score * score - 1) / 6 + 0.5);
    }
}

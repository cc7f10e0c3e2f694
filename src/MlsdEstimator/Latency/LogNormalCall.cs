namespace MlsdEstimator;

/// <summary>The law of one call: its logarithm is normal.</summary>
/// <param name="Mu">Logarithm of the median, in seconds.</param>
/// <param name="Sigma">Spread of the logarithm, above 0.</param>
internal readonly record struct LogNormalCall(double Mu, double Sigma)
{
    /// <summary>Score of the 99th percentile.</summary>
    public const double ScoreOfP99 = 2.3263478740408408;

    public static LogNormalCall Through(double p50, double p99) => new(Math.Log(p50), Math.Log(p99 / p50) / ScoreOfP99);

    public double AtScore(double score) => Math.Exp(Mu + Sigma * score);

    public double ScoreOf(double time) => (Math.Log(time) - Mu) / Sigma;
}

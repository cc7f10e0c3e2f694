namespace MlsdEstimator;

/// <summary>The law of the slowest of several independent calls: P(slowest &lt;= t) = F(t)^n.</summary>
/// <param name="Call">Law of one call.</param>
/// <param name="Count">How many run side by side, at least 1.</param>
internal readonly record struct SlowestCall(LogNormalCall Call, double Count)
{
    /// <summary>Shorter times than at this probability show in no percentile and no moment.</summary>
    private const double Negligible = 1e-12;

    /// <summary>Longer times than at this score beyond 3 sigma, where t^3 x density peaks, show in no moment.</summary>
    private const double HighestScore = 9;

    private const int Intervals = 64;

    /// <summary>A time that practically all waves exceed.</summary>
    public double Least => Quantile(Negligible);

    public double Quantile(double probability) => Call.AtScore(ScoreAt(probability));

    public double Below(double time)
    {
        double one = NormalTable.Probability(Call.ScoreOf(time));
        return Count == 1 ? one : Math.Pow(one, Count);
    }

    /// <summary>Moments of the times up to <paramref name="limit"/>, by Simpson's rule over the score of a call.</summary>
    public Moments MomentsBelow(double limit)
    {
        (double low, double high) = (ScoreAt(Negligible), Math.Min(Call.ScoreOf(limit), 3 * Call.Sigma + HighestScore));
        double step = (high - low) / Intervals;
        var sum = new MomentSum();
        for (int i = 0; i <= Intervals; i++)
        {
            double score = low + i * step;
            double weight = i is 0 or Intervals ? 1 : 2 + 2 * (i % 2);
            sum.Add(Call.AtScore(score), weight * Density(score));
        }
        return sum.Moments;
    }

    /// <summary>Score of one call at q^(1/n), from the upper tail 1 - q^(1/n) so that no digits are lost for many calls: 1 - e^x = 2t / (t - 1), t = tanh(x / 2).</summary>
    private double ScoreAt(double probability)
    {
        double t = Math.Tanh(Math.Log(probability) / Count / 2);
        return -StandardNormal.Score(2 * t / (t - 1));
    }

    private double Density(double score) =>
        NormalTable.Density(score) * (Count == 1 ? 1 : Math.Pow(NormalTable.Probability(score), Count - 1));
}

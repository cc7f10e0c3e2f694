namespace MlsdEstimator;

/// <summary>A law through measured percentiles: the score rises with the logarithm of the time along a monotone cubic (Fritsch and Carlson, 1980).</summary>
/// <remarks>Below the first and above the last percentile the log-normal law through the two outermost ones goes on. Two percentiles are a log-normal law.</remarks>
internal sealed class PercentileLaw : Law
{
    private readonly double[] logs;
    private readonly double[] scores;
    private readonly double[] slopes;

    private PercentileLaw(double[] logs, double[] scores)
    {
        (this.logs, this.scores) = (logs, scores);
        slopes = new double[logs.Length];
        for (int i = 0; i < slopes.Length; i++)
            slopes[i] = i == 0 ? Rise(0) : i == slopes.Length - 1 ? Rise(i - 1) : Slope(i);
    }

    /// <summary>Null where the times do not rise.</summary>
    public static PercentileLaw? Through(IReadOnlyList<double> levels, ReadOnlySpan<double> times)
    {
        for (int i = 0; i < times.Length; i++)
        {
            if (!(times[i] > (i == 0 ? 0 : times[i - 1])))
                return null;
        }
        return new PercentileLaw(Array.ConvertAll(times.ToArray(), Math.Log), [.. levels.Select(StandardNormal.Score)]);
    }

    public override void Above(ReadOnlySpan<double> times, Span<double> above)
    {
        for (int i = 0; i < times.Length; i++)
            above[i] = times[i] > 0 ? StandardNormal.Probability(-ScoreAt(Math.Log(times[i]))) : 1;
    }

    public override double Exceeded(double tail)
    {
        double score = -StandardNormal.Score(tail);
        if (score <= scores[0])
            return Math.Exp(logs[0] + (score - scores[0]) / slopes[0]);
        if (score >= scores[^1])
            return Math.Exp(logs[^1] + (score - scores[^1]) / slopes[^1]);
        return base.Exceeded(tail);
    }

    protected override (double Low, double High) Bracket(double tail)
    {
        int right = Array.FindIndex(scores, score => score >= -StandardNormal.Score(tail));
        return (Math.Exp(logs[right - 1]), Math.Exp(logs[right]));
    }

    private double Rise(int left) => (scores[left + 1] - scores[left]) / (logs[left + 1] - logs[left]);

    /// <summary>Weighted harmonic mean of the two rises: the cubic then never overshoots.</summary>
    private double Slope(int at)
    {
        double before = logs[at] - logs[at - 1], after = logs[at + 1] - logs[at];
        return 3 * (before + after) / ((2 * after + before) / Rise(at - 1) + (after + 2 * before) / Rise(at));
    }

    private double ScoreAt(double log)
    {
        int right = Array.FindIndex(logs, border => border >= log);
        if (right == 0)
            return scores[0] + (log - logs[0]) * slopes[0];
        if (right < 0)
            return scores[^1] + (log - logs[^1]) * slopes[^1];
        return Cubic(right - 1, log);
    }

    private double Cubic(int left, double log)
    {
        double width = logs[left + 1] - logs[left], t = (log - logs[left]) / width, rise = scores[left + 1] - scores[left];
        double start = slopes[left] * width, end = slopes[left + 1] * width;
        return scores[left] + t * (start + t * (3 * rise - 2 * start - end + t * (start + end - 2 * rise)));
    }
}

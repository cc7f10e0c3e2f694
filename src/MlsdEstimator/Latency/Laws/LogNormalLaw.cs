using System.Numerics;
using System.Runtime.CompilerServices;

namespace MlsdEstimator;

/// <summary>The logarithm of the time is normal.</summary>
/// <param name="mu">Logarithm of the median, in seconds.</param>
/// <param name="sigma">Spread of the logarithm, above 0.</param>
internal sealed class LogNormalLaw(double mu, double sigma) : Law
{
    /// <summary>Score of the 99th percentile.</summary>
    public const double ScoreOfP99 = 2.3263478740408408;

    /// <summary>So few times are worth the error function; a grid reads the table, within 1e-10.</summary>
    private const int FewTimes = 8;

    public override Moments Moments
    {
        get
        {
            double mean = Math.Exp(mu + sigma * sigma / 2), excess = Math.Exp(sigma * sigma) - 1;
            double variance = mean * mean * excess;
            return new Moments(mean, variance, variance * mean * excess * (excess + 3));
        }
    }

    /// <summary>The law through a median and a 99th percentile; null where the tail does not lie above the median.</summary>
    public static LogNormalLaw? Through(double p50, double p99) =>
        p50 > 0 && p99 > p50 ? new LogNormalLaw(Math.Log(p50), Math.Log(p99 / p50) / ScoreOfP99) : null;

    public override void Above(ReadOnlySpan<double> times, Span<double> above)
    {
        if (times.Length <= FewTimes)
        {
            for (int i = 0; i < times.Length; i++)
                above[i] = StandardNormal.Probability((mu - Math.Log(Math.Max(times[i], 0))) / sigma);
            return;
        }
        Scores(times, above);
        for (int i = 0; i < above.Length; i++)
            above[i] = NormalTable.Probability(above[i]);
    }

    public override double Exceeded(double tail) => Math.Exp(mu - sigma * StandardNormal.Score(tail));

    public override double Floor(double tail) => Exceeded(tail);

    public override RawMoments UpTo(double limit)
    {
        double score = (Math.Log(limit) - mu) / sigma;
        var held = new RawMoments(Part(1, score), Part(2, score), Part(3, score));
        return double.IsPositiveInfinity(limit) ? held : held + StandardNormal.Probability(-score) * RawMoments.At(limit);
    }

    protected override (double Low, double High) Bracket(double tail) => (Exceeded(tail), Exceeded(tail));

    /// <summary>-(ln t - mu) / sigma.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Scores(ReadOnlySpan<double> times, Span<double> scores)
    {
        double rise = -1 / sigma, start = mu / sigma;
        int i = 0;
        for (; i <= times.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            Vector<double> log = Vector.Log(Vector.Max(new Vector<double>(times[i..]), Vector<double>.Zero));
            Vector.FusedMultiplyAdd(log, new Vector<double>(rise), new Vector<double>(start)).CopyTo(scores[i..]);
        }
        for (; i < times.Length; i++)
            scores[i] = Math.Log(Math.Max(times[i], 0)) * rise + start;
    }

    /// <summary>Mean of T^k over the times up to a score.</summary>
    private double Part(int power, double score) =>
        Math.Exp(power * (mu + power * sigma * sigma / 2)) * StandardNormal.Probability(score - power * sigma);
}

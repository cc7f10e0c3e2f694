namespace MlsdEstimator;

/// <summary>Attempts that are given up at a timeout, with a pause before the next one; ends with an answer or after the last timeout.</summary>
/// <param name="attempt">Law of one attempt without a timeout.</param>
/// <param name="timeout">Above 0.</param>
/// <param name="pauses">Pause after each attempt but the last.</param>
internal sealed class RetryLaw(Law attempt, double timeout, double[] pauses) : Law
{
    private readonly double failure = attempt.Above(timeout);

    /// <summary>When every attempt has failed.</summary>
    private readonly double end = (pauses.Length + 1) * timeout + pauses.Sum();

    public override double Least => Math.Min(attempt.Least, end);

    public override IEnumerable<double> Corners => Starts.SelectMany(start => attempt.Corners.Where(corner => corner < timeout).Append(timeout).Select(corner => start + corner));

    public override void Above(ReadOnlySpan<double> times, Span<double> above)
    {
        for (int i = 0; i < times.Length; i++)
            above[i] = At(times[i]);
    }

    /// <summary>P(T > t) is that of an attempt times the failures before it, and flat in a pause.</summary>
    public override RawMoments UpTo(double limit)
    {
        var sum = default(RawMoments);
        double start = 0, failed = 1;
        for (int number = 0; number <= pauses.Length && start < limit; number++)
        {
            sum += failed * Over(start, Math.Min(timeout, limit - start));
            failed *= failure;
            double timedOut = start + timeout;
            start = number < pauses.Length ? timedOut + pauses[number] : end;
            if (limit > timedOut)
                sum += failed * (RawMoments.At(Math.Min(start, limit)) - RawMoments.At(timedOut));
        }
        return sum;
    }

    protected override (double Low, double High) Bracket(double tail) => (Math.Min(Math.Min(attempt.Exceeded(tail), timeout), end), end);

    /// <summary>In a pause the next attempt has not begun: its tail is 1.</summary>
    private double At(double time)
    {
        double start = 0, failed = 1;
        for (int number = 0; number <= pauses.Length; number++)
        {
            if (time < start + timeout)
                return failed * attempt.Above(time - start);
            failed *= failure;
            start += timeout + (number < pauses.Length ? pauses[number] : 0);
        }
        return 0;
    }

    /// <summary>When attempts begin, those before them given up.</summary>
    private IEnumerable<double> Starts
    {
        get
        {
            double start = 0;
            yield return start;
            foreach (double pause in pauses)
                yield return start += timeout + pause;
        }
    }

    /// <summary>Integral of k t^(k-1) P(attempt > t - start) over one attempt's own time.</summary>
    private RawMoments Over(double start, double length) => attempt.UpTo(length).Shifted(start) - RawMoments.At(start);
}

namespace MlsdEstimator;

/// <summary>Tells a listener how far a run is: rising, at most 200 times, and 1 only at the end.</summary>
internal sealed class RunProgress(IProgress<double>? listener)
{
    private const double Step = 0.005;

    private readonly Lock gate = new();
    private double expected = 1;
    private double done;
    private double told = -Step;

    /// <summary>How much work there is in all, as far as is known by now.</summary>
    public void Expect(double work) => expected = work;

    /// <summary>Some work is done, on any thread.</summary>
    public void Add(double work)
    {
        if (listener is null)
            return;
        lock (gate)
        {
            done += work;
            double part = Math.Min(done / expected, 1 - Step);
            if (part >= told + Step)
                listener.Report(told = part);
        }
    }

    public void Finish() => listener?.Report(1);
}

namespace MlsdEstimator.Peers;

/// <summary>W1 in typed quantities, as a user of the library writes it.</summary>
internal sealed class CapacityModel
{
    private static readonly FlopRate DevicePeak = 312 * FlopRate.TeraflopPerSecond;

    public CapacityModel()
    {
        Scalar requestsPerUser = Uncertain.Range(5, 20).AsScalar();
        Scalar peakFactor = Uncertain.Triangular(1.5, 2, 4).AsScalar();
        Scalar features = Uncertain.Uniform(200, 800).AsScalar();
        DataSize feature = Uncertain.Range(8, 64).In(DataSize.Byte);
        FlopCount work = Uncertain.Range(0.5, 5).In(FlopCount.Gigaflop);
        Scalar utilization = Uncertain.Beta(8, 6).AsScalar();
        Spend price = Uncertain.Uniform(1.5, 4).In(Spend.DollarPerHour);
        Duration retention = Uncertain.OneOf((30, 0.5), (90, 0.3), (365, 0.2)).In(Duration.Day);

        Rate average = Users * requestsPerUser / Duration.Day;
        Peak = average * peakFactor;
        FeatureBandwidth = Peak * (features * feature);
        LogStorage = average * (features * feature) * retention * 3;
        Machines = (Peak * work / (utilization * DevicePeak)).Ceiling();
        MonthlyCost = Machines * price * Duration.Month;
    }

    public Scalar Users { get; } = Uncertain.Range(120e6, 180e6).AsScalar();

    public Rate Peak { get; }

    public Bandwidth FeatureBandwidth { get; }

    public DataSize LogStorage { get; }

    public Scalar Machines { get; }

    public Money MonthlyCost { get; }

    public IReadOnlyList<IQuantity> Outputs => [Peak, FeatureBandwidth, LogStorage, Machines, MonthlyCost];

    /// <summary>The outputs whose quantiles move smoothly with the inputs: what accuracy is judged on.</summary>
    public IReadOnlyList<IQuantity> SmoothOutputs => [Peak, FeatureBandwidth, LogStorage];
}

namespace MlsdEstimator.Tests;

/// <summary>
/// A video-recommendation capacity estimate with nine independent uncertain inputs and five outputs, whose statistics are known exactly by quadrature.
/// Benchmarks run the same one.
/// </summary>
internal sealed class CapacityWorkload
{
    private static readonly FlopRate Accelerator = FlopRate.FromTeraflopsPerSecond(312);

    public CapacityWorkload()
    {
        Scalar users = (120e6, 180e6);
        Scalar perUser = (5, 20);
        Scalar peakFactor = Uncertain.Triangular(1.5, 2, 4).AsScalar();
        Scalar features = Uncertain.Uniform(200, 800).AsScalar();
        DataSize featureSize = 8.Bytes.To(64.Bytes);
        FlopCount perRequest = FlopCount.FromGigaflops(0.5).To(FlopCount.FromGigaflops(5));
        Fraction utilisation = Uncertain.Beta(8, 6).AsFraction();
        Spend price = Uncertain.Uniform(1.5, 4).In(Spend.DollarPerHour);
        Duration retention = Uncertain.OneOf((30, 0.5), (90, 0.3), (365, 0.2)).In(Duration.Day);

        Rate average = users * perUser / Duration.Day;
        PeakRate = (average * peakFactor).Named("peak QPS");
        FeatureRead = (PeakRate * features * featureSize).Named("feature bytes per second");
        LogStorage = (average * features * featureSize * retention * 3).Named("log storage");
        Accelerators = (PeakRate * perRequest / (Accelerator * utilisation)).Ceiling().Named("GPUs");
        MonthlyCost = (Accelerators * price * Duration.Month).Named("cost");
    }

    public Rate PeakRate { get; }

    public Bandwidth FeatureRead { get; }

    public DataSize LogStorage { get; }

    public Scalar Accelerators { get; }

    public Money MonthlyCost { get; }

    public IReadOnlyList<IQuantity> Outputs => [PeakRate, FeatureRead, LogStorage, Accelerators, MonthlyCost];
}

namespace MlsdEstimator.Benchmarks;

/// <summary>A fleet for a video recommender, small enough to read: what the readings of the graph are measured on.</summary>
internal sealed class CapacityCase
{
    public CapacityCase()
    {
        Rate peak = Users * 3.To(30, best: 10).Named("requests per user per day") * 1.6.To(3, best: 2).Named("peak factor") / Duration.Day;
        Peak = peak.Named("peak QPS");
        Machines = (Peak / 200.PerSecond.To(800.PerSecond)).Ceiling().Named("machines");
        Cost = (Machines * 1.5.To(4) * Spend.DollarPerHour).Named("monthly cost");
    }

    public Scalar Users { get; } = 100e6.To(1e9, best: 500e6).Named("daily active users");

    public Rate Peak { get; }

    public Scalar Machines { get; }

    public Spend Cost { get; }
}

namespace MlsdEstimator.Tests;

/// <summary>The video-recommendation case at point values: 500M users x 10 requests, peak x 2, 10 GFLOP a request, A100 at 20 % and 60 % (batch 40 % and 100 %).</summary>
public class VideoRecommendationNumbers
{
    private static readonly Accelerator A100 = Accelerators.A100Sxm80Gb;

    private static readonly CustomModel Ranker = new() { Title = "Ranker", Parameters = 10.Million, FlopsPerExample = 10.Gigaflops, Format = ModelFormat.Fp16 };

    private static readonly Traffic Web = Traffic.FromUsers(500.Million, 10, Peak.Factor(2));

    [Fact]
    public void Traffic_is_57870_on_average_and_115741_at_peak()
    {
        Assert.Equal(57_870.37, Web.Average.PerSecond, 2);
        Assert.Equal(115_740.74, Web.Peak.PerSecond, 2);
    }

    [Fact]
    public void Online_takes_31_replicas_that_are_busy_223_of_744_hours()
    {
        OnlineServing online = Online(Ranker);

        Assert.Equal(30.91, online.Needed.Value, 2);
        Assert.Equal(31, online.Bought.Value);
        Assert.Equal(222.6, online.BusyHours.Value, 1);
        Assert.Equal(744, online.ProvisionedHours.Value);
        Assert.Equal(0.299, online.Utilisation.Value, 3);
    }

    [Fact]
    public void Quantized_takes_16_and_distilled_7()
    {
        Assert.Equal(16, Online(Ranker.With(Quantization.To(ModelFormat.Int8))).Bought.Value);
        Assert.Equal(7, Online(Ranker.With(new Distillation { Factor = 5, QualityKept = 97.Percent })).Bought.Value);
    }

    [Fact]
    public void Batch_takes_44_hours_for_all_and_11_for_the_active()
    {
        BatchInference all = Batch(PrecomputeSet.AllRegistered(2.Billion, 500.Million));
        BatchInference active = Batch(PrecomputeSet.Active(500.Million, Fraction.One, Fraction.One));

        Assert.Equal(44.5, all.HoursPerRefresh.Value, 1);
        Assert.Equal(11.1, active.HoursPerDay.Value, 1);
        Assert.Equal(0.75, all.Waste.Value, 12);
        Assert.Equal(0, active.Waste.Value);
        Finding waste = Assert.Single(all.Findings, finding => finding.Code == FindingCodes.BatchWaste);
        Assert.Equal("75% of the work is for people who do not come; precompute for the active only, and serve the rest online.", waste.Message);
    }

    [Theory] // GPUs at 37.4 TFLOP/s of the other interview cases, need not rounded
    [InlineData(80_000, 10, 21.37)] // ad click-through
    [InlineData(92_592.59, 10, 24.73)] // news feed
    [InlineData(13_020_833.33, 0.5, 173.9)] // smart compose
    [InlineData(9_259.26, 6.7, 1.657)] // video search
    [InlineData(18_518.52, 2, 0.9892)] // personal search
    [InlineData(11_574.07, 39.4, 12.18)] // harmful content
    public void Needed_of_other_cases_is_as_published(double peakPerSecond, double gigaflops, double replicas)
    {
        var load = Load.Of(peakPerSecond.PerSecond, peakPerSecond.PerSecond, "requests");
        OnlineServing online = ServingExamples.OneZone(load, Convention(gigaflops.Gigaflops, 20.Percent, 60.Percent, A100.RateFor(Precision.Fp16).Rate));

        Assert.Equal(replicas, online.Needed.Value, replicas * 1e-3);
    }

    [Fact]
    public void Batch_of_people_you_may_know_takes_45_hours_for_all_and_stores_240_gigabytes() // 1e9 users, 20 GFLOP, 240 B a list
    {
        CustomModel model = Ranker with { FlopsPerExample = 20.Gigaflops };
        BatchInference active = Batch(PrecomputeSet.Active(300.Million, Fraction.One, Fraction.One), model);
        BatchInference all = Batch(PrecomputeSet.AllRegistered(1.Billion, 300.Million), model);

        Assert.Equal(13.4, active.HoursPerDay.Value, 1);
        Assert.Equal(44.5, all.HoursPerDay.Value, 1);
        Assert.Equal(240, all.OutputStore.Gigabytes, 9);
        Assert.Equal(0.7, all.Waste.Value, 12);
    }

    private static OnlineServing Online(CustomModel model) =>
        ServingExamples.OneZone(Web.Load, Convention(model.FlopsPerExample, 20.Percent, 60.Percent, A100.PeakFor(model))) with { ReplicaName = A100.Name };

    private static BatchInference Batch(PrecomputeSet set, CustomModel? model = null) => new()
    {
        Set = set,
        Worker = Convention((model ?? Ranker).FlopsPerExample, 40.Percent, Fraction.One, A100.RateFor(Precision.Fp16).Rate),
        RefreshInterval = 1.Days,
        Window = 4.Hours,
        OutputPerEntity = 240.Bytes,
        OutputCopies = 1,
    };

    private static Capacity Convention(FlopCount work, Fraction utilisation, Fraction load, FlopRate peak) =>
        Capacity.FlopConvention(peak, utilisation, load, work);
}

using MlsdEstimator.Samples;

namespace MlsdEstimator.Tests;

/// <summary>
/// The video-recommendation case at its published point values: 312 TFLOP/s x 0.20 x 0.60 for serving, x 0.40 for batch. The literals are the published results.
/// </summary>
public class VideoRecommendationTests
{
    private static readonly Worksheet Points = new VideoRecommendation().Build(VideoRecommendation.PointValues()).Sheet;
    private static readonly Worksheet Ranges = new VideoRecommendation().Build(new CaseInputs([])).Sheet;

    [Theory]
    [InlineData("Web traffic / average QPS", 57_870, 0.5)]
    [InlineData("Web traffic / peak QPS", 115_741, 0.5)]
    [InlineData("Concurrency / in flight at peak", 23_148, 0.5)]
    [InlineData("Funnel / ranked predictions at peak", 57.9e6, 0.05e6)]
    [InlineData("Video index / bytes per item", 704, 1e-9)]
    [InlineData("Video index / index, one copy", 70.4e9, 1)]
    [InlineData("Feature store / bundle reads at peak", 58.0e6, 0.05e6)]
    [InlineData("Feature store / bytes fetched at peak", 58e9, 0.5e9)]
    [InlineData("Ranker options / ranker GPUs, fp16", 31, 0)]
    [InlineData("Ranker options / ranker GPUs, int8", 16, 0)]
    [InlineData("Ranker options / ranker GPUs, distilled 5x", 7, 0)]
    [InlineData("Event log / rows per day, raw", 50e12, 1e6)]
    [InlineData("Event log / kept, with copies", 4.5e15, 1e8)]
    [InlineData("Training set / training rows per day", 2.2e10, 1)]
    [InlineData("Training set / training bytes read per day", 11e12, 1e6)]
    [InlineData("Ranker, online against batch / online, busy GPU-hours per day", 223, 0.5)]
    [InlineData("Ranker, online against batch / online, provisioned GPU-hours per day", 744, 0)]
    [InlineData("Ranker, online against batch / batch for all registered, GPU-hours per day", 44.5, 0.05)]
    [InlineData("Ranker, online against batch / batch for the active, GPU-hours per day", 11.1, 0.05)]
    [InlineData("Ranker, online against batch / batch for all registered, waste", 0.75, 1e-12)]
    public void Point_values_give_the_published_result(string result, double published, double rounding) =>
        Assert.InRange(Points[result].BaseValue, published - rounding, published + rounding);

    [Fact]
    public void Nominal_QPS_of_the_ranges_is_that_of_the_points()
    {
        Assert.Equal(57_870, Ranges["average QPS"].BaseValue, 0.5);
        Assert.Equal(115_741, Ranges["peak QPS"].BaseValue, 0.5);
        Assert.Equal(23_148, Ranges["in flight at peak"].BaseValue, 0.5);
    }

    [Theory]
    [InlineData("daily active users", 100e6, 500e6, 1e9)]
    [InlineData("requests per user per day", 3, 10, 30)]
    [InlineData("peak factor", 1.6, 2, 3)]
    [InlineData("candidates ranked", 100, 500, 1500)]
    [InlineData("row size", 100, 500, 2000)]
    [InlineData("retention", 7 * 86_400, 30 * 86_400, 90 * 86_400)]
    public void Range_states_the_sweep_of_the_published_table(string name, double low, double best, double high)
    {
        IQuantity input = Ranges.Inputs.First(input => input.Name == name);
        IEstimate belief = Simulation.Run([input]).Of(input);
        Assert.Equal(low, belief.Low.BaseValue, low * 1e-9);
        Assert.Equal(best, input.BaseValue, best * 1e-9);
        Assert.Equal(high, belief.High.BaseValue, high * 1e-9);
    }

    [Fact]
    public void Point_values_leave_only_prices_and_what_a_client_needs_for_bytes_uncertain() =>
        Assert.Equal(["A100-SXM-80GB on demand", "decoding", "network"], Points.Inputs.Where(input => !input.IsCertain).Select(input => input.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Reading_all_results_twice_builds_each_node_once()
    {
        IReadOnlyList<IQuantity> first = Ranges.Results, second = Ranges.Results;
        Assert.Equal(first.Count, second.Count);
        Assert.All(first.Zip(second), pair => Assert.Same(pair.First, pair.Second));
        Assert.All(first.Zip(second), pair => Assert.Same(pair.First.Node, pair.Second.Node));
    }

    [Fact]
    public void Every_step_has_an_estimator() =>
        Assert.DoesNotContain(Ranges.Findings, finding => finding.Code == FindingCodes.StepEmpty);

    [Fact]
    public void Gpu_count_says_that_it_is_the_model_only()
    {
        Assert.Contains(Aspect.ModelOnly, Ranges["ranker GPUs, fp16"].Aspects);
        Assert.Contains(Ranges.Findings, finding => finding.Code == FindingCodes.ModelOnly);
    }

    [Fact]
    public void Concurrency_says_that_it_is_an_upper_bound() =>
        Assert.Contains(Ranges.Findings, finding => finding.Code == FindingCodes.PercentileInLittlesLaw && finding.Message.Contains("upper bound", StringComparison.Ordinal));

    [Fact]
    public void Total_counts_only_what_was_chosen()
    {
        Assert.DoesNotContain(Ranges.Tiers, tier => tier.Name == "Ranker online");
        Assert.Contains(Ranges.Tiers, tier => tier.Name == "Ranker batch, active users");
        double sum = Ranges.Tiers.Where(tier => tier.Cost is not null).Sum(tier => tier.Cost!.DollarsPerMonth);
        Assert.Equal(sum, Ranges.Cost.DollarsPerMonth, sum * 1e-12);
    }
}

using MlsdEstimator.Samples;

namespace MlsdEstimator.Tests;

/// <summary>
/// The video-recommendation case at its published point values: 312 TFLOP/s x 0.20 x 0.60 for serving, x 0.40 for batch, the FLOP convention. The literals are the published results.
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
    public void Gpu_count_by_the_convention_says_that_it_is_the_model_only()
    {
        Assert.Contains(Aspect.ModelOnly, Points["ranker GPUs, fp16"].Aspects);
        Assert.Contains(Points.Findings, finding => finding.Code == FindingCodes.ModelOnly);
        Assert.Contains(Aspect.ModelOnly, Ranges["ranker GPUs, fp16, FLOP convention"].Aspects);
        Assert.DoesNotContain(Aspect.ModelOnly, Ranges["ranker GPUs, fp16"].Aspects);
    }

    /// <summary>At best guesses: 10 GFLOP / 312 TFLOP/s = 32.05 us of arithmetic at the peak for a request; the convention takes 0.2 of the peak, the fitted step 0.32.</summary>
    [Fact]
    public void Fitted_step_drives_machines_and_the_convention_stands_beside_it()
    {
        var step = new NetworkStep
        {
            Work = new NetworkWork { Kind = NetworkKind.Recommender, Flops = 10.Gigaflops, Activations = 5.Million, Parameters = 10.Million, Layers = 10 },
            Device = Accelerators.A100Sxm80Gb, Format = ModelFormat.Fp16, Stack = NetworkRuntime.TensorRt, Batch = 1,
        };
        double perGpu = step.Throughput.PerSecond * 0.92 * 0.6;
        Assert.Equal(32.05e-6, step.Bound.Seconds, 1e-8);
        Assert.Equal(Math.Ceiling(115_740.74 / perGpu), Ranges["ranker GPUs, fp16"].BaseValue);
        Assert.Equal(31, Ranges["ranker GPUs, fp16, FLOP convention"].BaseValue);
        Assert.Equal(16, Ranges["ranker GPUs, int8, FLOP convention"].BaseValue);
        Assert.Equal(7, Ranges["ranker GPUs, distilled 5x, FLOP convention"].BaseValue);
        Assert.Equal(222.6, Ranges["busy GPU-hours per day, FLOP convention"].BaseValue, 0.05);
        Assert.Equal(11.13, Ranges["batch GPU-hours per day, FLOP convention"].BaseValue, 0.005);
        Assert.Equal(57_870.37 / (step.Throughput.PerSecond * 0.92) * 24, Ranges["online, busy GPU-hours per day"].BaseValue, 0.05);
        Assert.Equal(32.05e-6 / step.Step.Seconds, Ranges["part of the peak, fitted step"].BaseValue, 1e-4);
    }

    [Fact]
    public void Convention_says_why_it_differs()
    {
        Finding difference = Assert.Single(Ranges.Findings, finding => finding.Message.StartsWith("For comparison, not bought", StringComparison.Ordinal));
        Assert.Equal("For comparison, not bought: any arithmetic at 20% of the peak. The fitted step reaches 48% in benchmarks and 44% under a latency limit, weights, activations and launches counted.", difference.Message);
        Assert.Same(Ranges["ranker GPUs, fp16, FLOP convention"], difference.Subject);
    }

    [Theory]
    [InlineData("fitted step", "Ranker machines and money follow the fitted step.")]
    [InlineData("flop convention", "Ranker machines and money follow the FLOP convention.")]
    public void Choice_says_what_drives_machines(string capacity, string said) =>
        Assert.EndsWith(said, new VideoRecommendation().Build(new CaseInputs([$"ranker capacity={capacity}"])).Choice, StringComparison.Ordinal);

    /// <summary>int8 doubles the peak and halves the bytes, but neither layers nor the host get faster; a fifth of the operations does not make a fifth of the time.</summary>
    [Theory]
    [InlineData("int8", 1.6, 2.1)]
    [InlineData("distilled 5x", 2, 4)]
    public void Gain_of_a_form_acts_through_the_step_and_hardly_on_the_request(string form, double low, double high)
    {
        string title = $"Ranker gain, {form}";
        double gain = Ranges[$"{title} / speed-up"].BaseValue, gpus = Ranges["ranker GPUs, fp16"].BaseValue, less = Ranges[$"ranker GPUs, {form}"].BaseValue;
        Assert.InRange(gain, low, high);
        Assert.InRange(less, (gpus - 1) / gain, gpus / gain + 1);
        Assert.InRange(Ranges[$"{title} / end-to-end speed-up"].BaseValue, 1, 1.01);
        Assert.False(Ranges[$"{title} / quality kept"].IsCertain);
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

namespace MlsdEstimator.Tests;

/// <summary>Responses of a batching instance. Means: the chain of formula_vectors.csv; one request a batch: Crommelin's law of M/D/1 in mpmath; percentiles: simulated events.</summary>
public class BatchedServiceTests
{
    private static readonly BatchedService Eight = new() { PerItem = 0.5.Milliseconds, PerBatch = 2.Milliseconds, MostPerBatch = 8, Variability = 0 };

    [Theory]
    [InlineData(200, 1, 4, 600, 7.94789935516)]
    [InlineData(500, 0.5, 2, 8, 4.360734102)]
    [InlineData(1_000, 0.5, 2, 8, 6.8997129619)]
    public void Mean_is_that_of_the_exact_chain(double rate, double perItem, double perBatch, int most, double mean)
    {
        LatencyProfile response = (Eight with { PerItem = perItem.Milliseconds, PerBatch = perBatch.Milliseconds, MostPerBatch = most }).Under(rate.PerSecond);
        Assert.Equal(mean, response.Mean.Milliseconds, 5e-4 * mean);
    }

    [Theory]
    [InlineData(0.5, 22.75939873)]
    [InlineData(0.95, 76.20324997)]
    [InlineData(0.99, 113.5588679)]
    [InlineData(0.999, 167.0026819)]
    public void Batches_of_one_are_a_queue_with_constant_service(double level, double milliseconds)
    {
        LatencyProfile response = (Eight with { PerItem = 10.Milliseconds, PerBatch = Duration.Zero, MostPerBatch = 1 }).Under(80.PerSecond);
        Assert.Equal(milliseconds, response.Percentile(level).Milliseconds, 1e-3 * milliseconds);
    }

    [Theory]
    [InlineData(1_000, 0, 8, 31)]
    [InlineData(1_000, 0.1, 8, 32)]
    [InlineData(300, 0.5, 4, 33)]
    public void Percentiles_are_as_simulated(double rate, double variability, int most, int seed)
    {
        var events = new EventQueue(seed);
        double spread = Math.Sqrt(Math.Log(1 + variability));
        double Factor() => variability == 0 ? 1 : Math.Exp(spread * Math.Sqrt(2 * events.Exponential(1)) * Math.Cos(2 * Math.PI * Math.Exp(-events.Exponential(1))) - spread * spread / 2);
        double[] simulated = events.BatchResponses(rate / 1000, 0.5, 2, most, 200_000, Factor);
        LatencyProfile response = (Eight with { MostPerBatch = most, Variability = variability }).Under(rate.PerSecond);
        foreach ((double level, double tolerance) in new[] { (0.5, 0.01), (0.95, 0.01), (0.99, 0.02), (0.999, 0.03) })
            Assert.Equal(simulated[(int)(level * simulated.Length)], response.Percentile(level).Milliseconds, tolerance * simulated[(int)(level * simulated.Length)]);
    }

    [Fact]
    public void Rare_requests_take_the_time_of_a_batch_of_one()
    {
        Assert.Equal(2.5, Eight.Under(1e-9.PerSecond).P99.Milliseconds, 1e-6);
        Assert.Equal(1, Eight.Under(1e-9.PerSecond).Exceeding(2.4.Milliseconds).Value, 1e-9);
        Assert.Equal(0, Eight.Under(1e-9.PerSecond).Exceeding(2.6.Milliseconds).Value, 1e-9);
    }

    [Fact]
    public void Time_and_capacity_follow_tau()
    {
        Assert.Equal(6, Eight.TimeOf(8).Milliseconds, 1e-12);
        Assert.Equal(1333.3333333333333, Eight.Capacity.PerSecond, 1e-9);
        Assert.Equal("batch", Assert.Throws<ArgumentOutOfRangeException>(() => Eight.TimeOf(0.5)).ParamName);
    }

    [Fact]
    public void Waiting_is_included_and_never_queued_again()
    {
        LatencyProfile response = Eight.Under(900.PerSecond);
        Assert.True(response.IncludesWaiting);
        Assert.Equal(900.PerSecond, response.MeasuredAt);
        Assert.Contains("already includes waiting", Assert.Throws<EstimateException>(() => response.WithQueue(900.PerSecond, 4)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1_333.4)]
    [InlineData(5_000)]
    public void Full_instance_has_no_percentile(double rate) => Assert.False(Eight.Under(rate.PerSecond).P99.IsFeasible);

    [Fact]
    public void Bad_inputs_are_refused_by_name()
    {
        Refused("time per item", () => Eight with { PerItem = Duration.Zero });
        Refused("time per batch", () => Eight with { PerBatch = (-1).Milliseconds });
        Refused("variability", () => Eight with { Variability = -0.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Eight with { MostPerBatch = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Eight with { MostPerBatch = 1025 });
        Refused("arrivals", () => Eight.Under(Rate.Zero));

        static void Refused(string parameter, Func<object> make) => Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(make).ParamName);
    }
}

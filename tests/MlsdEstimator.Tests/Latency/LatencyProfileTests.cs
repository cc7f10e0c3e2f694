using MathNet.Numerics.Distributions;

namespace MlsdEstimator.Tests;

/// <summary>Expected values: formula_vectors t.* (scipy, mpmath, closed forms), or SciPy where said.</summary>
public class LatencyProfileTests
{
    private static readonly LatencyProfile Ten = LatencyProfile.Exponential(10.Milliseconds);

    private static readonly LatencyProfile Store = LatencyProfile.LogNormal(5.Milliseconds, 50.Milliseconds);

    [Fact]
    public void Slowest_of_equal_exponentials_matches_mpmath()
    {
        LatencyProfile all = Ten.FanOut(100);
        Close(51.8737751764, all.Mean, 1e-9);
        Close(92.0536966402, all.P99, 1e-9);
    }

    [Fact]
    public void K_of_n_matches_scipy()
    {
        LatencyProfile most = Ten.KOfN(95, 100);
        Close(29.0404418431, most.Mean, 1e-9);
        Close(40.0922510423, most.P99, 1e-8);
        Close(29.2896825397, Ten.KOfN(10, 10).Mean, 1e-9);
        Close(14.2896825397, Ten.KOfN(8, 10).Mean, 1e-9);
    }

    [Fact]
    public void Hedged_percentiles_match_scipy()
    {
        Close(38.0045122977, Ten.Hedged(Ten.P95).P99, 1e-9);
        Close(46.0517018599, Ten.Hedged(Ten.P90).P999, 1e-9);
        Close(32.8132744328, Store.Hedged(Store.P95).P99, 1e-8);
        Close(45.7137744266, Store.Hedged(Store.P95).P999, 1e-8);
        Close(17.7768829731, Store.Hedged(Duration.Zero).P99, 1e-8);
        Close(17.7768829731, Store.FastestOf(2).P99, 1e-8);
        Close(17.7768829731, LatencyProfile.FastestOf(Store, Store).P99, 1e-8);
    }

    [Fact]
    public void Parallel_and_sequence_of_exponentials_match_scipy()
    {
        LatencyProfile[] parts = [LatencyProfile.Exponential(2.Milliseconds), LatencyProfile.Exponential(3.Milliseconds), LatencyProfile.Exponential(5.Milliseconds)];
        Close(6.46417050691, LatencyProfile.Parallel(parts).Mean, 1e-9);
        Close(23.2485796694, LatencyProfile.Parallel(parts).P99, 1e-8);
        LatencyProfile sequence = parts[0].Then(parts[1]).Then(parts[2]);
        Close(10, sequence.Mean, 1e-12);
        Close(30.0625728562, sequence.P99, 1e-3);
    }

    [Theory]
    [InlineData(2, 66.3835206799)]
    [InlineData(3, 84.0594691489)]
    [InlineData(5, 116.046255795)]
    public void Sum_of_exponentials_matches_the_gamma_law(int stages, double expected) => Close(expected, Ten.Repeated(stages).P99, 1e-3);

    [Fact]
    public void Cache_mixture_matches_scipy()
    {
        LatencyProfile hit = LatencyProfile.Exponential(1.Milliseconds), miss = LatencyProfile.Exponential(20.Milliseconds);
        Close(32.1887582487, miss.WithCache(95.Percent, hit).P99, 1e-8);
        Close(2.9, miss.WithCache(90.Percent, hit).Mean, 1e-12);
    }

    [Fact]
    public void Retries_match_closed_forms()
    {
        RetriedLatency once = Ten.WithRetries(30.Milliseconds, 2);
        Close(9.97521247823, once.Mean, 1e-9);
        RetriedLatency thrice = LatencyProfile.Constant(1.Seconds).WithRetries(200.Milliseconds, 4, Backoff.Exponential(50.Milliseconds, 1.Seconds));
        Assert.Equal(1150, thrice.WorstCase.Milliseconds, 1e-9);
        Assert.Equal(1150, thrice.P50.Milliseconds, 1e-9);
        Assert.Equal(4, thrice.Amplification.Value);
        Assert.Equal(0, thrice.SuccessRate.Value);
    }

    [Fact]
    public void Retries_at_a_failure_rate_match_the_geometric_law()
    {
        RetriedLatency retried = Ten.WithRetries(Ten.P95, 3);
        Assert.Equal(0.999875, retried.SuccessRate.Value, 1e-12);
        Assert.Equal(1.0525, retried.Amplification.Value, 1e-12);
    }

    [Fact]
    public void Distribution_of_mathnet_is_read_in_its_unit()
    {
        LatencyProfile gamma = LatencyProfile.FromDistribution(new Gamma(2, 0.1), Duration.Millisecond);
        Close(66.3835206799, gamma.P99, 1e-9);
        Close(20, gamma.Mean, 1e-9);
        Assert.Equal(0.5, gamma.Scv.Value, 1e-8);
    }

    [Fact]
    public void Moments_of_closed_forms_are_exact()
    {
        Assert.Equal(1, Ten.Scv.Value, 1e-12);
        Close(10, Ten.Mean, 1e-14);
        Assert.Equal(1.66359064783, LatencyProfile.LogNormal(10.Milliseconds, 100.Milliseconds).Scv.Value, 1e-10);
        Assert.Equal(0, LatencyProfile.Constant(3.Milliseconds).Scv.Value);
        Close(16.3205105552 + 3, LatencyProfile.Constant(3.Milliseconds).Then(LatencyProfile.LogNormal(10.Milliseconds, 100.Milliseconds)).Mean, 1e-11);
    }

    private static void Close(double milliseconds, Duration actual, double relative) =>
        Assert.Equal(milliseconds, actual.Milliseconds, milliseconds * relative);
}

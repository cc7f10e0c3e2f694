namespace MlsdEstimator.Tests;

/// <summary>The numbers under the profiles. Expected values: closed forms, unless said.</summary>
public class LawKernelTests
{
    /// <summary>(1 + 2x + 3x^2)(4 + 5x) = 4 + 13x + 22x^2 + 15x^3; the support may begin late, and cells beyond the end are cut off.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(253)]
    public void Convolution_is_the_product_of_polynomials(int shift)
    {
        double[] left = new double[256], right = new double[256];
        (left[0], left[1], left[2]) = (1, 2, 3);
        right[shift] = 4;
        right[shift + 1] = 5;
        double[] sum = Convolution.Of(left, right);
        double[] expected = [4, 13, 22, 15];
        for (int cell = 0; cell < 256; cell++)
            Assert.Equal(cell >= shift && cell < shift + 4 ? expected[cell - shift] : 0, sum[cell], 1e-14);
        Assert.Equal(sum, Convolution.Of(right, left));
    }

    /// <summary>(1/2 + x/2)^n: binomial coefficients over 2^n.</summary>
    [Theory]
    [InlineData(1, 1, 0.5)]
    [InlineData(5, 2, 0.3125)]
    [InlineData(6, 3, 0.3125)]
    [InlineData(7, 0, 0.0078125)]
    public void Power_is_repeated_convolution(long count, int cell, double expected)
    {
        double[] coin = new double[256];
        (coin[0], coin[1]) = (0.5, 0.5);
        Assert.Equal(expected, Convolution.Power(coin, count)[cell], 1e-15);
    }

    [Fact]
    public void Convolution_of_nothing_is_nothing() => Assert.Equal(new double[256], Convolution.Of(new double[256], new double[256]));

    [Theory]
    [InlineData(1e-17, 1000, 1e-14)]
    [InlineData(0.01, 100, 0.633967658727)]
    [InlineData(0.5, 1, 0.5)]
    [InlineData(0, 10, 0)]
    [InlineData(1, 10, 1)]
    public void Tail_of_any_matches_mpmath(double tail, double count, double expected) =>
        Assert.Equal(expected, TailProbability.OfAny(tail, count), expected * 1e-11);

    [Theory]
    [InlineData(0.01, 100, 1.00498308242e-4)]
    [InlineData(0.5, 1, 0.5)]
    [InlineData(1, 3, 1)]
    public void Tail_of_each_undoes_tail_of_any(double tail, double count, double expected)
    {
        Assert.Equal(expected, TailProbability.OfEach(tail, count), expected * 1e-10);
        Assert.Equal(tail, TailProbability.OfAny(TailProbability.OfEach(tail, count), count), tail * 1e-13);
    }

    /// <summary>E min(T, L)^k of an exponential law with mean 2 at L = 3, by parts: first 2 (1 - e^-1.5).</summary>
    [Fact]
    public void Integrated_moments_match_closed_forms()
    {
        var law = new ExponentialLaw(2);
        RawMoments integrated = RawMoments.Integrated(law, law.Least, 3), closed = law.UpTo(3);
        Assert.Equal(1.5537396797031404, closed.First, 1e-14);
        Assert.Equal(closed.First, integrated.First, 1e-7);
        Assert.Equal(closed.Second, integrated.Second, 1e-6);
        Assert.Equal(closed.Third, integrated.Third, 1e-5);
        Assert.Equal((2.0, 8.0, 48.0), (law.UpTo(double.PositiveInfinity).First, law.UpTo(double.PositiveInfinity).Second, law.UpTo(double.PositiveInfinity).Third));
    }

    /// <summary>Mean, variance and third central moment of an exponential law with mean 2: 2, 4, 16. A shift moves the mean only.</summary>
    [Fact]
    public void Central_moments_and_shifts_follow_the_binomials()
    {
        RawMoments raw = new ExponentialLaw(2).UpTo(double.PositiveInfinity);
        Assert.Equal(new Moments(2, 4, 16), raw.Central);
        Moments moved = raw.Shifted(3).Central;
        Assert.Equal((5, 4, 16), (moved.Mean, Math.Round(moved.Variance, 9), Math.Round(moved.Third, 9)));
        Assert.Equal(new RawMoments(3, 9, 27), RawMoments.At(3));
    }

    /// <summary>Log-normal with median 1 and sigma 1: mean e^0.5, E T^2 = e^2; its limited moments meet the integrals.</summary>
    [Fact]
    public void Limited_moments_of_a_log_normal_law_match_the_integral()
    {
        var law = new LogNormalLaw(0, 1);
        Assert.Equal(1.6487212707001282, law.UpTo(double.PositiveInfinity).First, 1e-13);
        Assert.Equal(7.38905609893065, law.UpTo(double.PositiveInfinity).Second, 1e-12);
        RawMoments integrated = RawMoments.Integrated(law, law.Least, 2.5), closed = law.UpTo(2.5);
        Assert.Equal(integrated.First, closed.First, 1e-6);
        Assert.Equal(integrated.Second, closed.Second, 1e-5);
        Assert.Equal(integrated.Third, closed.Third, 1e-4);
        Assert.Equal(law.Moments.Variance, law.UpTo(double.PositiveInfinity).Central.Variance, 1e-10);
        Assert.Equal(law.Moments.Third, law.UpTo(double.PositiveInfinity).Central.Third, 1e-8);
    }

    [Fact]
    public void Rows_and_single_times_agree()
    {
        Law[] laws =
        [
            new LogNormalLaw(0, 0.5), new ExponentialLaw(1), new ConstantLaw(1), new SampleLaw([0.5, 1, 3]), new FanOutLaw(new LogNormalLaw(0, 0.5), 9), new FirstOfLaw(new ExponentialLaw(1), 3),
            new OrderLaw(new ExponentialLaw(1), 2, 5), new HedgedLaw(new LogNormalLaw(0, 1), new LogNormalLaw(0, 1), 1.5), new RetryLaw(new ExponentialLaw(1), 1, [0.5, 1]),
            new MixtureLaw([0.25, 0.75], [new ConstantLaw(1), new ExponentialLaw(2)]), new SlowestLaw([new ExponentialLaw(1), new ExponentialLaw(2)]), new ScaledLaw(new ExponentialLaw(1), 2, 0.25),
        ];
        double[] times = [.. Enumerable.Range(0, 40).Select(step => step * 0.11)], above = new double[40];
        foreach (Law law in laws)
        {
            law.Above(times, above);
            Assert.Equal(above.OrderDescending(), above);
            for (int i = 0; i < times.Length; i++)
                Assert.Equal(law.Above(times[i]), above[i], 2e-10);
        }
    }

    [Fact]
    public void Nothing_is_within_a_negative_time()
    {
        Law[] laws = [new LogNormalLaw(0, 0.5), new ExponentialLaw(1), new ConstantLaw(0), new SampleLaw([0.5, 1]), new HedgedLaw(new ExponentialLaw(1), new ExponentialLaw(1), 1), new RetryLaw(new ExponentialLaw(1), 1, [])];
        Assert.All(laws, law => Assert.Equal(1, law.Above(-0.5)));
    }

    [Fact]
    public void Programs_are_equal_by_their_steps()
    {
        LawStep[] Steps(double level) => [new LawStep(LawShape.Percentiles, 2, 0, new Levels([0.5, level]))];
        Assert.Equal(new LawProgram(Steps(0.9), false), new LawProgram(Steps(0.9), false));
        Assert.Equal(new LawProgram(Steps(0.9), false).GetHashCode(), new LawProgram(Steps(0.9), false).GetHashCode());
        Assert.NotEqual(new LawProgram(Steps(0.9), false), new LawProgram(Steps(0.95), false));
        Assert.NotEqual(new LawProgram(Steps(0.9), false), new LawProgram(Steps(0.9), true));
        Assert.Equal((2, 3), (new LawProgram(Steps(0.9), false).InputCount, new LawProgram(Steps(0.9), true).InputCount));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(1.5)]
    public void Impossible_common_load_has_no_law(double correlation) =>
        Assert.Null(new LawProgram([new LawStep(LawShape.Exponential, 1, 0, null)], true).Law([1, correlation]));

    [Fact]
    public void Impossible_compositions_have_no_law()
    {
        Law[] one = [new ExponentialLaw(1)];
        Assert.Null(Made(LawShape.Constant, [-1], []));
        Assert.Null(Made(LawShape.Exponential, [0], []));
        Assert.Null(Made(LawShape.Scaled, [-1], one));
        Assert.Null(Made(LawShape.FanOut, [0], one));
        Assert.Null(Made(LawShape.FirstOf, [0.0], one));
        Assert.Null(Made(LawShape.Order, [3, 2], one));
        Assert.Null(Made(LawShape.Hedged, [-1], [one[0], one[0]]));
        Assert.Null(Made(LawShape.Mixture, [0, 0], [one[0], one[0]]));
        Assert.Null(Made(LawShape.Mixture, [2, -1], [one[0], one[0]]));
        Assert.Null(Made(LawShape.Retried, [0], one));
        Assert.Null(Made(LawShape.Retried, [1, -1], one));
        Assert.Null(Made(LawShape.Waves, [3, 0.0], one));
        Assert.Null(Made(LawShape.Repeated, [-1], one));
        Assert.Null(Made(LawShape.LogNormal, [2, 1], []));
        Assert.Null(Made(LawShape.LogNormal, [0, 1], []));
    }

    private static Law? Made(LawShape shape, double[] numbers, Law[] parts) => LawFactory.Make(new LawStep(shape, numbers.Length, parts.Length, null), numbers, parts);

    /// <summary>SciPy: gamma.ppf for equal means; quadrature over Erlang-2 of mean 4 for (2, 2, 7).</summary>
    [Theory]
    [InlineData(3, 8.405946914885464)]
    [InlineData(30, 44.189709450724685)]
    public void Equal_exponential_times_add_to_erlangs_law(double count, double p99)
    {
        LatencyProfile sum = LatencyProfile.Exponential(1.Seconds).Repeated(count);
        Assert.Equal(p99, sum.P99.Seconds, 1e-11 * p99);
        Assert.Equal(count, sum.Mean.Seconds, 1e-12 * count);
        Assert.Equal(1 / count, sum.Scv.Value, 1e-12);
        Assert.Equal(0.01, sum.Exceeding(p99 * Duration.Second).Value, 1e-12);
    }

    [Fact]
    public void Exponential_times_of_nearly_equal_means_add_without_cancelling()
    {
        LatencyProfile sum = LatencyProfile.Exponential(2.Seconds).Then(LatencyProfile.Exponential(7.Seconds)).Then(LatencyProfile.Exponential(2.Seconds));
        Assert.Equal(36.94674716931237, sum.P99.Seconds, 1e-9);
        Assert.Equal(0.9287375029293186, sum.Exceeding(3.Seconds).Value, 1e-12);
        LatencyProfile near = LatencyProfile.Exponential(1.Seconds).Then(LatencyProfile.Exponential(1.000000000001.Seconds)).Then(LatencyProfile.Exponential(0.999999999999.Seconds));
        Assert.Equal(8.405946914885464, near.P99.Seconds, 1e-10);
    }

    /// <summary>An exact sum inside another sum is taken apart again: 3 + 2 equal times are Erlang-5 (SciPy gamma.ppf), also behind a constant.</summary>
    [Fact]
    public void Sums_of_exponential_sums_are_one_sum()
    {
        LatencyProfile one = LatencyProfile.Exponential(1.Seconds);
        LatencyProfile sum = one.Repeated(3).Then(LatencyProfile.Constant(2.Seconds)).Then(one.Repeated(2));
        Assert.Equal(13.6046255795, sum.P99.Seconds, 1e-8);
    }

    /// <summary>k of n: 10 s x (H(276) - H(227)); a grid laid for the last answer would miss the 49th.</summary>
    [Fact]
    public void Early_answer_of_many_has_its_mean() =>
        Assert.Equal(1.9506032251959946, LatencyProfile.Exponential(10.Seconds).KOfN(49, 276).Mean.Seconds, 1e-9);

    /// <summary>By hand: 4 attempts in each of 3 layers; a budget caps what an outage makes; an unlimited one does not.</summary>
    [Fact]
    public void Retries_multiply_through_layers_and_stop_at_a_budget()
    {
        RetriedLatency outage = LatencyProfile.Constant(2.Seconds).WithRetries(1.Seconds, attempts: 4);
        Assert.Equal(64, outage.OutageAmplification(3).Value);
        Assert.Equal(1, outage.OutageAmplification(0).Value);
        Assert.Equal(1.1, outage.AmplificationWithin(10.Percent).Value, 1e-15);
        Assert.Equal(1, LatencyProfile.Constant(0.5.Seconds).WithRetries(1.Seconds, 4).AmplificationWithin(10.Percent).Value);
        Assert.Equal("layers", Assert.Throws<ArgumentOutOfRangeException>(() => outage.OutageAmplification(-1)).ParamName);
    }

    /// <summary>A log-normal is its own match: 10 and 100 ms give them back.</summary>
    [Fact]
    public void Log_normal_of_the_same_moments_gives_a_log_normal_back()
    {
        LogNormalLatency match = LatencyProfile.LogNormal(10.Milliseconds, 100.Milliseconds).Scaled(1).MomentMatched;
        Assert.Equal([10, 100], [match.P50.Milliseconds, match.P99.Milliseconds], (expected, actual) => Math.Abs(actual / expected - 1) < 1e-8);
        Assert.Throws<ArgumentOutOfRangeException>(() => LatencyProfile.Constant(1.Seconds).MomentMatched);
    }
}

namespace MlsdEstimator.Tests;

public class WavesTests
{
    /// <summary>
    /// Calls with median 1 and p99 = ratio, so many calls, so many at once: p50, p95, p99, p99.9.
    /// Expected: a separate program in C, FFT convolution on 2^20 linear cells (two grids agree to 1e-6).
    /// </summary>
    public static TheoryData<double, double, double, double[]> Convolved => new()
    {
        { 5, 2, 1, [2.22087674, 5.18037690, 7.44870508, 11.36420776] },
        { 5, 5, 1, [5.97812627, 10.47345664, 13.39023998, 17.96786571] },
        { 30, 2, 1, [2.90986436, 19.68232858, 46.13242646, 126.16785435] },
        { 30, 3, 1, [5.11103087, 27.13212807, 58.88127877, 151.45280705] },
        { 30, 5, 1, [9.90831460, 40.28206631, 79.78933936, 190.25214590] },
        { 30, 10, 1, [22.84489853, 68.43826138, 120.69880993, 259.59464846] },
        { 30, 20, 1, [50.08612958, 116.76557225, 184.82965993, 357.51433946] },
        { 10, 20, 1, [31.17723401, 49.75748430, 62.14544479, 83.60709272] },
        { 2, 20, 1, [20.85806729, 23.33206583, 24.44433175, 25.75705193] },
        { 1.05, 20, 1, [20.00417904, 20.15910084, 20.22363895, 20.29622514] },
        { 5, 51, 8, [19.25072166, 26.46801450, 30.70877380, 36.94601034] },
        { 30, 9, 8, [10.06856528, 44.36146736, 91.89266945, 225.64183557] },
        { 30, 160, 8, [235.60121947, 399.83166884, 539.38343114, 858.24385819] },
        { 1.0001, 7, 2, [4.00007221, 4.00019719, 4.00025005, 4.00030992] },
        { 1000, 3, 1, [14.36417848, 578.02289515, 3213.56083625, 24568.50882315] },
    };

    public static TheoryData<double, double, double, double[]> LongSums => new()
    {
        { 3, 21, 1, [23.32945091, 27.92280655, 30.11071412, 32.80075495] },
        { 30, 50, 1, [134.60166622, 241.80511149, 336.63444018, 563.22247404] },
        { 30, 100, 1, [277.81289679, 429.21681183, 550.01471871, 825.05257250] },
        { 30, 500, 1, [1436.52063798, 1765.99399232, 1976.48893186, 2392.67500203] },
        { 10, 500, 1, [814.04322563, 896.52221261, 935.07004563, 983.24583677] },
        { 1.5, 500, 1, [507.63662475, 514.23764511, 516.99792499, 520.10971777] },
        { 30, 501, 8, [768.41977108, 1055.15793596, 1260.35718462, 1689.18566016] },
        { 10, 501, 8, [310.95391597, 367.44459392, 397.00508631, 438.41641301] },
    };

    [Theory]
    [MemberData(nameof(Convolved))]
    public void Percentiles_of_up_to_20_waves_are_within_half_a_percent(double ratio, double calls, double parallel, double[] expected) =>
        Within(0.0035, expected, Evaluate(1, ratio, calls, parallel));

    [Theory]
    [MemberData(nameof(LongSums))]
    public void Percentiles_of_many_waves_are_within_a_percent(double ratio, double calls, double parallel, double[] expected) =>
        Within(0.0075, expected, Evaluate(1, ratio, calls, parallel));

    [Fact]
    public void Percentiles_of_moderate_tails_are_nearly_exact()
    {
        Within(0.0002, [2.22087674, 5.18037690, 7.44870508, 11.36420776], Evaluate(1, 5, 2, 1));
        Within(0.0002, [24.97970242, 33.35022432, 37.81896756, 43.91182570], Evaluate(1, 5, 20, 1));
        Within(0.0002, [31.17723401, 49.75748430, 62.14544479, 83.60709272], Evaluate(1, 10, 20, 1));
        Within(0.0002, [20.85806729, 23.33206583, 24.44433175, 25.75705193], Evaluate(1, 2, 20, 1));
    }

    /// <summary>Expected: scipy quadrature and FFT convolution, formula_vectors t.add.ln2 and t.add.ln5.</summary>
    [Theory]
    [InlineData(2, 74.4870507818)]
    [InlineData(5, 133.90239993)]
    public void Sum_of_equal_stages_matches_scipy(double stages, double p99) =>
        Assert.Equal(p99, Evaluate(10, 50, stages, 1)[2], p99 * 2e-4);

    /// <summary>Expected: bisection of the complementary error function of C at 1 - q^(1/n).</summary>
    [Fact]
    public void One_wave_is_exact()
    {
        Within(1e-8, [5.49210902, 9.69451993, 13.09275946, 19.11558780], Evaluate(1, 5, 100, 100));
        Within(1e-8, [1, 3.12039487, 5, 8.48174576], Evaluate(1, 5, 1, 1));
    }

    [Fact]
    public void More_places_than_calls_change_nothing() => Assert.Equal(Evaluate(1, 5, 6, 6), Evaluate(1, 5, 6, 8));

    [Fact]
    public void Calls_and_places_are_rounded_up()
    {
        Assert.Equal(Evaluate(1, 5, 7, 3), Evaluate(1, 5, 6.2, 2.5));
        Assert.Equal(Evaluate(1, 5, 7, 3), Evaluate(1, 5, 7 * (1 + 1e-15), 3));
    }

    [Fact]
    public void Last_wave_is_as_wide_as_the_calls_left()
    {
        Assert.True(Evaluate(1, 5, 9, 8)[0] < Evaluate(1, 5, 10, 8)[0]);
        Assert.True(Evaluate(1, 5, 16, 8)[0] < Evaluate(1, 5, 17, 8)[0]);
    }

    [Fact]
    public void Times_scale_with_the_unit() => Within(1e-9, [.. Evaluate(1, 5, 9, 2).Select(time => time * 0.008)], Evaluate(0.008, 0.04, 9, 2));

    [Fact]
    public void No_call_takes_no_time() => Assert.Equal([0, 0, 0, 0], Evaluate(1, 5, 0, 4));

    [Theory]
    [InlineData(1e6, 3)]
    [InlineData(1e9, 1000)]
    [InlineData(1.0000001, 5)]
    [InlineData(30, 5000)]
    [InlineData(30, 1e6)]
    public void Extreme_tails_and_counts_give_rising_finite_times(double ratio, double calls)
    {
        double[] times = Evaluate(1, ratio, calls, 1);
        Assert.All(times, time => Assert.True(double.IsFinite(time) && time > 0));
        Assert.Equal(times.Order(), times);
    }

    [Fact]
    public void Evaluations_agree_on_any_thread()
    {
        double[] alone = Evaluate(1, 30, 17, 2);
        double[][] together = [.. ParallelEnumerable.Range(0, 64).Select(_ => Evaluate(1, 30, 17, 2))];
        Assert.All(together, times => Assert.Equal(alone, times));
    }

    [Fact]
    public void Impossible_numbers_are_refused_by_name()
    {
        LatencyProfile call = LatencyProfile.LogNormal(1.Seconds, 5.Seconds);
        Assert.Equal("calls", Assert.Throws<ArgumentOutOfRangeException>(() => call.InWaves(-1, 1)).ParamName);
        Assert.Equal("calls at once", Assert.Throws<ArgumentOutOfRangeException>(() => call.InWaves(2, 0)).ParamName);
        Assert.Equal("calls at once", Assert.Throws<ArgumentNullException>(() => call.InWaves(2, null!)).ParamName);
    }

    [Fact]
    public void Normal_table_agrees_with_the_error_function()
    {
        for (double score = -9.5; score < 9.5; score += 0.0137)
            Assert.Equal(StandardNormal.Probability(score), NormalTable.Probability(score), 1e-10);
        Assert.Equal((0.0, 1.0), (NormalTable.Probability(double.NegativeInfinity), NormalTable.Probability(double.PositiveInfinity)));
        Assert.Equal(0.24197072451914337, NormalTable.Density(1), 1e-15); // tables of the normal law
    }

    private static double[] Evaluate(double p50, double p99, double calls, double parallel)
    {
        LatencyProfile waves = LatencyProfile.LogNormal(p50.Seconds, p99.Seconds).InWaves(calls, parallel);
        return [waves.P50.Seconds, waves.P95.Seconds, waves.P99.Seconds, waves.P999.Seconds];
    }

    private static void Within(double relative, double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], expected[i] * relative);
    }
}

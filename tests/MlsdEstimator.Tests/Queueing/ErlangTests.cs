namespace MlsdEstimator.Tests;

public class ErlangTests
{
    /// <summary>mpmath, 40 digits: a^c e^-a / Gamma(c + 1, a).</summary>
    [Theory]
    [InlineData(0.3, 0.5, 0.510751687329212)]
    [InlineData(1.2, 0.9, 0.584082352681302)]
    [InlineData(2, 2.5, 0.295419506411758)]
    [InlineData(8, 10.25, 0.110536983059913)]
    [InlineData(30, 0.75, 0.97580038639323)]
    [InlineData(100, 120.5, 0.00516538710942734)]
    [InlineData(0.001, 3, 1.66500083305569e-10)]
    [InlineData(10_000, 10_000, 0.00793656324880567)]
    [InlineData(1, 2, 0.2)]
    [InlineData(5, 0, 1)]
    [InlineData(0, 3, 0)]
    [InlineData(0, 0, 1)]
    public void Blocking_matches_the_incomplete_gamma_function(double load, double servers, double expected) =>
        Assert.Equal(expected, Erlang.B(load, servers).Value, 1e-12 * expected);

    /// <summary>mpmath, 40 digits.</summary>
    [Theory]
    [InlineData(8, 10.25, 0.3614860004776)]
    [InlineData(0.5, 1.5, 0.231945421460451)]
    [InlineData(9_990, 10_000, 0.88054171137399)]
    [InlineData(999_000, 1_000_000, 0.223303390291344)]
    [InlineData(0.01, 5, 8.26694917960227e-13)]
    [InlineData(0, 5, 0)]
    public void Waiting_matches_high_precision_for_parts_and_for_a_million_servers(double load, double servers, double expected) =>
        Assert.Equal(expected, Erlang.C(load, servers).Value, 3e-11 * expected);

    [Fact]
    public void Blocking_below_the_smallest_number_is_none() => Assert.Equal(0, Erlang.B(0.001, 1000).Value);

    [Theory]
    [InlineData(10, 10)]
    [InlineData(11, 10)]
    [InlineData(0, 0)]
    public void Waiting_is_saturated_from_capacity_on(double load, double servers)
    {
        Fraction waits = Erlang.C(load, servers);
        Assert.False(waits.IsFeasible);
        Assert.Equal("saturated", waits.ToString());
        Assert.Contains("saturated", Assert.Throws<EstimateException>(() => waits.Value).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, 0.02, 17)] // R: B(16) = 0.0223, B(17) = 0.0129
    [InlineData(0, 0.02, 0)]
    [InlineData(1, 0.5, 1)] // B(1) = 1/2 exactly
    [InlineData(1, 0.2, 2)] // B(2) = 1/5 exactly
    [InlineData(1, 0.199, 3)]
    [InlineData(1000, 0.0248119176463, 1000)] // formula_vectors q.erlb.1000.1000, rounded up
    [InlineData(1000, 0.0248119176461, 1001)]
    public void Least_servers_for_a_blocking_are_whole_and_just_enough(double load, double blocked, double servers) =>
        Assert.Equal(servers, Erlang.ServersFor(load, Fraction.FromRatio(blocked)).Value);

    [Fact]
    public void Bad_numbers_are_refused_by_name()
    {
        Assert.Contains("'offered load' is -1, but must not be negative", Assert.Throws<ArgumentOutOfRangeException>(() => Erlang.B(-1, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("'servers' is -2, but must not be negative", Assert.Throws<ArgumentOutOfRangeException>(() => Erlang.C(1, -2)).Message, StringComparison.Ordinal);
        Assert.Contains("'offered load'", Assert.Throws<ArgumentOutOfRangeException>(() => Erlang.C(-1, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("part turned away", Assert.Throws<ArgumentOutOfRangeException>(() => Erlang.ServersFor(10, Fraction.Zero)).Message, StringComparison.Ordinal);
        Assert.Contains("part turned away", Assert.Throws<ArgumentOutOfRangeException>(() => Erlang.ServersFor(10, Fraction.One)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Erlang.B(null!, 2));
        Assert.Throws<ArgumentNullException>(() => Erlang.C(1, null!));
    }
}

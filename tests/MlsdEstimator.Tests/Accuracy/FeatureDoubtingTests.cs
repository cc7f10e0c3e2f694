using MlsdEstimator.Accuracy;

namespace MlsdEstimator.Tests;

public class FeatureDoubtingTests
{
    private static readonly FeatureServerFit Truth = new(4, 0.5, 20, 7, 0.1, 1, 10, 0.5, new FeatureDoubts(0, 0, 0, 0, 0), 0);

    /// <summary>
    /// Two runs of one server, of which one takes twice as long, lie ln 2 apart: variance 0.2402. That spread is shared, so a server with one run is doubted by
    /// sqrt(0.2402) sqrt(1 + 1/1) = 0.693, one with two by sqrt(0.2402) sqrt(1 + 1/2) = 0.600, and what the rows leave open comes to it.
    /// </summary>
    [Fact]
    public void Server_with_one_run_gets_the_spread_that_others_show_between_runs()
    {
        FeatureDoubting doubting = Of([.. Run("Feast Two", "first", Truth), .. Run("Feast Two", "second", Slower(2)), .. Run("Feast One", "only", Truth)]);
        Assert.InRange(doubting.OfServer("Feast One").PerValue, 0.66, 0.78);
        Assert.InRange(doubting.OfServer("Feast Two").PerValue, 0.57, 0.68);
    }

    [Fact]
    public void Same_program_on_another_host_is_another_run_of_it()
    {
        FeatureDoubting apart = Of([.. Run("Feast Two", "first", Truth), .. Run("Feast Two (local)", "second", Slower(2))]);
        FeatureDoubting alike = Of([.. Run("Feast Two", "first", Truth), .. Run("Feast Two (local)", "second", Truth)]);
        Assert.InRange(apart.OfServer("Feast Two").PerValue, 0.5, 0.8);
        Assert.InRange(alike.OfServer("Feast Two").PerValue, 0.05, 0.2);
    }

    /// <summary>Without a run to compare with, times are known within a factor of two: 0.5 sqrt(2) = 0.707.</summary>
    [Fact]
    public void Server_alone_is_doubted_by_a_factor_of_two() =>
        Assert.InRange(Of([.. Run("Feast One", "only", Truth)]).OfServer("Feast One").PerValue, 0.707, 0.78);

    /// <summary>Ten requests a second do not tell when a host is full.</summary>
    [Fact]
    public void Capacity_that_no_row_tells_is_doubted_more_than_one_that_rows_tell()
    {
        FeatureRead[] idle = [.. Run("Feast One", "only", Truth)];
        FeatureRead[] loaded = [.. idle, .. Rates("Feast One", "only", Truth)];
        Assert.True(Of(idle).OfServer("Feast One").Capacity > 1.3 * Of(loaded).OfServer("Feast One").Capacity);
    }

    private static FeatureDoubting Of(IReadOnlyList<FeatureRead> reads) => new(
        reads,
        reads.Select(read => read.Server).Distinct().ToDictionary(server => server, server => FeatureServerProblem.Of(server, reads) is { } problem ? new FeatureServerPoint(problem, problem.Least()) : throw new InvalidOperationException()),
        new Dictionary<string, FeatureStoreFit>(),
        []);

    private static FeatureServerFit Slower(double times) => Truth with { FixedMs = Truth.FixedMs * times, PerViewMs = Truth.PerViewMs * times, PerValueUs = Truth.PerValueUs * times };

    private static IEnumerable<FeatureRead> Run(string server, string run, FeatureServerFit fit) =>
        new[] { 1, 10, 30, 60, 100 }.Select(entities => Read(server, run, "rows", fit, entities, 50, 10))
            .Concat(new[] { 50, 100, 200, 250 }.Select(features => Read(server, run, "features", fit, 1, features, 10)));

    private static IEnumerable<FeatureRead> Rates(string server, string run, FeatureServerFit fit) =>
        new[] { 40, 50, 55, 60, 63 }.SelectMany(rate => new[] { "requests", "again", "once more" }.Select(series => Read(server, run, series, fit, 100, 50, rate)));

    private static FeatureRead Read(string server, string run, string series, FeatureServerFit fit, double entities, double features, double rate)
    {
        var read = new FeatureRead { Store = "Redis", Server = server, Run = run, Series = series, Entities = entities, Features = features, PerSecond = rate };
        (double p50, double p99) = FeatureLaw.Of(read, fit, FeatureServerProblem.Redis);
        return read with { P50 = p50, P99 = p99 };
    }
}

namespace MlsdEstimator.Tests;

public class LimitedQueueTests
{
    private static readonly FiniteQueue Room15 = new() { Arrivals = 8.PerSecond, Service = 1.Seconds, Servers = 10, Places = 15 };

    private static readonly ImpatientQueue Calls = new() { Arrivals = Rate.FromPerMinute(10 / 3.0), Service = 3.Minutes, Servers = 14, Patience = 5.Minutes };

    /// <summary>Birth-death chains in mpmath, 40 digits.</summary>
    [Theory]
    [InlineData(8, 10, 15, 0.0300380336524195, 0.0814277715574599)]
    [InlineData(20, 10, 200, 0.5, 18.9)]
    [InlineData(10, 10, 30, 0.0405511457392087, 0.887565873617598)]
    [InlineData(5, 10, 10, 0.0183845703366481, 0)]
    [InlineData(0.9, 1, 100, 2.65620338598865e-6, 8.99734378955858)]
    [InlineData(0, 1, 5, 0, 0)]
    [InlineData(0.9, 1, 100_000, 0, 9)] // M/M/1: rho / (1 - rho)
    [InlineData(2, 1, 100_000, 0.5, 99_998)] // always full but for one place: K - 1 - 1 / (r - 1)
    public void Limited_room_matches_the_chain(double load, double servers, double places, double turnedAway, double wait)
    {
        var queue = new FiniteQueue { Arrivals = load.PerSecond, Service = 1.Seconds, Servers = servers, Places = places };
        Assert.Equal(turnedAway, queue.TurnedAway.Value, 1e-11 * turnedAway);
        Assert.Equal(wait, queue.MeanWait.Seconds, 1e-11 * wait);
    }

    [Fact]
    public void Limited_room_reads_its_other_results()
    {
        Assert.Equal(7.75969573078, Room15.Accepted.PerSecond, 1e-9);
        Assert.Equal(0.775969573078, Room15.Utilisation.Value, 1e-10);
        Assert.Equal(1.08142777156, Room15.MeanResponse.Seconds, 1e-9);
        Assert.Equal(8.391550471, Room15.Inside.Value, 1e-8); // accepted x response by hand
        Assert.Equal(["offered load", "turned away", "accepted", "utilisation", "mean wait of the accepted", "mean response of the accepted", "requests inside", "p99 wait of the accepted"], Room15.Results.Select(result => result.Name));
        Assert.Empty(Room15.Findings);
    }

    /// <summary>Sums of Erlang tails over the chain, and their roots, in mpmath; with room for all, the closed form of M/M/c.</summary>
    [Theory]
    [InlineData(8, 10, 15, 0.99, 0.7435822710436)]
    [InlineData(8, 10, 15, 0.5, 0)]
    [InlineData(20, 10, 60, 0.99, 6.702290097557)]
    [InlineData(20, 10, 60, 0.01, 3.379315062948)]
    [InlineData(10, 10, 30, 0.9, 1.886925628188)]
    [InlineData(8, 10, 10, 0.999, 0)]
    [InlineData(8, 10, 400, 0.99, 1.855785216)] // formula_vectors: M/M/c
    [InlineData(0, 10, 12, 0.99, 0)]
    public void Limited_room_bounds_the_wait_percentiles(double load, double servers, double places, double level, double expected)
    {
        var queue = new FiniteQueue { Arrivals = load.PerSecond, Service = 1.Seconds, Servers = servers, Places = places };
        Assert.Equal(expected, queue.WaitAt(level).Seconds, 1e-9);
        Assert.Contains(Aspect.Percentile(level), queue.WaitAt(level).Aspects);
        Assert.Throws<ArgumentOutOfRangeException>(() => queue.WaitAt(1));
    }

    [Fact]
    public void Wait_percentiles_between_whole_places_are_interpolated()
    {
        double At(double places) => (Room15 with { Places = places }).WaitAt(0.99).Seconds;
        Assert.Equal(0.75 * At(15) + 0.25 * At(16), At(15.25), 1e-14);
    }

    /// <summary>Half way between two whole numbers of places: half way between the results.</summary>
    [Fact]
    public void Places_between_whole_numbers_are_interpolated()
    {
        double Between(double places) => (Room15 with { Places = places }).TurnedAway.Value;
        Assert.Equal((Between(15) + Between(16)) / 2, Between(15.5), 1e-15);
        Assert.Equal(0.75 * Between(15) + 0.25 * Between(16), Between(15.25), 1e-15);
    }

    [Fact]
    public void Overloaded_room_has_a_number_and_a_warning()
    {
        FiniteQueue overloaded = Room15 with { Arrivals = 20.PerSecond };
        Assert.True(overloaded.MeanWait.IsFeasible);
        Finding finding = Assert.Single(overloaded.Findings);
        Assert.Equal((Severity.Warning, FindingCodes.Infeasible), (finding.Severity, finding.Code));
        Assert.Contains("20 /s arrive where 10 x 1 s carry 10 /s", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_places_than_servers_and_a_million_places_contradict()
    {
        Assert.Contains("9 places are fewer than the 10 servers", Assert.Throws<EstimateException>(() => (Room15 with { Places = 9 }).TurnedAway).Message, StringComparison.Ordinal);
        Assert.Contains("more than a million: use Queue", Assert.Throws<EstimateException>(() => (Room15 with { Places = 1_000_001 }).TurnedAway).Message, StringComparison.Ordinal);
        Assert.True((Room15 with { Places = 1_000_000 }).TurnedAway.IsFeasible);
    }

    /// <summary>Birth-death chains in mpmath; the first is the pyworkforce example.</summary>
    [Theory]
    [InlineData(10, 14, 0.6, 0.145260114296361, 0.0139837441224089, 0.0233062402040149)]
    [InlineData(11, 10, 0.05, 0.966849361700487, 0.0984609690917118, 1.96921938183424)]
    [InlineData(200, 100, 1, 0.999999999999998, 0.5, 0.5)]
    [InlineData(150, 100, 0.2, 1, 0.333333333333333, 1.66666666666667)]
    [InlineData(0, 10, 1, 0, 0, 0)]
    public void Impatient_queue_matches_the_chain(double load, double servers, double impatience, double waits, double gaveUp, double wait)
    {
        var queue = new ImpatientQueue { Arrivals = load.PerSecond, Service = 1.Seconds, Servers = servers, Patience = (1 / impatience).Seconds };
        Assert.Equal(waits, queue.WaitProbability.Value, 1e-11);
        Assert.Equal(gaveUp, queue.GaveUp.Value, 1e-11);
        Assert.Equal(wait, queue.MeanWait.Seconds, 1e-10);
    }

    [Fact]
    public void Impatient_queue_reads_its_other_results()
    {
        Assert.Equal(3.28672085, Calls.Served.PerMinute, 1e-8); // 10/3 x (1 - 0.0139837441)
        Assert.Equal(0.704297325626, Calls.Utilisation.Value, 1e-10);
        Assert.Equal(0.069918720612, Calls.MeanWait.Minutes, 1e-10);
        Assert.Equal(["offered load", "probability of waiting", "gave up", "served", "utilisation", "mean wait"], Calls.Results.Select(result => result.Name));
        Assert.Empty(Calls.Findings);
    }

    /// <summary>Ten thousand times the capacity: weights pass 1e200 on the way and are rescaled; all but the served give up.</summary>
    [Fact]
    public void Impatient_queue_under_a_flood_serves_its_capacity()
    {
        var flood = new ImpatientQueue { Arrivals = 100_000.PerSecond, Service = 1.Seconds, Servers = 10, Patience = 100.Milliseconds };
        Assert.Equal(10, flood.Served.PerSecond, 1e-6);
        Assert.Contains("give up", Assert.Single(flood.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Loss_system_turns_away_by_Erlang_B()
    {
        var slots = new LossSystem { Arrivals = 500.PerSecond, Service = 20.Milliseconds, Servers = 17 };
        Assert.Equal(0.0129489, slots.TurnedAway.Value, 1e-7); // R: B(17) at 10 erlangs
        Assert.Equal(493.52555, slots.Accepted.PerSecond, 1e-4);
        Assert.Equal(9.870511, slots.Busy.Value, 1e-6);
        Assert.Equal(17, slots.ServersFor(2.Percent).Value);
        Assert.Equal(["offered load", "turned away", "accepted", "servers busy"], slots.Results.Select(result => result.Name));
        Assert.Equal(slots.TurnedAway.Value, new FiniteQueue { Arrivals = 500.PerSecond, Service = 20.Milliseconds, Servers = 17, Places = 17 }.TurnedAway.Value, 1e-14);
    }

    [Fact]
    public void Bad_numbers_are_refused_by_name()
    {
        Assert.Contains("'arrivals'", Assert.Throws<ArgumentOutOfRangeException>(() => Room15 with { Arrivals = (-1).PerSecond }).Message, StringComparison.Ordinal);
        Assert.Contains("'service time'", Assert.Throws<ArgumentOutOfRangeException>(() => Room15 with { Service = Duration.Zero }).Message, StringComparison.Ordinal);
        Assert.Contains("'servers'", Assert.Throws<ArgumentOutOfRangeException>(() => Room15 with { Servers = 0 }).Message, StringComparison.Ordinal);
        Assert.Contains("'places'", Assert.Throws<ArgumentOutOfRangeException>(() => Room15 with { Places = 0 }).Message, StringComparison.Ordinal);
        Assert.Contains("'patience' is 0 s", Assert.Throws<ArgumentOutOfRangeException>(() => Calls with { Patience = Duration.Zero }).Message, StringComparison.Ordinal);
        Assert.Contains("'arrivals'", Assert.Throws<ArgumentOutOfRangeException>(() => Calls with { Arrivals = (-1).PerSecond }).Message, StringComparison.Ordinal);
        Assert.Contains("'service time'", Assert.Throws<ArgumentOutOfRangeException>(() => Calls with { Service = Duration.Zero }).Message, StringComparison.Ordinal);
        Assert.Contains("'servers'", Assert.Throws<ArgumentOutOfRangeException>(() => Calls with { Servers = 0.5 }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LossSystem { Arrivals = (-1).PerSecond, Service = 1.Seconds, Servers = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LossSystem { Arrivals = 1.PerSecond, Service = Duration.Zero, Servers = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LossSystem { Arrivals = 1.PerSecond, Service = 1.Seconds, Servers = 0 });
    }

    [Fact]
    public void Every_input_changes_a_result()
    {
        Assert.Empty(EveryInput.WithoutEffect(() => Room15 with { }, new Dictionary<string, object> { ["Arrivals"] = 7.PerSecond, ["Service"] = 2.Seconds, ["Servers"] = (Scalar)11, ["Places"] = (Scalar)20 }));
        Assert.Empty(EveryInput.WithoutEffect(() => Calls with { }, new Dictionary<string, object> { ["Arrivals"] = 7.PerSecond, ["Service"] = 2.Seconds, ["Servers"] = (Scalar)11, ["Patience"] = 1.Seconds }));
    }
}

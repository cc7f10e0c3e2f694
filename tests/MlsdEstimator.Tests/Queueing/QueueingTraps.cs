namespace MlsdEstimator.Tests;

/// <summary>Published mistakes and numeric traps of queueing, each with the tool that fell into it.</summary>
public class QueueingTraps
{
    /// <summary>qncsmva of Octave queueing 1.2.7 gives 46.6, 171.4, -57.4 and 91.8 where the exact answers are m / S.</summary>
    [Theory]
    [InlineData(30, 67.5675675676)]
    [InlineData(60, 135.135135135)]
    [InlineData(100, 225.225225225)]
    [InlineData(200, 450.45045045)]
    [InlineData(300, 675.675675676)]
    [InlineData(30_000, 67567.5675676)]
    public void Closed_system_of_many_servers_keeps_its_digits(double servers, double throughput)
    {
        var system = new ClosedSystem { Users = Math.Round(servers * 4 / 3), Servers = servers, Think = Duration.Zero, Service = 444.Milliseconds };
        Assert.Equal(throughput, system.Throughput.PerSecond, 1e-11 * throughput);
        Assert.Equal(Math.Round(servers * 4 / 3) / throughput, system.MeanResponse.Seconds, 1e-11);
    }

    /// <summary>0.03 x 700 / 0.7 and 42 / 0.7 are one ulp above a whole number in doubles.</summary>
    [Theory]
    [InlineData(700, 0.03, 0.7, 30)]
    [InlineData(1_400, 0.03, 0.7, 60)]
    [InlineData(140, 0.03, 0.7, 6)]
    public void Guarded_ceiling_buys_no_server_for_rounding(double rate, double service, double utilisation, double servers)
    {
        var staffing = new Staffing { Arrivals = rate.PerSecond, Service = service.Seconds, Target = ServiceLevel.Wait(1e-9, 1.Hours), MostUtilisation = Fraction.FromRatio(utilisation) };
        Assert.Equal(servers, staffing.Servers.Value);
    }

    [Fact]
    public void Guarded_ceiling_holds_for_shrinkage_and_autoscaling()
    {
        var staffing = new Staffing { Arrivals = 21.PerSecond, Service = 1.Seconds, Target = ServiceLevel.Wait(1e-9, 1.Hours), MostUtilisation = 50.Percent, Shrinkage = 30.Percent };
        Assert.Equal(60, staffing.Positions.Value);
        Assert.Equal(6, new Autoscaler { Replicas = 1, Metric = 4.2, Target = 0.7 }.Desired.Value);
    }

    /// <summary>Gross and Harris print 3.44 for the bookstore (40 customers an hour, 4 minutes, 4 clerks); exact is 3.423503326.</summary>
    [Fact]
    public void Bookstore_of_Gross_and_Harris_holds_3_4235_customers()
    {
        var bookstore = new Queue { Arrivals = Rate.FromPerHour(40), Service = 4.Minutes, Servers = 4 };
        Assert.Equal(3.42350332594, bookstore.Inside.Value, 1e-10);
        Assert.Equal(1.13525498891, bookstore.MeanWait.Minutes, 1e-10);
    }

    [Fact]
    public void Limit_of_a_full_single_queue_with_limited_room_is_one_over_its_states()
    {
        double At(double rate) => new FiniteQueue { Arrivals = rate.PerSecond, Service = 10.Milliseconds, Servers = 1, Places = 10 }.TurnedAway.Value;
        Assert.Equal(1 / 11.0, At(100), 1e-15);
        Assert.Equal(1 / 11.0, At(100 * (1 + 1e-12)), 1e-11);
        Assert.Equal(1 / 11.0, At(100 * (1 - 1e-12)), 1e-11);
    }

    /// <summary>At c - a = 1 the textbook tail is 0/0; mpmath on both sides of it.</summary>
    [Fact]
    public void Limit_of_the_response_at_equal_rates_is_continuous()
    {
        double At(double servers) => new Queue { Arrivals = 8.PerSecond, Service = 1.Seconds, Servers = servers }.ResponseAt(0.99).Seconds;
        Assert.Equal(6.22834207311235, At(9), 1e-11);
        Assert.Equal(6.22834174501951, At(9.0000001), 1e-11);
    }

    [Fact]
    public void Limit_of_scaling_without_coherency_has_no_peak() =>
        Assert.False(new ScalabilityLaw { RateOfOne = 1.PerSecond, Contention = 3.Percent, Coherency = 0 }.PeakWorkers.IsFeasible);

    /// <summary>0.1 requests per ms and a delay of 5 ms: a batch of 1.5 for 4.17 ms more.</summary>
    [Fact]
    public void Delay_timer_at_low_load_only_adds_latency()
    {
        var timer = new TimedBatching { Arrivals = 100.PerSecond, Delay = 5.Milliseconds, MostPerBatch = 8, PerItem = 0.1.Milliseconds, PerBatch = 1.Milliseconds, Instances = 1 };
        Assert.Equal(1.499999934, timer.MeanBatch.Value, 1e-9);
        Assert.Equal(4.166663314, timer.AddedWait.Milliseconds, 1e-9);
        Finding finding = Assert.Single(timer.Findings);
        Assert.Equal((Severity.Warning, FindingCodes.Consequence), (finding.Severity, finding.Code));
        Assert.Contains("adds 4.17 ms to a request and gathers 1.5 a batch: at this load it is pure loss; set it to 0", finding.Message, StringComparison.Ordinal);
    }

    /// <summary>1000^1000 / 1000! overflows; the recursion does not.</summary>
    [Fact]
    public void Thousand_servers_need_no_factorials()
    {
        Assert.Equal(0.0248119176462, Erlang.B(1000, 1000).Value, 1e-12);
        Assert.Equal(0.0682534153771, Erlang.C(950, 1000).Value, 1e-11);
    }

    /// <summary>Sixteen processes on sixteen hyperthreads are not sixteen servers: M/M/16 with 110 ms predicts a capacity of 145 a second, measured is a knee near 65. The capacity is an input, never a count of processes.</summary>
    [Fact]
    public void Count_of_processes_overstates_the_knee_of_a_feature_server()
    {
        var naive = new Queue { Arrivals = 65.PerSecond, Service = 110.Milliseconds, Servers = 16 };
        Assert.Equal(145.454545455, naive.Capacity.PerSecond, 1e-8);
        Assert.Empty(naive.Findings);
    }

    /// <summary>Utilisation hides the head-room of a batching server: busy 99 % of the time at 75 % of its capacity.</summary>
    [Fact]
    public void Busy_time_of_a_batching_server_is_not_its_utilisation()
    {
        var server = new GreedyBatching { Arrivals = 1_000.PerSecond, PerItem = 0.5.Milliseconds, PerBatch = 2.Milliseconds, MostPerBatch = 8 };
        Assert.Equal(0.993, server.Busy.Value, 5e-4);
        Assert.Equal(0.75, server.Utilisation.Value, 1e-12);
    }
}

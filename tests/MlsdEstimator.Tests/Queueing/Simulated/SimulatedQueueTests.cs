namespace MlsdEstimator.Tests;

/// <summary>Formulas against simulated events. The seeds are fixed; tolerances are about four standard errors of the run.</summary>
public class SimulatedQueueTests
{
    private const int Customers = 200_000;

    private static readonly Queue Five = new() { Arrivals = 4.PerSecond, Service = 1.Seconds, Servers = 5 };

    [Fact]
    public void Several_servers_wait_as_simulated()
    {
        var events = new EventQueue(1);
        SimulatedWaits run = events.Run(4, () => events.Exponential(1), 5, Customers);
        IsNear(run.MeanWait, Five.MeanWait.Seconds, 0.04);
        IsNear(run.Waits.Count(wait => wait > 0) / (double)Customers, Five.WaitProbability.Value, 0.02);
        IsNear(Percentile(run, 0.95), Five.WaitAt(0.95).Seconds, 0.04);
        IsNear(Percentile(run, 0.99), Five.WaitAt(0.99).Seconds, 0.06);
    }

    [Fact]
    public void Response_percentiles_are_as_simulated()
    {
        var events = new EventQueue(2);
        SimulatedWaits run = events.Run(4, () => events.Exponential(1), 5, Customers);
        double[] responses = [.. run.Waits.Select(wait => wait + events.Exponential(1)).Order()];
        foreach (double level in new[] { 0.5, 0.9, 0.99 })
            IsNear(responses[(int)(level * responses.Length)], Five.ResponseAt(level).Seconds, 0.04);
    }

    /// <summary>Constant, exponential and two-stage service: scv 0, 1 and 1/2.</summary>
    [Theory]
    [InlineData(0, 3)]
    [InlineData(0.5, 4)]
    [InlineData(1, 5)]
    public void Single_server_of_any_service_waits_as_simulated(double scv, int seed)
    {
        var events = new EventQueue(seed);
        double Service() => scv == 0 ? 1 : scv == 1 ? events.Exponential(1) : events.Exponential(0.5) + events.Exponential(0.5);
        var queue = new Queue { Arrivals = 0.7.PerSecond, Service = 1.Seconds, Servers = 1, Model = QueueModel.MG1(scv) };
        IsNear(events.Run(0.7, Service, 1, Customers).MeanWait, queue.MeanWait.Seconds, 0.05);
    }

    /// <summary>The exponential law of the wait is an approximation here: 10 % at the p95 and p99 of constant and of two-stage service.</summary>
    [Theory]
    [InlineData(0, 6)]
    [InlineData(0.5, 7)]
    public void Wait_percentiles_of_other_service_are_near_the_simulated(double scv, int seed)
    {
        var events = new EventQueue(seed);
        double Service() => scv == 0 ? 1 : events.Exponential(0.5) + events.Exponential(0.5);
        var queue = new Queue { Arrivals = 0.7.PerSecond, Service = 1.Seconds, Servers = 1, Model = QueueModel.MG1(scv) };
        SimulatedWaits run = events.Run(0.7, Service, 1, Customers);
        IsNear(Percentile(run, 0.95), queue.WaitAt(0.95).Seconds, 0.1);
        IsNear(Percentile(run, 0.99), queue.WaitAt(0.99).Seconds, 0.14);
    }

    [Theory]
    [InlineData(4, 8)]
    [InlineData(7, 9)]
    public void Limited_room_turns_away_as_simulated(double rate, int seed)
    {
        var events = new EventQueue(seed);
        var queue = new FiniteQueue { Arrivals = rate.PerSecond, Service = 1.Seconds, Servers = 5, Places = 8 };
        SimulatedWaits run = events.Run(rate, () => events.Exponential(1), 5, Customers, places: 8);
        IsNear(run.Lost, queue.TurnedAway.Value, 0.04);
        IsNear(run.MeanWait, queue.MeanWait.Seconds, 0.03);
        IsNear(Percentile(run, 0.99), queue.WaitAt(0.99).Seconds, 0.04);
    }

    [Theory]
    [InlineData(4, 10)]
    [InlineData(7, 11)]
    public void Impatient_customers_give_up_as_simulated(double rate, int seed)
    {
        var events = new EventQueue(seed);
        var queue = new ImpatientQueue { Arrivals = rate.PerSecond, Service = 1.Seconds, Servers = 5, Patience = 2.Seconds };
        SimulatedWaits run = events.Run(rate, () => events.Exponential(1), 5, Customers, patience: () => events.Exponential(2));
        IsNear(run.Lost, queue.GaveUp.Value, 0.03);
    }

    [Fact]
    public void Priorities_wait_as_simulated()
    {
        var queue = new PriorityQueue { Classes = [new("high", 0.3.PerSecond, 1.Seconds, 1), new("low", 0.1.PerSecond, 4.Seconds, 1)] };
        (double high, double low) = new EventQueue(12).RunPriorities((0.3, 1), (0.1, 4), Customers);
        IsNear(high, queue.Waits[0].Seconds, 0.04);
        IsNear(low, queue.Waits[1].Seconds, 0.05);
    }

    [Theory]
    [InlineData(0.2, 1, 4, 1000, 13)]
    [InlineData(1, 0.5, 2, 8, 14)]
    public void Greedy_batches_form_as_simulated(double rate, double perItem, double perBatch, int most, int seed)
    {
        var server = new GreedyBatching { Arrivals = rate.PerSecond, PerItem = perItem.Seconds, PerBatch = perBatch.Seconds, MostPerBatch = most };
        (double response, double batch) = new EventQueue(seed).RunBatches(rate, perItem, perBatch, most, 200_000);
        IsNear(response, server.MeanResponse.Seconds, 0.02);
        IsNear(batch, server.MeanBatch.Value, 0.01);
    }

    [Theory]
    [InlineData(2, 5, 16, 15)]
    [InlineData(0.1, 5, 8, 16)]
    [InlineData(10, 2, 8, 17)]
    public void Timed_batches_form_as_simulated(double rate, double delay, int most, int seed)
    {
        var server = new TimedBatching { Arrivals = rate.PerSecond, Delay = delay.Seconds, MostPerBatch = most, PerItem = Duration.Zero, PerBatch = Duration.Zero, Instances = 1 };
        (double wait, double batch) = new EventQueue(seed).RunTimer(rate, delay, most, 50_000);
        IsNear(wait, server.AddedWait.Seconds, 0.02);
        IsNear(batch, server.MeanBatch.Value, 0.02);
    }

    private static double Percentile(SimulatedWaits run, double level) => run.Waits.Order().ElementAt((int)(level * run.Waits.Count));

    private static void IsNear(double simulated, double computed, double relative) => Assert.Equal(computed, simulated, relative * computed);
}

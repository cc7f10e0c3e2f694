namespace MlsdEstimator.Tests;

/// <summary>The code of the README, compiled and run; <see cref="ReadmeTests"/> compares text and output.</summary>
internal static class ReadmeExamples
{
    public static void OneReplica(TextWriter output)
    {
        // readme: one replica
        var traffic = Traffic.FromRate(1000.PerSecond, Peak.Factor((1.6, 2, 3)));

        var serving = new OnlineServing
        {
            Requests = traffic.Load,
            Replica = Capacity.Measured(180.PerSecond, percentile: 0.99, latency: 80.Milliseconds),
            Zones = 3,
            ZonesToSurvive = 1,
            MinimumPerZone = 2,
            ReplicaPrice = 0.53.DollarsPerHour,
        };

        output.WriteLine($"needed {serving.Needed}, bought {serving.Bought}, {serving.Cost}");
        output.WriteLine(serving.Needed.Simulate());
        // readme: end
    }

    public static void Derivation(TextWriter output)
    {
        // readme: derivation
        Scalar users = 500.Million.Named("daily active users");
        Scalar perUser = 3.To(30, best: 10).Named("requests per user per day");   // 90 % between 3 and 30, best guess 10
        Rate average = (users * perUser / Duration.Day).Named("average QPS");
        Rate peak = (average * 2).Named("peak QPS");

        output.WriteLine(peak);
        output.WriteLine(peak.Simulate());
        output.WriteLine((peak > 200_000.PerSecond).Probability());
        output.WriteLine(peak.Explain());
        // readme: end
    }

    public static void Readings(TextWriter output)
    {
        // readme: readings
        Scalar users = 100e6.To(1e9, best: 500e6).Named("daily active users");
        Scalar perUser = 3.To(30, best: 10).Named("requests per user per day");
        Rate peak = (users * perUser * 2 / Duration.Day).Named("peak QPS");

        foreach (Sensitivity<Rate> driver in peak.Sensitivities())
            output.WriteLine($"{driver}, {100 * driver.VarianceShare:0}% of the variance");

        output.WriteLine(peak.SolveFor(users, 200_000.PerSecond));
        output.WriteLine(peak.SolveFor(users, 200_000.PerSecond, confidence: 0.9));
        Comparison<Spend> costs = Comparison.Of(("usage", perUser * 10.DollarsPerMonth), ("flat", 120.DollarsPerMonth));
        output.WriteLine(costs);
        output.WriteLine(costs.CrossingsAlong(perUser, 1, 30));
        // readme: end
    }

    public static void Storage(TextWriter output)
    {
        // readme: storage
        var log = new RetainedData
        {
            Rows = Traffic.FromUsers(500.Million, 10, Peak.GlobalService).Load.Times(20, "rows"),
            RowSize = 500.Bytes,
            Retention = 7.Days.To(90.Days, best: 30.Days),
            Copies = 3,
            Price = 0.023.Dollars.Per(DataSize.Gigabyte).Per(Duration.Month),
        };

        output.WriteLine($"{log.PerDay} a day, {log.Stored} stored, {log.Cost}");
        // readme: end
    }

    public static void LanguageModel(TextWriter output)
    {
        // readme: language model
        var one = new LlmReplica { Model = PublishedModels.Transformer("Llama-3-70B"), Device = Accelerators.H100Sxm80Gb, Stack = ServingStack.Vllm };
        var four = new LlmReplica { Model = one.Model, Device = one.Device, Stack = one.Stack, Layout = ParallelLayout.Tensor(4) };
        var serving = new LlmServing { Replica = four, PromptTokens = 1_000, AnswerTokens = 300, Load = LlmLoad.Concurrent(64) };

        output.WriteLine($"first token {serving.TimeToFirstToken.Simulate()}");
        output.WriteLine($"each token  {serving.TimePerToken.Simulate()}");
        output.WriteLine($"{serving.Throughput} output tokens; {serving.MostRequests} requests fit");
        output.WriteLine(one.CachePerDevice.WhyInfeasible);
        // readme: end
    }
}

namespace MlsdEstimator.Tests;

/// <summary>Formulas of open and closed queues.</summary>
internal static class QueueFormulas
{
    public static readonly Dictionary<string, Func<VectorInputs, double>> All = new()
    {
        ["littles_law.L"] = row => new InFlight { Requests = Load.Of(row.Rate("arrival"), row.Rate("arrival"), "requests"), Latency = row.Time("response") }.AtPeak.Value,
        ["littles_law.X"] = row => new ClosedSystem { Users = row.Count("concurrency"), Servers = row.Count("concurrency"), Think = Duration.Zero, Service = row.Time("response") }.Throughput.PerSecond,
        ["interactive response law R"] = row => row.Answer(Closed(row, 1.Seconds).ResponseAt(row.Rate("throughput"))),
        ["utilisation rho"] = row => Open(row).Utilisation.Value,
        ["X_max"] = row => row.Answer(new ClosedNetwork { Users = 1, Think = Duration.Zero, Demands = row.Times("demands") }.MostThroughput),

        ["mm1.L"] = row => Single(row).Inside.Value,
        ["mm1.W"] = row => row.Answer(Single(row).MeanResponse),
        ["mm1.Wq"] = row => row.Answer(Single(row).MeanWait),
        ["mm1.W quantile"] = row => row.Answer(Single(row).ResponseAt(row.Number("p"))),
        ["mm1.Wq quantile"] = row => row.Answer(Single(row).WaitAt(row.Number("p"))),
        ["mm1.P(N>=k)"] = row => Single(row).Utilisation.AsScalar().Pow(row.Count("k")).Value,

        ["mmc.Lq"] = row => Open(row).Waiting.Value,
        ["mmc.L"] = row => Open(row).Inside.Value,
        ["mmc.Wq"] = row => row.Answer(Open(row).MeanWait),
        ["mmc.W"] = row => row.Answer(Open(row).MeanResponse),
        ["mmc.Wq quantile"] = row => row.Answer(Open(row).WaitAt(row.Number("p"))),
        ["mmc.W quantile"] = row => row.Answer(Open(row).ResponseAt(row.Number("p"))),
        ["mmc response-time quantile"] = row => row.Answer(Open(row).ResponseAt(row.Number("p"))),
        ["mmc response quantile"] = row => row.Answer(Open(row).ResponseAt(row.Number("p"))),

        ["erlang_a probability of waiting"] = row => Impatient(row).WaitProbability.Value,
        ["erlang_a abandonment fraction"] = row => Impatient(row).GaveUp.Value,
        ["erlang_a mean wait"] = row => row.Answer(Impatient(row).MeanWait),

        ["mmck blocking"] = row => Finite(row).TurnedAway.Value,
        ["mmck accepted throughput"] = row => row.Answer(Finite(row).Accepted),
        ["mmck.W"] = row => row.Answer(Finite(row).MeanResponse),
        ["mm1k blocking"] = row => Finite(row).TurnedAway.Value,
        ["mm1k.W"] = row => row.Answer(Finite(row).MeanResponse),

        ["machine-repair throughput"] = row => row.Answer(Closed(row).Throughput),
        ["machine-repair response time"] = row => row.Answer(Closed(row).MeanResponse),
        ["closed multi-server"] = row => row.Answer(Closed(row).Throughput),
        ["closed multi-server throughput"] = row => row.Answer(Closed(row).Throughput),
        ["closed multi-server response"] = row => row.Answer(Closed(row).MeanResponse),
        ["R = N/X - Z"] = row => row.Answer(Closed(row).MeanResponse),

        ["md1.Wq"] = row => row.Answer(Open(row, QueueModel.MD1).MeanWait),
        ["mg1.Wq"] = row => row.Answer(Open(row, QueueModel.MG1(ServiceScv(row))).MeanWait),
        ["mg1.L"] = row => Open(row, QueueModel.MG1(ServiceScv(row))).Inside.Value,
        ["gg1.Wq"] = row => row.Answer(Open(row, QueueModel.Kingman(row.Count("scv_arrival"), row.Count("scv_service"))).MeanWait),
        ["ggc.Wq ~ (ca2+cs2)/2 * C(c,a)/(c*mu-lambda)"] = row => row.Answer(AllenCunneen(row).MeanWait),
        ["ggc.Wq Allen-Cunneen"] = row => row.Answer(AllenCunneen(row).MeanWait),
        ["ggc.Wq ~ rho^(sqrt(2(c+1))-1)"] = row => row.Answer(Sakasegawa(row).MeanWait),
        ["ggc.Wq Sakasegawa"] = row => row.Answer(Sakasegawa(row).MeanWait),
        ["simulated mean wait"] = row => row.Answer(AllenCunneen(row).MeanWait),

        ["M/G/1-PS mean response"] = row => row.Answer(Shared(row).MeanResponse),
        ["PS response of a job of size x"] = row => row.Answer(Shared(row).ResponseOf(row.Time("job"))),
        ["non-preemptive priority M/M/1: Wq_1"] = row => row.Answer(Priorities(row).Waits[0]),
        ["Wq_1"] = row => row.Answer(Priorities(row).Waits[0]),
        ["Wq_2"] = row => row.Answer(Priorities(row).Waits[1]),
        ["open Jackson tandem"] = row => row.Answer(row.Rates("service_rates").Select(rate => Station(row.Rate("arrival"), 1 / rate)).Aggregate((sum, station) => sum + station)),
        ["pooling gain"] = row => Open(row).PoolingGain.Value,
    };

    /// <summary>Arrivals are given, or follow from the utilisation.</summary>
    public static Queue Open(VectorInputs row, QueueModel? model = null)
    {
        Scalar servers = row.Has("servers") ? row.Count("servers") : 1;
        Rate arrivals = row.HasRate("arrival") ? row.Rate("arrival") : row.Count("rho") * servers / Service(row);
        return new Queue { Arrivals = arrivals, Service = Service(row), Servers = servers, Model = model ?? QueueModel.MMc };
    }

    public static Duration Service(VectorInputs row)
    {
        if (row.HasRate("service_rate"))
            return 1 / row.Rate("service_rate");
        return row.HasTime("service") ? row.Time("service") : row.HasTime("aht") ? row.Time("aht") : 1.Seconds;
    }

    private static Queue Single(VectorInputs row) => Open(row, QueueModel.MM1);

    private static Duration Station(Rate arrivals, Duration service) => new Queue { Arrivals = arrivals, Service = service, Servers = 1 }.MeanResponse;

    private static Queue AllenCunneen(VectorInputs row) => Open(row, QueueModel.AllenCunneen(row.Count("scv_arrival"), row.Count("scv_service")));

    private static Queue Sakasegawa(VectorInputs row) => Open(row, QueueModel.Sakasegawa(row.Count("scv_arrival"), row.Count("scv_service")));

    /// <summary>Given, or from the second moment.</summary>
    private static Scalar ServiceScv(VectorInputs row)
    {
        if (row.Has("scv_service"))
            return row.Count("scv_service");
        double mean = Service(row).Seconds;
        return row.Number("service_second_moment_s2") / (mean * mean) - 1;
    }

    private static ImpatientQueue Impatient(VectorInputs row) =>
        new() { Arrivals = row.Rate("arrival"), Service = Service(row), Servers = row.Count("servers"), Patience = row.Time("patience") };

    private static FiniteQueue Finite(VectorInputs row) =>
        new() { Arrivals = row.Rate("arrival"), Service = Service(row), Servers = row.Has("servers") ? row.Count("servers") : 1, Places = row.Count("capacity") };

    private static ClosedSystem Closed(VectorInputs row) => Closed(row, Service(row));

    private static ClosedSystem Closed(VectorInputs row, Duration service) =>
        new() { Users = row.Count("users"), Think = row.HasTime("think") ? row.Time("think") : Duration.Zero, Service = service, Servers = row.Has("servers") ? row.Count("servers") : 1 };

    private static SharedProcessor Shared(VectorInputs row)
    {
        Queue like = Open(row);
        return new SharedProcessor { Arrivals = like.Arrivals, Service = like.Service };
    }

    private static PriorityQueue Priorities(VectorInputs row) => new()
    {
        Classes = [.. row.Rates("rates").Zip(row.Times("service"), (rate, time) => new PriorityClass("class", rate, time, row.Count("scv")))],
    };
}

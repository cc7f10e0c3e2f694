namespace MlsdEstimator.Tests;

/// <summary>Published machines, work in flight, latencies and training times, written with the library.</summary>
internal static class ServingFormulas
{
    public static IReadOnlyDictionary<string, Func<ExampleInputs, IQuantity>> All { get; } = new Dictionary<string, Func<ExampleInputs, IQuantity>>
    {
        ["msgs/per_server"] = row => row.Rate("msgs") / row.Rate("per_server"),
        ["tps*legs/per_node"] = row => row.Load("tps", "transfers").Times(row.Count("legs"), "legs").Peak / row.Rate("per_node"),
        ["qps*latency_s"] = row => InFlightAt(row.Load("qps", "requests"), row.Seconds("latency_s")),
        ["rate*seconds"] = row => InFlightAt(row.Load("rate", "requests"), row.Seconds("seconds")),
        ["rate*seconds*margin"] = row => InFlightAt(row.Load("rate", "requests"), row.Seconds("seconds")) * row.Count("margin"),
        ["qps*minutes*60"] = row => InFlightAt(row.Load("qps", "plays"), row.Minutes("minutes")),
        ["in_flight*cores/cores_per_server"] = row => row.Count("in_flight") * row.Count("cores") / row.Count("cores_per_server"),
        ["qps/per_gpu"] = row => row.Rate("qps") / row.Rate("per_gpu"),
        ["samples*epochs/rate/3600"] = row => row.Count("samples") * row.Count("epochs") / row.Rate("rate"),
        ["1-(1-p)**n"] = row => Fraction.FromScalar(1 - (1 - row.Share("p")).AsScalar().Pow(row.Count("n"))),
        ["ceil(peak/(per_instance*util))"] = row => (row.Rate("peak") / (row.Rate("per_instance") * row.Share("util"))).ProvisionFor().Bought,
        ["flops/(days*day*peak*mfu)"] = row => row.Flops("flops") / (row.FlopRate("peak") * row.Share("mfu") * (row.Count("days") * row.Seconds("day"))),
        ["6*params*tokens"] = row => 6 * row.Count("params") * row.Count("tokens") * FlopCount.Flop,
        ["flops/peak/3600"] = row => row.Flops("flops") / row.FlopRate("peak"),
        ["1/(1+faster)"] = row => 1 / (1 + row.Count("faster")),
        ["cpu_ms/gpu_ms"] = row => row.Milliseconds("cpu_ms") / row.Milliseconds("gpu_ms"),

        ["retrieval+features+ranking+network"] = row =>
            row.Milliseconds("retrieval") + row.Milliseconds("features") + row.Milliseconds("ranking") + row.Milliseconds("network"),
        ["serial_s/ways/budget_s"] = row => row.Seconds("serial_s") / row.Count("ways") / row.Seconds("budget_s"),
        ["x*x"] = row => row.Share("x") * row.Share("x"),
        ["x**2"] = row => row.Share("x") * row.Share("x"),
        ["1-(1-x)**2"] = row => 1 - (1 - row.Share("x")) * (1 - row.Share("x")),
        ["1-(1-x)*(1-x)"] = row => 1 - (1 - row.Share("x")) * (1 - row.Share("x")),
        ["cpu/latency"] = row => row.Seconds("cpu") / row.Seconds("latency"),
        ["dau*sessions*seconds*peak/day"] = row => InFlightAt(
            Traffic.FromEvents(row.Count("dau") * row.Count("sessions"), row.Seconds("day"), row.Peak("peak")).Load, row.Seconds("seconds")),
        ["cores/seconds*util"] = row => Capacity.StepTime(row.Seconds("seconds"), row.Count("cores"), row.Share("util")).Usable,
        ["kv/headroom/ctx/duty"] = row => row.Count("kv") / row.Count("headroom") / (row.Count("ctx") * row.Share("duty")),
        ["kv/headroom/(ctx*duty)"] = row => row.Count("kv") / row.Count("headroom") / (row.Count("ctx") * row.Share("duty")),
    };

    private static Scalar InFlightAt(Load requests, Duration latency) => new InFlight { Requests = requests, Latency = latency }.AtPeak;
}

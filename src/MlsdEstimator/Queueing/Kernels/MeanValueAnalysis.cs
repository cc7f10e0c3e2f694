namespace MlsdEstimator;

/// <summary>Exact mean value analysis of single-server stations. Inputs: users, think time, a demand for each station. Outputs: throughput, response.</summary>
internal readonly record struct MeanValueAnalysis : IFunction
{
    public const int Throughput = 0;

    public const int Response = 1;

    public const double MostUsers = 1e6;

    public string Name => "mean value analysis";

    public int OutputCount => 2;

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        (double users, double think) = (inputs[0], inputs[1]);
        if (!(users >= 1 && users <= MostUsers && think >= 0))
            return;
        double below = Math.Floor(users), part = users - below;
        (double before, double after) = Throughputs(below, part > 0, think, inputs[2..]);
        double throughput = before + part * (after - before);
        outputs[Throughput] = throughput;
        outputs[Response] = users / throughput - think;
    }

    /// <summary>Throughput at a whole number of users, and at one more where that is asked for.</summary>
    private static (double Before, double After) Throughputs(double users, bool oneMore, double think, ReadOnlySpan<double> demands)
    {
        double[] waiting = new double[demands.Length];
        double throughput = 0;
        for (double n = 1; n <= users; n++)
            throughput = AddUser(n, think, demands, waiting);
        return (throughput, oneMore ? AddUser(users + 1, think, demands, waiting) : throughput);
    }

    private static double AddUser(double users, double think, ReadOnlySpan<double> demands, double[] waiting)
    {
        double response = 0;
        for (int k = 0; k < waiting.Length; k++)
            response += waiting[k] = demands[k] * (1 + waiting[k]);
        double throughput = users / (think + response);
        for (int k = 0; k < waiting.Length; k++)
            waiting[k] *= throughput;
        return throughput;
    }
}

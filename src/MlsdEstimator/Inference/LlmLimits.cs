namespace MlsdEstimator;

/// <summary>How many requests at once keep within memory and limits.</summary>
internal static class LlmLimits
{
    /// <summary>With half of the requests so much of the throughput is "all of it".</summary>
    private const double Saturated = 0.95;

    /// <summary>How much of the tightest of memory and limits is used up: 1 at the limit, rising with the requests.</summary>
    public static Scalar Reached(LlmServing serving, Scalar requests, Duration? firstToken, Duration? perToken)
    {
        Scalar reached = requests / serving.MostRequests;
        if (firstToken is not null)
            reached = Scalar.Max(reached, serving.TimeToFirstToken / firstToken);
        return perToken is null ? reached : Scalar.Max(reached, serving.TimePerToken / perToken);
    }

    /// <summary>The largest number that keeps within, at least 1; NaN where one alone does not. Formulas: what is reached, and the most that memory ever has room for.</summary>
    public static double Largest(ImplicitTrial trial)
    {
        double Excess(ImplicitTrial at) => double.IsNaN(at[0]) ? 1 : at[0] - 1;
        double most = Math.Max(1, trial.At(1)[1]);
        return Excess(trial) > 0 ? double.NaN : trial.Root(Excess, 1, most);
    }

    /// <summary>Which of them is used up at the largest number.</summary>
    public static LlmLimit Binding(Func<Scalar, LlmServing> with, double most, Duration? firstToken, Duration? perToken)
    {
        if (most > 1 && RateOf(with, most / 2) >= Saturated * RateOf(with, most))
            return LlmLimit.Throughput;
        LlmServing serving = with(most);
        double memory = most / serving.MostRequests.Value, token = Used(serving.TimePerToken, perToken), first = Used(serving.TimeToFirstToken, firstToken);
        return memory >= Math.Max(token, first) ? LlmLimit.Memory : token >= first ? LlmLimit.PerToken : LlmLimit.FirstToken;
    }

    private static double RateOf(Func<Scalar, LlmServing> with, double requests) => requests / with(requests).ResponseTime.Seconds;

    private static double Used(Duration time, Duration? limit) => limit is null ? 0 : (time / limit).Value;
}

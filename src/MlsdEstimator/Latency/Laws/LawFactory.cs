namespace MlsdEstimator;

/// <summary>Makes the law of one step; null where its numbers cannot be: a tail below its median, a negative time.</summary>
internal static class LawFactory
{
    /// <summary>More parts than a count of this size would overflow it.</summary>
    private const double MostParts = 1e15;

    public static Law? Make(LawStep step, ReadOnlySpan<double> numbers, Law[] parts) => step.Shape switch
    {
        LawShape.Fixed => (Law)step.Data!,
        LawShape.Constant => numbers[0] >= 0 ? new ConstantLaw(numbers[0]) : null,
        LawShape.LogNormal => LogNormalLaw.Through(numbers[0], numbers[1]),
        LawShape.Exponential => numbers[0] > 0 ? new ExponentialLaw(numbers[0]) : null,
        LawShape.Percentiles => PercentileLaw.Through(((Levels)step.Data!).Values, numbers),
        LawShape.Scaled => Scaled(parts[0], numbers[0]),
        LawShape.Sum => SumLaw.Of([.. parts.Select(part => new SumTerm(part, 1))]),
        LawShape.Repeated => Waves(parts[0], numbers[0], 1),
        LawShape.Waves => Waves(parts[0], numbers[0], numbers[1]),
        LawShape.Misses => Misses(parts[0], numbers),
        LawShape.Slowest => new SlowestLaw(parts),
        LawShape.Fastest => new FastestLaw(parts),
        LawShape.FanOut => FanOut(parts[0], Whole(numbers[0])),
        LawShape.FirstOf => FirstOf(parts[0], Whole(numbers[0])),
        LawShape.Order => Order(parts[0], Whole(numbers[0]), Whole(numbers[1])),
        LawShape.Hedged => numbers[0] >= 0 ? new HedgedLaw(parts[0], parts[1], numbers[0]) : null,
        LawShape.Mixture => Mixture(numbers, parts),
        LawShape.Retried => Retried(parts[0], numbers[0], numbers[1..]),
        LawShape.Batched => BatchedLaw.Of(numbers[0], numbers[1], numbers[2], numbers[3], (int)step.Data!),
        _ => parts[0],
    };

    private static double Whole(double number) => Arithmetic.Evaluate(Operation.Ceiling, number);

    private static Law? Scaled(Law part, double factor) => factor > 0 ? new ScaledLaw(part, factor, 0) : factor == 0 ? new ConstantLaw(0) : null;

    private static Law? FanOut(Law call, double count) => count == 1 ? call : count > 1 ? new FanOutLaw(call, count) : null;

    private static Law? FirstOf(Law call, double count) => count == 1 ? call : count > 1 ? new FirstOfLaw(call, count) : null;

    private static OrderLaw? Order(Law call, double needed, double sent) => needed >= 1 && needed <= sent ? new OrderLaw(call, needed, sent) : null;

    /// <summary>All waves but the last are full.</summary>
    private static Law? Waves(Law call, double calls, double atOnce)
    {
        (calls, atOnce) = (Whole(calls), Whole(atOnce));
        if (!(calls >= 0 && calls < MostParts && atOnce >= 1))
            return null;
        if (calls == 0)
            return new ConstantLaw(0);
        double full = Math.Ceiling(calls / atOnce) - 1, rest = calls - full * atOnce;
        Law last = FanOut(call, rest)!;
        if (full == 0)
            return last;
        Law wave = rest == atOnce ? last : FanOut(call, atOnce)!;
        return SumLaw.Of(rest == atOnce ? [new SumTerm(wave, full + 1)] : [new SumTerm(wave, full), new SumTerm(last, 1)]);
    }

    /// <summary>As many waves of calls as the misses of a request need; how many those are differs from request to request.</summary>
    private static Law? Misses(Law call, ReadOnlySpan<double> numbers)
    {
        (double keys, double missed, double keysPerCall) = (Whole(numbers[0]), numbers[1], Whole(numbers[2]));
        (double atOnce, double perFurtherKey, double perMiss) = (numbers[3], numbers[4], numbers[5]);
        if (!(keys >= 1 && keys < MostParts && missed >= 0 && missed <= 1 && keysPerCall >= 1 && atOnce >= 1 && perFurtherKey >= 0 && perMiss >= 0))
            return null;
        var outcomes = MissOutcomes.Of(keys, missed, keysPerCall);
        Law[] laws = [.. outcomes.Select(outcome => WithMisses(call, outcome.Calls, outcome.Misses))];
        return laws is [Law only] ? only : new MixtureLaw([.. outcomes.Select(outcome => outcome.Probability)], laws);

        Law WithMisses(Law one, double calls, double misses)
        {
            double further = Math.Max(0, Math.Min(keysPerCall, misses) - 1) * perFurtherKey;
            Law waves = Waves(further == 0 ? one : new ScaledLaw(one, 1 + further, 0), calls, atOnce)!;
            return misses * perMiss == 0 ? waves : SumLaw.Of([new SumTerm(waves, 1), new SumTerm(new ConstantLaw(misses * perMiss), 1)]);
        }
    }

    private static MixtureLaw? Mixture(ReadOnlySpan<double> weights, Law[] parts)
    {
        double[] shares = weights.ToArray();
        double sum = shares.Sum();
        return sum > 0 && double.IsFinite(sum) && shares.Min() >= 0 ? new MixtureLaw(Array.ConvertAll(shares, share => share / sum), parts) : null;
    }

    private static RetryLaw? Retried(Law attempt, double timeout, ReadOnlySpan<double> pauses)
    {
        foreach (double pause in pauses)
        {
            if (pause < 0)
                return null;
        }
        return timeout > 0 ? new RetryLaw(attempt, timeout, pauses.ToArray()) : null;
    }
}

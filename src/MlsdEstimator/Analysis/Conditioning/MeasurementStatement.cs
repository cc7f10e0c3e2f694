namespace MlsdEstimator;

/// <summary>Whether a measurement says enough, and nothing that contradicts the quantity it is of.</summary>
internal static class MeasurementStatement
{
    public const string StatisticSlot = "statistic";
    public const string LoadSlot = "load";

    private const string AtLoad = "At(load, value), or with { Load = Aspect.Peak } when it was the load the model speaks of";

    public static string NameOf(IQuantity quantity) => quantity.Name ?? $"this {quantity.Node.Dimension.Name}";

    public static Aspect? Slot(IEnumerable<Aspect> aspects, string slot) => aspects.FirstOrDefault(aspect => aspect.Slot == slot);

    /// <summary>A number that was read: certain, feasible and above 0.</summary>
    public static void RequireReading(IQuantity value, string parameter, double least = double.Epsilon)
    {
        ArgumentNullException.ThrowIfNull(value, parameter);
        if (!value.IsCertain)
            throw new ArgumentException($"'{parameter}' is {value}, a range, but must be the one number that was read; its doubt is the relative error.", parameter);
        if (!value.IsFeasible || !(value.Node.Nominal >= least))
        {
            string rule = least > double.Epsilon ? Text.Of($"at least {least * 100:0.####} %; give the scatter of repeated runs") : "above 0";
            throw new ArgumentOutOfRangeException(parameter, $"'{parameter}' is {value}, but must be {rule}.");
        }
    }

    /// <exception cref="ArgumentException">The statement lacks what decides the answer, or contradicts the marks of the quantity.</exception>
    public static void Check(Measurement measurement)
    {
        IReadOnlyList<Aspect> marks = measurement.Quantity.Aspects;
        CheckStatistic(measurement, Slot(marks, StatisticSlot));
        Agree(measurement, "load", measurement.Load, Slot(marks, LoadSlot), LoadSlot);
    }

    private static void CheckStatistic(Measurement measurement, Aspect? mark)
    {
        if (mark is not null && measurement.Statistic is null)
            throw Refused(measurement, $"is the {mark} over requests; say which statistic was read: with {{ Statistic = ... }}");
        Agree(measurement, "statistic", measurement.Statistic, mark, StatisticSlot);
        if (measurement.Statistic is not Aspect.StatisticAspect { Level: not null } percentile)
            return;
        if (mark is null)
            throw Refused(measurement, $"is not marked as a percentile, but the measurement is a {percentile}; measure the quantity that is, or mark it");
        if (measurement.Load is null && measurement.Held.Count == 0)
            throw Refused(measurement, $"is a {mark}, which depends on the load; say at which it was read: {AtLoad}");
    }

    private static void Agree(Measurement measurement, string what, Aspect? stated, Aspect? mark, string slot)
    {
        if (stated is not null && stated.Slot != slot)
            throw Refused(measurement, $"was measured with '{stated}' as its {what}, which is none");
        if (stated is not null && mark is not null && stated != mark)
            throw Refused(measurement, $"is marked {mark}, but the measurement states {stated}; measure the quantity that matches");
    }

    private static ArgumentException Refused(Measurement measurement, string why) => new($"'{NameOf(measurement.Quantity)}' {why}.");
}

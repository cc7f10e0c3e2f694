namespace MlsdEstimator;

/// <summary>Findings that every serving estimator may have: a capacity that counts something else, and one of the model alone.</summary>
internal static class ServingFindings
{
    public static IEnumerable<Finding> Of(Capacity capacity, string counts, string machine, Scalar bought)
    {
        if (counts != capacity.Counts)
            yield return new Finding(Severity.Warning, FindingCodes.CountsDiffer, $"A load of {counts} is divided by a capacity in {capacity.Counts}; convert the load with Times, or give the capacity in {counts}.", bought);
        if (capacity.IsModelOnly)
            yield return new Finding(Severity.Warning, FindingCodes.ModelOnly, $"{bought} x {machine}, model only: a lower bound; fetching features, retrieval, serialisation and waiting come on top.", bought);
    }

    /// <summary>What is paid by volume is paid for the average; a load whose average is a peak pays for requests that never come.</summary>
    public static IEnumerable<Finding> PeakPaid(Load requests, Spend cost)
    {
        if (requests.AverageIsPeak.Value)
            yield return new Finding(Severity.Warning, FindingCodes.PeakRateInStorage, $"A price by volume is computed from a peak rate of {requests.Average}; give the load its average.", cost);
    }

    /// <summary>A plan that keeps machines busy all the time has no wait in it: any burst, and then every request, queues.</summary>
    public static IEnumerable<Finding> NoHeadRoom(Fraction planned, string machines, IQuantity needed)
    {
        if ((planned >= Fraction.One).Nominally == true)
            yield return new Finding(Severity.Warning, FindingCodes.NoHeadRoom, $"Planned {planned} busy at peak: {needed} {machines} have no head-room, so requests queue without end; plan 50 to 70%, or size a pool for the SLO.", needed);
    }

    /// <summary>Marks what rests on the model's arithmetic alone.</summary>
    public static T Scoped<T>(T quantity, Capacity capacity)
        where T : Quantity<T>, IQuantity<T> => capacity.IsModelOnly ? quantity.Marked(Aspect.ModelOnly) : quantity;
}

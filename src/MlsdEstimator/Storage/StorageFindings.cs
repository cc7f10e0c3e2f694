namespace MlsdEstimator;

/// <summary>What storage estimators say about loads and sizes.</summary>
internal static class StorageFindings
{
    /// <summary>Storage fills at the average rate: a peak lasts minutes, a retention days.</summary>
    public static IEnumerable<Finding> PeakRate(Load rows, IQuantity subject, string what = "Storage")
    {
        if (rows.AverageIsPeak.Value)
            yield return new Finding(Severity.Warning, FindingCodes.PeakRateInStorage, $"{what} is computed from a peak rate of {rows.Average}; give the load its average.", subject);
    }
}

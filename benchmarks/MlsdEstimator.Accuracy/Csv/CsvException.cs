namespace MlsdEstimator.Accuracy;

/// <summary>A file that is not what it should be; the message names file, line and column.</summary>
internal sealed class CsvException : Exception
{
    /// <summary>The same without file and line, so that rows that lack the same say the same.</summary>
    public string Reason { get => field ?? Message; init; }

    public CsvException()
    {
    }

    public CsvException(string message)
        : base(message)
    {
    }

    public CsvException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

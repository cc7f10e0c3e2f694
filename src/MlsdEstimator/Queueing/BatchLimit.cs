namespace MlsdEstimator;

/// <summary>Largest batch as an input: whole, and no larger than the chain of a batching server can follow.</summary>
internal static class BatchLimit
{
    public const int Most = 1024;

    public static Scalar Valid(Scalar value)
    {
        Scalar whole = Require.WholeAtLeast(1, value, "largest batch");
        return whole.Value <= Most ? whole : throw new ArgumentOutOfRangeException(nameof(value), $"'largest batch' is {whole}, but must be at most {Most}; leave it out where it is never reached.");
    }
}

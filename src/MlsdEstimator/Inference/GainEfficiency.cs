namespace MlsdEstimator;

/// <summary>What one kind of change keeps of its speed-up, in one stack or in all.</summary>
internal sealed class GainEfficiency
{
    /// <param name="kind">Kind of change.</param>
    /// <param name="stack">Name of the stack, or null for all.</param>
    /// <param name="kept">Measured over promised speed-up, in the middle.</param>
    /// <param name="spread">Standard deviation of its logarithm.</param>
    /// <param name="rows">Pairs it was fitted to.</param>
    /// <param name="fitted">When.</param>
    public GainEfficiency(GainKind kind, string? stack, double kept, double spread, int rows, DateOnly fitted)
    {
        (Kind, Stack, Middle, Spread, Rows, FittedOn) = (kind, stack, kept, spread, rows, fitted);
        Kept = Uncertain.LogNormal(kept, spread).AsScalar().Named(stack is null ? $"kept by {Words(kind)}" : $"kept by {Words(kind)} in {stack}").AsDefault(Text.Of($"fitted to {rows} published pairs, {fitted:yyyy-MM-dd}"));
    }

    /// <summary>Kind of change.</summary>
    public GainKind Kind { get; }

    /// <summary>Name of the stack, or null for all.</summary>
    public string? Stack { get; }

    /// <summary>Measured over promised speed-up.</summary>
    public Scalar Kept { get; }

    /// <summary>Its middle.</summary>
    public double Middle { get; }

    /// <summary>Standard deviation of its logarithm.</summary>
    public double Spread { get; }

    /// <summary>Pairs it was fitted to.</summary>
    public int Rows { get; }

    /// <summary>When.</summary>
    public DateOnly FittedOn { get; }

    private static string Words(GainKind kind) => kind switch
    {
        GainKind.NarrowerOnCpu => "fewer bits on a CPU",
        GainKind.NarrowerOnAccelerator => "8 bits",
        GainKind.StorageOnly => "fewer bits stored",
        GainKind.StorageOnlyBoundByArithmetic => "fewer bits stored, bound by arithmetic",
        GainKind.Zeros => "zeros",
        GainKind.SmallerNetwork => "a smaller network",
        _ => "compilation",
    };
}

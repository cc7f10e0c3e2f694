namespace MlsdEstimator;

/// <summary>Something a reader of the numbers should know.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Code">Stable code, listed in <see cref="FindingCodes"/>.</param>
/// <param name="Message">What it is, with its numbers, and what to do.</param>
/// <param name="Subject">The quantity concerned, or null.</param>
public sealed record Finding(Severity Severity, string Code, string Message, IQuantity? Subject = null)
{
    /// <summary>"warning MLSD002: ..."</summary>
    public override string ToString() => $"{Severity.ToString().ToLowerInvariant()} {Code}: {Message}";
}

namespace MlsdEstimator.Peers;

/// <summary>A promise of the library, and what was measured.</summary>
/// <param name="What">What is promised.</param>
/// <param name="Limit">The promise.</param>
/// <param name="Measured">What was measured.</param>
/// <param name="IsReached">Whether the promise is kept.</param>
internal sealed record Budget(string What, string Limit, string Measured, bool IsReached)
{
    public string Verdict => IsReached ? "reached" : "MISSED";

    public static Budget AtLeast(string what, double limit, double measured, string unit) =>
        new(what, $">= {Number.Of(limit)} {unit}", $"{Number.Of(measured)} {unit}", measured >= limit);

    public static Budget AtMost(string what, double limit, double measured, string unit) =>
        new(what, $"<= {Number.Of(limit)} {unit}", $"{Number.Of(measured)} {unit}", measured <= limit);
}

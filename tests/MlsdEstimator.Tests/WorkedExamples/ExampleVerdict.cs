namespace MlsdEstimator.Tests;

/// <summary>Judges a published answer by ours. The limits are the ones of the collection of examples: what its authors call rounding, and how many digits it prints.</summary>
internal static class ExampleVerdict
{
    /// <summary>recomputed_value is printed with six significant digits.</summary>
    private const double SixDigits = 1e-5;

    /// <summary>published_over_recomputed is printed with four significant digits.</summary>
    private const double FourDigits = 1e-3;

    /// <summary>An answer called wrong differs by more than this factor; the mildest one is 1.144.</summary>
    private const double ClearlyWrong = 1.1;

    /// <summary>A value read as GiB must match this closely: 1 GiB is 7.4 % more than 1 GB, and three digits are printed.</summary>
    private const double SameSize = 0.01;

    private static readonly (double Low, double High) Rounding = (0.83, 1.25);

    public static bool IsRecomputed(double ours, WorkedExample example) => IsNear(ours, example.Recomputed, SixDigits);

    /// <summary>What contradicts the verdict of the file; nothing when all agrees.</summary>
    public static IEnumerable<string> Problems(double ours, WorkedExample example)
    {
        double ratio = example.Published / ours;
        if (!IsRecomputed(ours, example))
            yield return $"{example.Id}: ours is {ours:G7} {example.Unit}, recomputed is {example.Recomputed:G7}";
        if (!IsNear(ratio, example.PublishedOverRecomputed, FourDigits))
            yield return $"{example.Id}: published over ours is {ratio:G5}, the file says {example.PublishedOverRecomputed:G5}";
        if (Contradiction(ours, ratio, example) is string contradiction)
            yield return $"{example.Id}: {contradiction}";
    }

    private static string? Contradiction(double ours, double ratio, WorkedExample example) => example.Verdict switch
    {
        "ok" when !(ratio >= Rounding.Low && ratio <= Rounding.High) => $"called ok, but published over ours is {ratio:G5}, outside {Rounding.Low} to {Rounding.High}",
        "wrong" when !(Math.Max(ratio, 1 / ratio) > ClearlyWrong) => $"called wrong, but published over ours is {ratio:G5}, within a factor of {ClearlyWrong}",
        "unit-label" when IsNear(example.Published, ours, SameSize) => "called a wrong unit, but it matches as printed",
        "unit-label" when !IsNear(ReadAsBinary(example.Published), ours, SameSize) => $"{ReadAsBinary(example.Published):G5} {example.Unit} when read as GiB, but ours is {ours:G5}",
        _ => null,
    };

    private static double ReadAsBinary(double bytes) => DataSize.FromGibibytes(bytes.Bytes.Gigabytes).Bytes;

    private static bool IsNear(double value, double expected, double relative) => Math.Abs(value - expected) <= relative * Math.Abs(expected);
}

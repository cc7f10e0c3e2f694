using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

/// <summary>Numbers as capacity planning meets them: positive, over decades.</summary>
internal static class AnyPositive
{
    public static readonly Config Laws = Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true);

    /// <summary>Log-uniform between 10^low and 10^high.</summary>
    public static Gen<double> Decades(double low, double high) =>
        from share in Gen.Choose(0, 1_000_000)
        select Math.Pow(10, low + (high - low) * share / 1_000_000);
}

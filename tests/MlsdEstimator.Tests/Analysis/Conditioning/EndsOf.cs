using System.Globalization;

namespace MlsdEstimator.Tests;

/// <summary>The numbers of a printed range: "18.6 to 92.9 k/s" has 18.6 and 92.9.</summary>
internal static class EndsOf
{
    public static double[] Range(string text) => [.. text.Split(" to ").Select(end => double.Parse(end.Split(' ')[0], CultureInfo.InvariantCulture))];

    /// <summary>Equal up to a relative error: the draws of the run and the three digits that are printed.</summary>
    public static EqualityComparer<double> Within(double relativeError) =>
        EqualityComparer<double>.Create((expected, found) => Math.Abs(found / expected - 1) <= relativeError);
}

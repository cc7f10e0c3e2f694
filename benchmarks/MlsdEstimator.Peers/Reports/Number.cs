using System.Globalization;

namespace MlsdEstimator.Peers;

/// <summary>Three digits: more of a time mean nothing.</summary>
internal static class Number
{
    public static string Of(double value) => Math.Abs(value) switch
    {
        0 => "0",
        < 0.01 => value.ToString("0.####", CultureInfo.InvariantCulture),
        < 1 => value.ToString("0.###", CultureInfo.InvariantCulture),
        < 10 => value.ToString("0.##", CultureInfo.InvariantCulture),
        < 100 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("N0", CultureInfo.InvariantCulture),
    };
}

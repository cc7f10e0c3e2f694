namespace MlsdEstimator;

/// <summary>Bits, bytes and their multiples: kB is 1000 bytes (SI), KiB 1024 (IEC 80000-13); b is a bit, B a byte.</summary>
internal static class DataUnits
{
    private const double Bit = 1.0 / 8;

    private static readonly (string Symbol, string Name, double Factor)[] BinaryPrefixes =
    [
        ("Ki", "kibi", 1L << 10), ("Mi", "mebi", 1L << 20), ("Gi", "gibi", 1L << 30),
        ("Ti", "tebi", 1L << 40), ("Pi", "pebi", 1L << 50), ("Ei", "exbi", 1L << 60),
    ];

    public static readonly IReadOnlyList<Unit> Sizes =
    [
        new("B", 1) { Aliases = ["byte", "bytes"], Note = "bytes" },
        new("bit", Bit) { Aliases = ["bits", "b"], Shown = false, Note = "bits" },
        .. MetricUnits.Prefixes.Take(4).Select(Bits),
        .. MetricUnits.Prefixes.Select(prefix => Bytes(prefix, shown: true)),
        .. BinaryPrefixes.Select(prefix => Bytes(prefix, shown: false)),
    ];

    public static readonly IReadOnlyList<Unit> Bandwidths = [.. Sizes.Select(PerSecond)];

    private static Unit Bits((string Symbol, string Name, double Factor) prefix) => new(prefix.Symbol + "b", prefix.Factor * Bit)
    {
        Aliases = [prefix.Symbol + "bit", prefix.Name + "bit", prefix.Name + "bits"],
        Shown = false,
        Note = "bits",
    };

    private static Unit Bytes((string Symbol, string Name, double Factor) prefix, bool shown) => new(prefix.Symbol + "B", prefix.Factor)
    {
        Aliases = [prefix.Name + "byte", prefix.Name + "bytes"],
        Shown = shown,
        Note = "bytes",
    };

    private static Unit PerSecond(Unit size) => new(size.Symbol + "/s", size.Factor)
    {
        Aliases = [.. size.Aliases.Select(alias => alias + "/s"), .. size.Aliases.Prepend(size.Symbol).Select(name => name + "/second")],
        Shown = size.Shown,
        Note = size.Note,
    };
}

namespace MlsdEstimator;

/// <summary>Multipliers of plain counts. "B" is not one: it is the byte.</summary>
internal static class CountUnits
{
    // Short scale: a billion is 10^9, a trillion 10^12.
    public static readonly IReadOnlyList<Unit> Table =
    [
        new("", 1),
        new("K", 1e3) { Aliases = ["k", "thousand"], Least = 100 },
        new("M", 1e6) { Aliases = ["million"] },
        new("bn", 1e9) { Aliases = ["billion"] },
        new("T", 1e12) { Aliases = ["trillion"], Below = 1e3 },
    ];

    public static readonly IReadOnlyDictionary<string, string> Refused = new Dictionary<string, string>
    {
        ["B"] = "it may be billion or byte; write bn for billion",
        ["b"] = "it may be billion or bit; write bn for billion",
        ["m"] = "it may be million or milli; write M for million",
        ["G"] = "write bn for billion",
        ["%"] = "a scalar is a plain number; write 0.12 for 12%",
    };
}

namespace MlsdEstimator;

/// <summary>Latencies that every estimate begins with, by name, each with its source and date. Where dated sources disagree the value is the range between them.</summary>
/// <remarks>
/// Orders of magnitude for the whiteboard: measure your own before you buy. Sources: the numbers of J. Dean as collected in 2012 (jboner gist, whose copies disagree on some), and
/// sirupsen/napkin-math of 2026-03-21, measured and rounded.
/// </remarks>
/// <example>
/// <code>
/// Duration region = LatencyNumbers.RoundTripInRegion;
/// Duration read = LatencyNumbers.Find("SSD random read");
/// </code>
/// </example>
public static class LatencyNumbers
{
    private const string Dean = "J. Dean's latency numbers, jboner gist (2012)";

    private const string Napkin = "sirupsen/napkin-math @aae5832";

    private static readonly DateOnly March = new(2026, 3, 21);

    private static readonly DateOnly Year2012 = new(2012, 5, 31);

    /// <summary>Read from the first-level cache: 0.5 ns.</summary>
    public static Duration CacheReference { get; } = Agreed("L1 cache reference", 0.5 * Duration.Nanosecond);

    /// <summary>Read from the second-level cache: 7 ns.</summary>
    public static Duration SecondCacheReference { get; } = One("L2 cache reference", 7 * Duration.Nanosecond, Dean, Year2012);

    /// <summary>Mispredicted branch: 5 ns.</summary>
    public static Duration BranchMispredict { get; } = One("branch mispredict", 5 * Duration.Nanosecond, Dean, Year2012);

    /// <summary>Lock and unlock a mutex that nobody holds: 25 ns.</summary>
    public static Duration Mutex { get; } = One("mutex", 25 * Duration.Nanosecond, $"{Dean}; other copies say 100 ns", Year2012);

    /// <summary>64 bytes anywhere in memory: 20 ns measured in 2026, 100 ns in 2012.</summary>
    public static Duration MainMemory { get; } = Between("main memory reference", 20 * Duration.Nanosecond, 100 * Duration.Nanosecond);

    /// <summary>System call: 300 ns.</summary>
    public static Duration SystemCall { get; } = One("system call", 300 * Duration.Nanosecond, Napkin, March);

    /// <summary>Switch to another thread: 10 us.</summary>
    public static Duration ContextSwitch { get; } = One("context switch", 10 * Duration.Microsecond, Napkin, March);

    /// <summary>A small block anywhere on an SSD: 100 us (8 KiB, 2026) to 150 us (4 KB, 2012).</summary>
    public static Duration SsdRandomRead { get; } = Between("SSD random read", 100 * Duration.Microsecond, 150 * Duration.Microsecond);

    /// <summary>Move the arm of a disk: 10 ms.</summary>
    public static Duration DiskSeek { get; } = Agreed("disk seek", 10 * Duration.Millisecond);

    /// <summary>There and back in one region or data centre: 250 us (2026) to 500 us (2012).</summary>
    public static Duration RoundTripInRegion { get; } = Between("round trip in a region", 250 * Duration.Microsecond, 500 * Duration.Microsecond);

    /// <summary>One query to a key-value or SQL server nearby: 500 us.</summary>
    public static Duration DatabaseQuery { get; } = One("database query", 500 * Duration.Microsecond, Napkin, March);

    /// <summary>Through a proxy and back: 50 us.</summary>
    public static Duration Proxy { get; } = One("proxy", 50 * Duration.Microsecond, Napkin, March);

    /// <summary>First byte of an object from a blob store: 80 ms.</summary>
    public static Duration BlobGet { get; } = One("blob get", 80 * Duration.Millisecond, Napkin, March);

    /// <summary>Round trip between the coasts of North America: 60 ms.</summary>
    public static Duration NorthAmericaCoasts { get; } = One("round trip North America east to west", 60 * Duration.Millisecond, Napkin, March);

    /// <summary>Round trip from western Europe to the east of North America: 80 ms.</summary>
    public static Duration EuropeNorthAmerica { get; } = One("round trip Europe west to North America east", 80 * Duration.Millisecond, Napkin, March);

    /// <summary>Round trip from the west of North America to Singapore: 180 ms.</summary>
    public static Duration NorthAmericaSingapore { get; } = One("round trip North America west to Singapore", 180 * Duration.Millisecond, Napkin, March);

    /// <summary>Round trip from California to the Netherlands: 150 ms.</summary>
    public static Duration CaliforniaNetherlands { get; } = One("round trip California to the Netherlands", 150 * Duration.Millisecond, Dean, Year2012);

    /// <summary>All of them, the shortest kind first.</summary>
    public static IReadOnlyList<Duration> All { get; } =
    [
        CacheReference, SecondCacheReference, BranchMispredict, Mutex, MainMemory, SystemCall, ContextSwitch, Proxy, SsdRandomRead, RoundTripInRegion, DatabaseQuery,
        DiskSeek, NorthAmericaCoasts, EuropeNorthAmerica, BlobGet, CaliforniaNetherlands, NorthAmericaSingapore,
    ];

    /// <summary>A number by its name, or by a part of it that only one has: "SSD". Capitals do not matter.</summary>
    /// <param name="name">Name or part of it.</param>
    /// <exception cref="ArgumentException">There is none, or several; the message lists the nearest or the candidates.</exception>
    public static Duration Find(string name)
    {
        Require.NotBlank(name, nameof(name));
        Duration[] hits = [.. All.Where(number => string.Equals(number.Name, name, StringComparison.OrdinalIgnoreCase))];
        if (hits.Length == 0)
            hits = [.. All.Where(number => number.Name!.Contains(name, StringComparison.OrdinalIgnoreCase))];
        return hits switch
        {
            [var only] => only,
            [] => throw new ArgumentException($"There is no latency number '{name}'. Nearest: {NearestNames.Of(name, All.Select(number => number.Name!))}.", nameof(name)),
            _ => throw new ArgumentException($"'{name}' names several latency numbers: {string.Join(", ", hits.Select(hit => $"'{hit.Name}'"))}. Give the whole name.", nameof(name)),
        };
    }

    private static Duration Agreed(string name, Duration value) => One(name, value, $"{Napkin}; the same in {Dean}", March);

    private static Duration Between(string name, Duration low, Duration high) => One(name, low.To(high), $"{Napkin} (2026-03-21); {Dean}", March);

    private static Duration One(string name, Duration value, string source, DateOnly asOf) => value.Named(name).Cited(source, asOf).AsDefault($"{source}, {asOf:yyyy-MM-dd}");
}

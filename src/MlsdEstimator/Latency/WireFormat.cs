namespace MlsdEstimator;

/// <summary>How values become bytes: the time it takes to encode and to decode a byte. Each built-in rate is one shared range with its source, until you give yours.</summary>
/// <remarks>
/// Rates are those of one core, for one direction: a message is encoded once and decoded once. They depend on the values: text is fast, numbers printed in decimal are slow.
/// Sizes are not converted: give the bytes of the message in this format. A number of 4 bytes in memory takes 1 to 5 in protobuf and some 10 in JSON, its key besides.
/// </remarks>
/// <example><code>WireFormat ours = WireFormat.Of("MessagePack, Go", 300.MegabytesPerSecond);</code></example>
public sealed record WireFormat
{
    private const string Napkin = "sirupsen/napkin-math @aae5832";

    private const string Sonic = "bytedance/sonic README @01c0d361, encoding/json on an i9-9880H: 122 to 792 MB/s encoding, 105 to 117 MB/s decoding";

    private const string Orjson = "ijl/orjson README @036ae842, json of Python 3.7: canada.json in 47 and 27 ms, citm_catalog.json in 5.4 and 6.0 ms";

    private const string Serde = "Kogia-sima/evil-json README, serde-json parses at 320 to 431 MiB/s";

    private const string QuickBuffers = "HebiRobotics/QuickBuffers benchmarks, protobuf-java 3.21.12 on a Ryzen 9 3900X: 145 to 342 MB/s";

    private const string SplitBuf = "lemire/splitbuf-testset (2021-11-05), C++ protobuf: google_message2 in 116 and 85 us, google_message1 in 200 and 120 ns";

    private static readonly DateOnly Measured = new(2026, 3, 21);

    private WireFormat(string name, Bandwidth? rate) => (Name, Rate) = (name, rate);

    /// <summary>JSON where the language is open: 48 to 431 MB/s a core, at best guess the 100 MiB/s of napkin-math. What REST services speak.</summary>
    public static WireFormat Json { get; } = Known("JSON", 48, 104.8576, 452, $"{Napkin}: 100 MiB/s; {Orjson}; {Serde}");

    /// <summary>JSON by the standard library of Go.</summary>
    public static WireFormat JsonGo { get; } = Known("JSON, Go", 105, 122, 792, Sonic);

    /// <summary>JSON by the standard library of Python; numbers are the slow end.</summary>
    public static WireFormat JsonPython { get; } = Known("JSON, Python", 48, 83, 319, Orjson);

    /// <summary>JSON by serde of Rust.</summary>
    public static WireFormat JsonRust { get; } = Known("JSON, Rust", 335, 390, 452, Serde);

    /// <summary>Protocol buffers where the language is open: what gRPC speaks.</summary>
    public static WireFormat Protobuf { get; } = Known("protobuf", 145, 342, 1_900, $"{QuickBuffers}; {SplitBuf}; {Napkin}: 1 GiB/s for fast formats");

    /// <summary>Protocol buffers by Google's library for Java.</summary>
    public static WireFormat ProtobufJava { get; } = Known("protobuf, Java", 145, 167, 342, QuickBuffers);

    /// <summary>Protocol buffers by Google's library for C++.</summary>
    public static WireFormat ProtobufCpp { get; } = Known("protobuf, C++", 729, 995, 1_900, SplitBuf);

    /// <summary>Bytes as they lie in memory: no encoding. What is sent that way costs the network only.</summary>
    public static WireFormat Raw { get; } = new("raw bytes", null);

    /// <summary>A call in the same process: no encoding and no network.</summary>
    public static WireFormat InProcess { get; } = new("in process", null) { IsInProcess = true };

    /// <summary>What it is.</summary>
    public string Name { get; }

    /// <summary>Bytes a second that one core encodes, or decodes; null where nothing is encoded.</summary>
    public Bandwidth? Rate { get; }

    internal bool IsInProcess { get; private init; }

    /// <summary>A format of your own, as measured.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="rate">Bytes a second that one core encodes, or decodes. Above 0.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above 0.</exception>
    public static WireFormat Of(string name, Bandwidth rate) => new(Require.NotBlank(name, nameof(name)), Require.Positive(rate, "encoding rate"));

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>Time to encode so many bytes, or to decode them: bytes / rate.</summary>
    internal Duration TimeOf(DataSize bytes) => Rate is null ? Duration.Zero : bytes / Rate;

    private static WireFormat Known(string name, double low, double best, double high, string source) =>
        new(name, Uncertain.Range(low, best, high).In(Bandwidth.MegabytePerSecond).Named($"{name} encoding rate").Cited(source, Measured).AsDefault(source));
}

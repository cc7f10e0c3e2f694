namespace MlsdEstimator.Tests;

/// <summary>Published bytes of tables, indexes, caches and weights, written with the library.</summary>
internal static class MemoryFormulas
{
    private static readonly DataSize Float = 4.Bytes;
    private static readonly DataSize Half = 2.Bytes;
    private static readonly DataSize Link = 4.Bytes;

    public static IReadOnlyDictionary<string, Func<ExampleInputs, IQuantity>> All { get; } = new Dictionary<string, Func<ExampleInputs, IQuantity>>
    {
        ["members*bytes"] = row => row.Count("members") * row.Bytes("bytes"),
        ["members*bytes*growth"] = row => row.Count("members") * row.Bytes("bytes") * row.Count("growth"),
        ["requests*hot*bytes"] = row => row.Count("requests") * row.Share("hot") * row.Bytes("bytes"),
        ["n*bytes"] = row => row.Count("n") * row.Bytes("bytes"),
        ["n*(graph+4*dim)"] = row => row.Count("n") * (row.Bytes("graph") + row.Count("dim") * Float),
        ["per_day*days*bytes"] = row => row.Count("per_day") / Duration.Day * row.Days("days") * row.Bytes("bytes"),
        ["users*dim*bytes"] = row => row.Count("users") * (row.Count("dim") * row.Bytes("bytes")),
        ["n*dim*bytes"] = row => row.Count("n") * (row.Count("dim") * row.Bytes("bytes")),
        ["users*features*bytes"] = row => row.Count("users") * (row.Count("features") * row.Bytes("bytes")),
        ["before/after"] = row => row.Gigabytes("before") / row.Gigabytes("after"),
        ["n*dim*4*1.5"] = row => row.Count("n") * (row.Count("dim") * Float) * 1.5,
        ["n*links*4"] = row => row.Count("n") * (row.Count("links") * Link),
        ["params*bytes"] = row => row.Count("params") * row.Bytes("bytes"),
        ["bits_from/bits_to"] = row => row.Bits("bits_from") / row.Bits("bits_to"),

        ["1.1*(4*dim+8*m)*n"] = row => Hnsw(row, Float),
        ["1.1*(2*dim+8*m)*n"] = row => Hnsw(row, Half),
        ["1.1*(4*dim*n+4*nlist*dim)"] = row => Ivf(row, Float),
        ["1.1*(2*dim*n+4*nlist*dim)"] = row => Ivf(row, Half),
        ["n*(4*dim+4*links)"] = row => row.Count("n") * (row.Count("dim") * Float + row.Count("links") * Link),
        ["n*(dim*4+links*4)"] = row => row.Count("n") * (row.Count("dim") * Float + row.Count("links") * Link),
        ["2*layers*kv_heads*head*ctx*bytes"] = row => KeyValueCache(row, row.Bytes("bytes")),
    };

    private static DataSize Hnsw(ExampleInputs row, DataSize each) =>
        1.1 * row.Count("n") * (row.Count("dim") * each + 2 * row.Count("m") * Link);

    private static DataSize Ivf(ExampleInputs row, DataSize each) =>
        1.1 * (row.Count("n") * (row.Count("dim") * each) + row.Count("nlist") * (row.Count("dim") * Float));

    private static DataSize KeyValueCache(ExampleInputs row, DataSize each) =>
        2 * row.Count("layers") * row.Count("kv_heads") * row.Count("head") * row.Count("ctx") * each;
}

using System.Text.Json;

namespace MlsdEstimator.Peers;

/// <summary>Standings as an array, for programs.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Format = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>An array of workload, peer, threads, samples, nanosecondsPerSample, ratio: the peer's time over ours, 1 for "self".</summary>
    public static string Of(IEnumerable<Standing> standings) =>
        JsonSerializer.Serialize(
            standings.Select(standing => new Row(standing.Workload, standing.Peer, standing.Threads, standing.Samples, standing.NanosecondsPerSample, standing.Ratio)), Format);

    private sealed record Row(string Workload, string Peer, int Threads, int Samples, double NanosecondsPerSample, double Ratio);
}

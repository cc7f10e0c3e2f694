using System.Text.Json;

namespace MlsdEstimator.Peers;

/// <summary>What one process measured: the line of JSON it prints.</summary>
internal sealed record Measurement
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public required string Workload { get; init; }

    public required string Peer { get; init; }

    public required int Threads { get; init; }

    /// <summary>Samples of one run, as asked for.</summary>
    public required int Samples { get; init; }

    /// <summary>Fastest run of the process, draws and statistics, over the samples asked for.</summary>
    public required double NanosecondsPerSample { get; init; }

    /// <summary>Worst root-mean-square relative error; only of <see cref="WorkloadName.Accuracy"/>.</summary>
    public double? RelativeError { get; init; }

    /// <summary>Mean, p5, p50 and p95 of the five outputs; only of <see cref="WorkloadName.Capacity"/> and <see cref="WorkloadName.Scaling"/>.</summary>
    public IReadOnlyList<double>? Statistics { get; init; }

    /// <summary>The program's own name and version.</summary>
    public string? Version { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Format);

    /// <summary>Reads what a program printed.</summary>
    /// <param name="output">Standard output: the last line counts, so that a program may warn before it.</param>
    /// <param name="contest">What was asked.</param>
    /// <param name="peer">Who was asked.</param>
    /// <exception cref="FormatException">Not a measurement, not the one that was asked for, or of sums that are wrong.</exception>
    public static Measurement Parse(string output, Contest contest, string peer)
    {
        string line = output.TrimEnd().Split('\n')[^1].Trim();
        Measurement read = Read(line);
        if (read.Workload != contest.Workload || read.Peer != peer || read.Threads != contest.Threads || read.Samples != contest.Samples)
            throw new FormatException($"expected {peer} on {contest}, but it printed: {line}");
        if (!(read.NanosecondsPerSample > 0) || !double.IsFinite(read.NanosecondsPerSample))
            throw new FormatException($"the time must be above 0, but it printed: {line}");
        if (contest.Workload == WorkloadName.Accuracy && !(read.RelativeError > 0))
            throw new FormatException($"the relative error is missing: {line}");
        if (contest.Workload is WorkloadName.Capacity or WorkloadName.Scaling)
            ExactStatistics.Check(read.Statistics ?? [], read.Samples);
        return read;
    }

    private static Measurement Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Measurement>(line, Format) ?? throw new FormatException($"expected one line of JSON, but it printed: {line}");
        }
        catch (JsonException problem)
        {
            throw new FormatException($"expected one line of JSON, but it printed: '{line}'", problem);
        }
    }
}

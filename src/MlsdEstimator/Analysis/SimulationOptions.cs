namespace MlsdEstimator;

/// <summary>How a simulation draws.</summary>
public sealed record SimulationOptions
{
    /// <summary>Seed used when none is given. Results are the same in every run; another seed shows how much they depend on the draws.</summary>
    public const ulong DefaultSeed = 20_261_121;

    /// <summary>Draws used when none are given: the 5 % and 95 % points of a range over a decade are then known to about 1 %.</summary>
    public const int DefaultSamples = 16_384;

    /// <summary>
    /// Draws of results that contain a function of their own (a latency composition, a queue), which costs microseconds each time it runs.
    /// </summary>
    public const int MostFunctionSamples = 2_048;

    /// <summary>Number of draws, 2 to 100 million. Default <see cref="DefaultSamples"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public int Samples
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2, "samples");
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100_000_000, "samples");
            field = value;
        }
    } = DefaultSamples;

    /// <summary>Seed of the draws. Default <see cref="DefaultSeed"/>.</summary>
    public ulong Seed { get; init; } = DefaultSeed;

    /// <summary>Stops a long run.</summary>
    public CancellationToken CancellationToken { get; init; }
}

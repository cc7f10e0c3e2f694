namespace MlsdEstimator;

/// <summary>How a simulation draws.</summary>
public sealed record SimulationOptions
{
    /// <summary>Seed used when none is given. Results are the same in every run; another seed shows how much they depend on the draws.</summary>
    public const ulong DefaultSeed = 20_261_121;

    /// <summary>Draws used when none are given: the 5 % and 95 % points of a product of ranges are then known to better than 1 %.</summary>
    public const int DefaultSamples = 16_384;

    /// <summary>
    /// Draws of results that contain a function of their own (a latency composition, a queue), which costs microseconds each time it runs.
    /// </summary>
    public const int MostFunctionSamples = 2_048;

    /// <summary>How points are chosen. Default <see cref="SimulationMethod.Sobol"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a known method.</exception>
    public SimulationMethod Method
    {
        get;
        init => field = Require.Defined(value, "method");
    }

    /// <summary>Number of draws, 2 to 100 million; Sobol points are rounded up to a power of two, without which they lose their balance. Default <see cref="DefaultSamples"/>.</summary>
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

    /// <summary>Draws that a run makes.</summary>
    internal int Points => Method == SimulationMethod.Sobol ? (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Samples) : Samples;

    internal IPointSet PointSet() => Method == SimulationMethod.Sobol ? new SobolPoints(Seed) : new RandomPoints(Seed);

    /// <summary>Stops a long run.</summary>
    public CancellationToken CancellationToken { get; init; }
}

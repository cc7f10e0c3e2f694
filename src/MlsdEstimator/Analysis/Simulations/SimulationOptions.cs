using System.Numerics;

namespace MlsdEstimator;

/// <summary>How a simulation draws.</summary>
public sealed record SimulationOptions
{
    /// <summary>Seed used when none is given. Results are the same in every run; another seed shows how much they depend on the draws.</summary>
    public const ulong DefaultSeed = 20_261_121;

    /// <summary>Draws used when none are given: the 5 % and 95 % points of a product of ranges are then known to about 1 %, and say how well themselves.</summary>
    public const int DefaultSamples = 16_384;

    /// <summary>
    /// Draws of results that contain a function of their own (a latency composition, a queue), which costs microseconds each time it runs.
    /// A run until a relative error doubles them too.
    /// </summary>
    public const int MostFunctionSamples = 2_048;

    /// <summary>Most draws of a run until a relative error.</summary>
    public const int MostSamplesUntil = 4_194_304;

    /// <summary>
    /// Randomisations used when none are given. With 16, the standard error is itself known to about 18 %, and costs 1.3 to 1.5 times the error that one
    /// set of all the points would have.
    /// </summary>
    public const int DefaultRandomisations = 16;

    private const int MostSamples = 100_000_000;
    private const int MostRandomisations = 64;
    private const int MostThreads = 1_024;

    /// <summary>How points are chosen. Default <see cref="SimulationMethod.Sobol"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a known method.</exception>
    public SimulationMethod Method
    {
        get;
        init => field = Require.Defined(value, "method");
    }

    /// <summary>
    /// Number of draws, 2 to 100 million; Sobol and Latin hypercube points are rounded up to a power of two for each randomisation,
    /// without which they lose their balance.
    /// The estimates say how many were made. Default <see cref="DefaultSamples"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public int Samples
    {
        get;
        init => field = Within(2, value, MostSamples, "samples");
    } = DefaultSamples;

    /// <summary>Seed of the draws. Default <see cref="DefaultSeed"/>.</summary>
    public ulong Seed { get; init; } = DefaultSeed;

    /// <summary>
    /// Independent randomisations that share the draws among themselves, a power of two, 1 to 64: how much they differ is the standard error of every
    /// statistic. For random draws they are batches of one stream. 1 gives the smallest error and does not say how large it is.
    /// Default <see cref="DefaultRandomisations"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range, or not a power of two.</exception>
    public int Randomisations
    {
        get;
        init => field = BitOperations.IsPow2(value) ? Within(1, value, MostRandomisations, "randomisations") : throw NotAPowerOfTwo(value, "randomisations");
    } = DefaultRandomisations;

    /// <summary>
    /// Most threads that a run uses, 1 to 1,024; short runs use fewer. Results are the same to the last bit for any number. Default: one for each processor.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public int Threads
    {
        get;
        init => field = Within(1, value, MostThreads, "threads");
    } = Math.Min(Environment.ProcessorCount, MostThreads);

    /// <summary>
    /// Doubles the draws, from <see cref="Samples"/> up, until the standard error of the mean and of the 5 %, 50 % and 95 % points of every output is at
    /// most this part of its value, for a condition that of the share in which it holds (one that no draw meets goes on); 0.001 for 0.1 %.
    /// It stops at <see cref="MostSamplesUntil"/> draws, or at 2^27 draws of all outputs together; <see cref="Simulation.Convergence"/> tells whether the error was reached. Default: <see cref="Samples"/> draws.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    public double? UntilRelativeError
    {
        get;
        init => field = value is double error ? Require.InsideUnitInterval(error, "until relative error") : null;
    }

    /// <summary>Hears how far a run is, rising from 0 to 1, from one of the threads that draw; a run until a relative error guesses how far it has to go.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Stops a long run between two chunks of 1,024 draws.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>Where doubling stops.</summary>
    internal int MostSamplesOfRun { get; init; } = MostSamplesUntil;

    /// <summary>Draws that a run makes.</summary>
    internal int Points => Method == SimulationMethod.Random ? Samples : (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(Samples, Randomisations));

    private static int Within(int least, int value, int most, string parameter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, parameter);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, parameter);
        return value;
    }

    private static ArgumentOutOfRangeException NotAPowerOfTwo(int value, string parameter) =>
        new(parameter, $"'{parameter}' is {value}, but must be a power of two from 1 to {MostRandomisations}, so that each has as many points as its balance needs.");
}

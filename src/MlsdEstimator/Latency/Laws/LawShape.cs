namespace MlsdEstimator;

/// <summary>What a step of a <see cref="LawProgram"/> makes. Parameters in seconds or plain numbers, in the order given.</summary>
internal enum LawShape
{
    /// <summary>A law without parameters: samples, a distribution.</summary>
    Fixed,

    /// <summary>The time.</summary>
    Constant,

    /// <summary>p50, p99.</summary>
    LogNormal,

    /// <summary>Mean.</summary>
    Exponential,

    /// <summary>One time for each level in the step's data.</summary>
    Percentiles,

    /// <summary>Factor.</summary>
    Scaled,

    /// <summary>No parameter; any number of parts.</summary>
    Sum,

    /// <summary>How often one part happens, one after the other.</summary>
    Repeated,

    /// <summary>Calls and calls at once.</summary>
    Waves,

    /// <summary>No parameter; the slowest of the parts.</summary>
    Slowest,

    /// <summary>No parameter; the fastest of the parts.</summary>
    Fastest,

    /// <summary>Keys, part of them that misses, keys per call, calls at once, what each further key adds to a call as a part of it, time of each missed key outside the call.</summary>
    Misses,

    /// <summary>Number of equal calls; the slowest.</summary>
    FanOut,

    /// <summary>Number of equal calls; the fastest.</summary>
    FirstOf,

    /// <summary>Answers needed and calls sent.</summary>
    Order,

    /// <summary>Delay of the second copy; parts: first and second copy.</summary>
    Hedged,

    /// <summary>A weight for each part.</summary>
    Mixture,

    /// <summary>Timeout and the pauses.</summary>
    Retried,

    /// <summary>Arrivals a second at one instance, seconds per item, seconds per batch, variability; the largest batch is the step's data.</summary>
    Batched,

    /// <summary>A stage of a path: where a load that all stages share acts.</summary>
    Stage,
}

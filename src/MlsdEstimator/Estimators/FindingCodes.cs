namespace MlsdEstimator;

/// <summary>The stable codes of findings.</summary>
public static class FindingCodes
{
    /// <summary>Two percentiles were added; latencies compose as distributions.</summary>
    public const string PercentilesAdded = "MLSD001";

    /// <summary>A peak rate where the average belongs: storage or a volume price.</summary>
    public const string PeakRateInStorage = "MLSD002";

    /// <summary>A load is divided by a capacity that counts something else: predictions by requests per machine.</summary>
    public const string CountsDiffer = "MLSD003";

    /// <summary>A range wider than 30 times: too wide to decide on.</summary>
    public const string RangeTooWide = "MLSD004";

    /// <summary>The nominal value lies outside the simulated range, so the median says more.</summary>
    public const string NominalOutsideRange = "MLSD005";

    /// <summary>A step of the method has no estimator.</summary>
    public const string StepEmpty = "MLSD006";

    /// <summary>A value of the library that nobody confirmed.</summary>
    public const string DefaultNotConfirmed = "MLSD007";

    /// <summary>A machine count from the model's arithmetic alone: a lower bound.</summary>
    public const string ModelOnly = "MLSD008";

    /// <summary>The design cannot carry its load or does not fit.</summary>
    public const string Infeasible = "MLSD009";

    /// <summary>Little's law was given a percentile in place of the mean: an upper bound.</summary>
    public const string PercentileInLittlesLaw = "MLSD010";

    /// <summary>A result crosses a threshold that changes the design.</summary>
    public const string Consequence = "MLSD011";

    /// <summary>A cache is empty after a restart: the store must carry the load without it.</summary>
    public const string ColdCache = "MLSD012";

    /// <summary>A compression gain that the hardware or the rest of the system may not give.</summary>
    public const string CompressionGain = "MLSD013";

    /// <summary>Predictions are computed for people who do not come.</summary>
    public const string BatchWaste = "MLSD014";

    /// <summary>What is bought may still be too little.</summary>
    public const string ShortfallPossible = "MLSD015";

    /// <summary>The purchase is set by a minimum (zones, spares), not by the load.</summary>
    public const string MinimumDecides = "MLSD016";

    /// <summary>Something is bought that has no price, so the total is too low.</summary>
    public const string TierWithoutPrice = "MLSD017";

    /// <summary>A path misses its SLO.</summary>
    public const string SloMissed = "MLSD018";

    /// <summary>A stage waits for the slowest of many calls: its tail is that of a far rarer percentile, and each request makes as many calls.</summary>
    public const string FanOutTail = "MLSD019";

    /// <summary>A faster kernel is assumed for a stage of which nobody said how much of it the kernels are.</summary>
    public const string KernelShareUnknown = "MLSD020";

    /// <summary>Which change is best depends on an input that is a range.</summary>
    public const string WinnerFlips = "MLSD021";

    /// <summary>A second copy of slow calls needs capacity of its own.</summary>
    public const string HedgingLoad = "MLSD022";

    /// <summary>Parts that are all needed: together they are less available than the worst of them.</summary>
    public const string AvailabilityInSeries = "MLSD023";

    /// <summary>Copies count as independent, though a common cause takes all of them down.</summary>
    public const string CorrelatedFailure = "MLSD024";

    /// <summary>An entity is read in so many keys or waves that a bundle belongs in their place.</summary>
    public const string KeyPerFeature = "MLSD025";

    /// <summary>Requests read many keys, so a cache that hits most of them still misses some for nearly every request.</summary>
    public const string CacheTail = "MLSD026";

    /// <summary>One key is read more often than a shard can answer: more shards do not help.</summary>
    public const string HotKey = "MLSD027";

    /// <summary>A price is older than half a year.</summary>
    public const string OldPrice = "MLSD028";

    /// <summary>A tier that requests pass is not estimated, so the total is too low by what it costs.</summary>
    public const string TierNotEstimated = "MLSD029";

    /// <summary>The break-even of unrounded costs and the machines bought choose differently: minimums decide.</summary>
    public const string LinearBreakEvenMisleads = "MLSD030";

    /// <summary>A stream is read more slowly than it is written, and its readers cannot be more.</summary>
    public const string LagGrows = "MLSD031";

    /// <summary>A log drops records before they are read.</summary>
    public const string RecordsLost = "MLSD032";

    /// <summary>A prediction beyond the measurements that it was fitted to.</summary>
    public const string OutsideMeasurements = "MLSD033";

    /// <summary>Machines that serve while somebody waits are planned to be always busy: they queue without end.</summary>
    public const string NoHeadRoom = "MLSD034";

    /// <summary>A limit that is kept at best guesses and broken in much of the belief.</summary>
    public const string LimitInDoubt = "MLSD035";

    /// <summary>A price is dated after the day on which the worksheet stands.</summary>
    public const string PriceDatedAhead = "MLSD036";

    /// <summary>Machines are taken away so often that a good part of what is paid undoes and restarts work.</summary>
    public const string SpotChurn = "MLSD037";
}

namespace MlsdEstimator;

/// <summary>A way to bring answers to people: what every one of them is compared by.</summary>
public abstract record ServingDesign : Estimator
{
    /// <summary>Which way it is.</summary>
    public abstract ServingChoice Kind { get; }

    /// <summary>What it costs as bought, everything it was told about included; null without a price.</summary>
    public abstract Spend? WholeCost { get; }

    /// <summary>
    /// The same before machines are rounded to whole ones, without minimums: proportional to prices and to rates. What linear break-evens are made of; nobody pays it. Null without a price.
    /// </summary>
    public abstract Spend? UnroundedCost { get; }

    /// <summary>Percentile of the latency that the design promises, or null where nobody said.</summary>
    public virtual ServiceLevel? PromisedLatency => null;

    /// <summary>How old answers are, or null where they are computed when they are asked for.</summary>
    public virtual Staleness? Age => null;

    /// <summary>Part of the work that nobody reads, or null where every answer is asked for.</summary>
    public virtual Fraction? Wasted => null;

    /// <summary>Average power of the machines, or null where nobody said what one draws.</summary>
    public virtual Power? PowerDrawn => null;

    /// <summary>What cannot be when the design cannot work as stated: the machines or the cost.</summary>
    internal abstract IEnumerable<IQuantity> Necessary { get; }

    /// <summary>The same design for other traffic.</summary>
    internal abstract ServingDesign Under(TrafficChange change);
}

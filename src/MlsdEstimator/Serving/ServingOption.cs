namespace MlsdEstimator;

/// <summary>One design of a comparison, with everything it is judged by.</summary>
public sealed class ServingOption
{
    internal ServingOption(string name, ServingDesign design, IReadOnlyList<Estimator> parts, Spend cost, Spend unrounded, Money perThousand, string? obstacle)
    {
        (Name, Design, Parts, Cost, UnroundedCost, CostPerThousand, Obstacle) = (name, design, parts, cost, unrounded, perThousand, obstacle);
        Kind = design.Kind;
    }

    /// <summary>What the comparison calls it.</summary>
    public string Name { get; }

    /// <summary>Which way it is.</summary>
    public ServingChoice Kind { get; }

    /// <summary>The design.</summary>
    public ServingDesign Design { get; }

    /// <summary>The estimators that are bought with it: the design, and what serves the visits it leaves out.</summary>
    public IReadOnlyList<Estimator> Parts { get; }

    /// <summary>Cost as bought, the visits it leaves out included. Simulate it for its range.</summary>
    public Spend Cost { get; }

    /// <summary>Cost before machines are rounded; nobody pays it.</summary>
    public Spend UnroundedCost { get; }

    /// <summary>Cost of a thousand answers.</summary>
    public Money CostPerThousand { get; }

    /// <summary>Why it cannot be chosen, or null when it can.</summary>
    public string? Obstacle { get; }

    /// <summary>True when it can be chosen.</summary>
    public bool IsFeasible => Obstacle is null;

    /// <summary>Percentile of the latency it promises, or null where nobody said.</summary>
    public ServiceLevel? Latency => Design.PromisedLatency;

    /// <summary>How old answers are, or null where they are computed when they are asked for.</summary>
    public Staleness? Age => Design.Age;

    /// <summary>Part of the work that nobody reads, or null where every answer is asked for.</summary>
    public Fraction? Waste => Design.Wasted;

    /// <summary>Energy of a month, or null where nobody said what a machine draws.</summary>
    public Energy? MonthlyEnergy => Design.PowerDrawn is null ? null : Design.PowerDrawn * Duration.Month;

    /// <summary>"batch: $2,160/month, $0.014 per thousand, 14 h old on average".</summary>
    public override string ToString() => string.Join(", ", Facts);

    /// <summary>Money of less than a tenth of a cent is written for a million of what is counted, and a million thousands are not what anybody counts.</summary>
    private string PriceOfOne => (CostPerThousand > Money.Zero).And(CostPerThousand < Money.Dollar / 1e3).Nominally == true ? $"{CostPerThousand * 1e3} per million" : $"{CostPerThousand} per thousand";

    private IEnumerable<string> Facts
    {
        get
        {
            yield return IsFeasible ? $"{Name}: {Cost}, {PriceOfOne}" : $"{Name}: not possible, because {Obstacle}";
            if (Latency is not null)
                yield return $"{Latency}";
            if (Age is not null)
                yield return $"{Age.Mean} old on average, {Age.Worst} at worst{(Age.Changed is null ? "" : $", {Age.Changed} of the answers changed since")}";
            if (Waste is not null)
                yield return $"{Waste} of the work is wasted";
            if (MonthlyEnergy is not null)
                yield return $"{MonthlyEnergy} a month";
        }
    }
}

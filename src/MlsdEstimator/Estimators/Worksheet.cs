namespace MlsdEstimator;

/// <summary>
/// A whole design along the seven steps of the method: clarify, frame, data, model, evaluate, serve, monitor. Itself an estimator made of estimators.
/// </summary>
/// <example>
/// <code>
/// var sheet = new Worksheet("Video recommendation") { Clarify = [traffic], Frame = [funnel], Serve = [serving], AsOf = new(2026, 11, 21) };
/// Rate peak = (Rate)sheet["Web traffic / peak QPS"];
/// </code>
/// </example>
public sealed record Worksheet : Estimator
{
    /// <summary>Creates an empty worksheet.</summary>
    /// <param name="title">Name of the design.</param>
    /// <exception cref="ArgumentException">The title is empty.</exception>
    public Worksheet(string title) => Title = title;

    /// <summary>Goal, scale, latency, budget: traffic and what it means.</summary>
    public IReadOnlyList<Estimator> Clarify { get; init => field = Require.Estimators(value, "clarify"); } = [];

    /// <summary>The machine-learning task: candidates, predictions, labels.</summary>
    public IReadOnlyList<Estimator> Frame { get; init => field = Require.Estimators(value, "frame"); } = [];

    /// <summary>What is kept: logs, features, indexes.</summary>
    public IReadOnlyList<Estimator> Data { get; init => field = Require.Estimators(value, "data"); } = [];

    /// <summary>Models and what they cost for an example.</summary>
    public IReadOnlyList<Estimator> Model { get; init => field = Require.Estimators(value, "model"); } = [];

    /// <summary>Offline and online evaluation.</summary>
    public IReadOnlyList<Estimator> Evaluate { get; init => field = Require.Estimators(value, "evaluate"); } = [];

    /// <summary>Machines, latency, cost.</summary>
    public IReadOnlyList<Estimator> Serve { get; init => field = Require.Estimators(value, "serve"); } = [];

    /// <summary>What is watched, and what watching costs.</summary>
    public IReadOnlyList<Estimator> Monitor { get; init => field = Require.Estimators(value, "monitor"); } = [];

    /// <summary>The day the worksheet speaks of: prices and defaults are judged old or new against it.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The steps in order, each with its estimators.</summary>
    public IReadOnlyList<(string Step, IReadOnlyList<Estimator> Estimators)> Steps =>
        [("Clarify", Clarify), ("Frame", Frame), ("Data", Data), ("Model", Model), ("Evaluate", Evaluate), ("Serve", Serve), ("Monitor", Monitor)];

    /// <summary>
    /// Every estimator with its step, parts after the whole. Each once, even where it is also a part of another: nothing is bought or shown twice.
    /// A worksheet inside this one is its parts.
    /// </summary>
    public IReadOnlyList<(string Step, Estimator Estimator)> Estimators => Remember<IReadOnlyList<(string, Estimator)>>(() =>
    {
        var listed = new List<(string, Estimator)>();
        var seen = new HashSet<Estimator>(ReferenceEqualityComparer.Instance);
        foreach ((string step, IReadOnlyList<Estimator> estimators) in Steps)
            ListWithParts(step, estimators, listed, seen);
        return listed;
    });

    /// <inheritdoc/>
    public override IReadOnlyList<Estimator> Parts => [.. Steps.SelectMany(step => step.Estimators)];

    /// <summary>Every result of every estimator, parts of parts included.</summary>
    public override IReadOnlyList<IQuantity> Results => Remember<IReadOnlyList<IQuantity>>(() =>
    {
        var results = new List<IQuantity>();
        foreach ((_, Estimator estimator) in Estimators)
            results.AddRange(estimator.Results);
        return results;
    });

    /// <summary>Everything bought, by tier.</summary>
    public override IReadOnlyList<Tier> Tiers => [.. Everyone.SelectMany(estimator => estimator.Tiers)];

    /// <summary>What all tiers with a price cost together.</summary>
    public Spend Cost => Result("cost of all tiers", () => TierCosts.Aggregate(Spend.Zero, (sum, cost) => sum + cost));

    /// <summary>The inputs behind all results: named quantities that are not computed, in the order the formulas read them.</summary>
    public IReadOnlyList<IQuantity> Inputs => Remember(() => GraphInputs.Of([.. Results, .. TierCosts]));

    /// <summary>Values of the library that nobody confirmed.</summary>
    public IReadOnlyList<IQuantity> Defaults => [.. Inputs.Where(input => input.IsDefault)];

    /// <summary>Inputs that are money with a date: prices, each with its source.</summary>
    public IReadOnlyList<IQuantity> DatedPrices => Remember<IReadOnlyList<IQuantity>>(() => [.. Inputs.Where(input => input.AsOf is not null && IsMoney(input.Node.Dimension))]);

    /// <summary>The oldest date of a price that the results rest on; null where no price has a date.</summary>
    public DateOnly? OldestPrice => DatedPrices.Min(price => price.AsOf);

    /// <summary>Findings of all estimators, and those that only the whole shows; each once.</summary>
    public override IReadOnlyList<Finding> Findings =>
        [.. Everyone.SelectMany(estimator => estimator.Findings).Concat(WorksheetFindings.Of(this)).Distinct()];

    private IEnumerable<Spend> TierCosts => Tiers.Select(tier => tier.Cost).OfType<Spend>();

    /// <summary>There is no total where nothing is bought.</summary>
    private IEnumerable<(string Title, IQuantity Result)> Total => Tiers.Count > 0 ? [(Title, Cost)] : [];

    private IEnumerable<Estimator> Everyone => Estimators.Select(listed => listed.Estimator);

    /// <summary>A result by the title of its estimator and its name: <c>"Web traffic / peak QPS"</c>; the name alone where it is the only one.</summary>
    /// <remarks>The cost of all tiers is found under the title of the worksheet.</remarks>
    /// <param name="path">"title / name", or "name".</param>
    /// <exception cref="ArgumentException">There is no such result, or several; the message lists the nearest.</exception>
    public IQuantity this[string path] =>
        WorksheetIndex.Find(Everyone.SelectMany(estimator => estimator.Results, (estimator, result) => (estimator.Title, result)).Concat(Total), path);

    /// <summary>An input by its name: <c>"daily active users"</c>. Capitals do not matter.</summary>
    /// <param name="name">Name of the input.</param>
    /// <exception cref="ArgumentException">There is no such input, or several; the message lists the nearest.</exception>
    public IQuantity Input(string name) => WorksheetIndex.FindInput(Inputs, name);

    /// <summary>Findings that only the draws show: a nominal value outside its own range.</summary>
    /// <param name="run">A run that holds results of this worksheet.</param>
    public IReadOnlyList<Finding> FindingsIn(Simulation run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return [.. Results.Where(run.Contains).SelectMany(result => WorksheetFindings.NominalOutside(result, run.Of(result)))];
    }

    private static bool IsMoney(Dimension dimension) =>
        dimension == Dimensions.Money || dimension == Dimensions.Spend || (dimension is QuotientDimension quotient && IsMoney(quotient.Numerator));

    private static void ListWithParts(string step, IReadOnlyList<Estimator> estimators, List<(string, Estimator)> listed, HashSet<Estimator> seen)
    {
        foreach (Estimator estimator in estimators)
        {
            if (!seen.Add(estimator))
                continue;
            if (estimator is not Worksheet)
                listed.Add((step, estimator));
            ListWithParts(step, estimator.Parts, listed, seen);
        }
    }
}

namespace MlsdEstimator;

/// <summary>What only the whole worksheet shows: empty steps, unconfirmed defaults, wide ranges, percentiles that were added, results that cannot be.</summary>
internal static class WorksheetFindings
{
    /// <summary>A range wider than this says that nobody knows; half a decade on either side of a best guess is already a wide one.</summary>
    private const double WidestRange = 30;

    /// <summary>Half a year: within one, a list price of 2025 fell by 44 %.</summary>
    private const int DaysUntilOld = 180;

    public static IEnumerable<Finding> Of(Worksheet sheet)
    {
        IReadOnlyList<IQuantity> results = sheet.Results;
        return
        [
            .. results.Where(result => !result.IsFeasible).Select(Infeasible),
            .. AddedPercentiles(results),
            .. sheet.Inputs.SelectMany(TooWide),
            .. sheet.Steps.Where(step => step.Estimators.Count == 0).Select(step => Empty(step.Step)),
            .. Unconfirmed(sheet.Defaults),
            .. WithoutPrice(sheet.Tiers),
            .. OldPrices(sheet),
        ];
    }

    public static IEnumerable<Finding> NominalOutside(IQuantity result, IEstimate belief)
    {
        if (!result.IsFeasible || !belief.Low.IsFeasible || !belief.High.IsFeasible || result.IsCertain)
            yield break;
        double nominal = result.BaseValue;
        if (nominal < belief.Low.BaseValue || nominal > belief.High.BaseValue)
            yield return new Finding(Severity.Note, FindingCodes.NominalOutsideRange, $"'{result.Name}' is {result} at best guesses, outside its own range of {belief.Low} to {belief.High}: read the median of {belief.Median}.", result);
    }

    private static Finding Infeasible(IQuantity result) =>
        new(Severity.Error, FindingCodes.Infeasible, Infeasibility.Message(result.Node), result);

    private static IEnumerable<Finding> AddedPercentiles(IReadOnlyList<IQuantity> results)
    {
        Dictionary<Node, IReadOnlyList<Aspect>> aspects = AspectFlow.OfAll(results.Select(result => result.Node));
        return aspects.Keys.OfType<OperationNode>()
            .Where(node => node.Operation == Operation.Add && IsPercentile(aspects[node.Operand(0)]) && IsPercentile(aspects[node.Operand(1)]))
            .Select(node => new Finding(
                Severity.Warning,
                FindingCodes.PercentilesAdded,
                $"Two latency percentiles are added ({node.Dimension.Format(node.Operand(0).Nominal, "G")} + {node.Dimension.Format(node.Operand(1).Nominal, "G")}): the sum is not the percentile of the whole. Compose the stages as distributions."));
    }

    private static bool IsPercentile(IReadOnlyList<Aspect> aspects) => aspects.Any(aspect => aspect is Aspect.StatisticAspect { Level: not null });

    private static IEnumerable<Finding> TooWide(IQuantity input)
    {
        if (input.Node.Bare is LeafNode leaf && leaf.Quantile(0.05) is > 0 and double low && leaf.Quantile(0.95) / low is > WidestRange and double width)
            yield return new Finding(Severity.Warning, FindingCodes.RangeTooWide, Text.Of($"The range of '{input.Name}' is {width:0} times wide; split it into parts you know better, or measure it."), input);
    }

    private static Finding Empty(string step) =>
        new(Severity.Note, FindingCodes.StepEmpty, $"Step '{step}' has no estimator: say why it decides nothing, or add one.");

    private static IEnumerable<Finding> WithoutPrice(IReadOnlyList<Tier> tiers)
    {
        string[] free = [.. tiers.Where(tier => tier.Cost is null).Select(tier => $"'{tier.Name}'")];
        if (free.Length > 0)
            yield return new Finding(Severity.Warning, FindingCodes.TierWithoutPrice, $"No price is given for {string.Join(", ", free)}: the total is too low by what they cost.");
    }

    private static IEnumerable<Finding> OldPrices(Worksheet sheet)
    {
        if (sheet.AsOf is not DateOnly today)
            yield break;
        string[] old = Dated(sheet, day => today.DayNumber - day.DayNumber > DaysUntilOld), future = Dated(sheet, day => day > today);
        if (old.Length > 0)
            yield return new Finding(Severity.Warning, FindingCodes.OldPrice, Text.Of($"Older than {DaysUntilOld} days on {today:yyyy-MM-dd}: {string.Join(", ", old)}. Look {(old.Length == 1 ? "it" : "them")} up again."));
        if (future.Length > 0)
            yield return new Finding(Severity.Warning, FindingCodes.PriceDatedAhead, Text.Of($"Dated after {today:yyyy-MM-dd}: {string.Join(", ", future)}. No source can say so yet; check the day."));
    }

    private static string[] Dated(Worksheet sheet, Func<DateOnly, bool> isSo) =>
        [.. sheet.DatedPrices.Where(price => isSo(price.AsOf!.Value)).Select(price => Text.Of($"{price.Name} ({price.AsOf:yyyy-MM-dd})"))];

    private static IEnumerable<Finding> Unconfirmed(IReadOnlyList<IQuantity> defaults)
    {
        if (defaults.Count > 0)
            yield return new Finding(Severity.Note, FindingCodes.DefaultNotConfirmed, $"{defaults.Count} default{(defaults.Count == 1 ? "" : "s")} not confirmed: {string.Join("; ", defaults.Select(input => $"{input.Name} = {input}"))}.");
    }
}

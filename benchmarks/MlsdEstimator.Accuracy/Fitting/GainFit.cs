using System.Globalization;
using System.Text;

namespace MlsdEstimator.Accuracy;

/// <summary>What each kind of change keeps of the speed-up that bytes and peaks promise: medians of measured over promised.</summary>
/// <remarks>
/// The median of a kind of change counts some pairs of what is usual for all changes besides its own: one pair that is far out, or two, move it little. That of a
/// stack is drawn towards its kind. A spread is that of pairs predicted without their model, or without their device, whichever are further off.
/// </remarks>
internal static class GainFit
{
    /// <summary>Between models and devices, where few pairs were seen: so many pairs of this spread are added.</summary>
    private const double UsualSpread = 0.25;
    private const int PriorPairs = 5;

    /// <summary>A stack has a middle of its own from so many pairs on.</summary>
    private const int PairsOfStack = 5;

    /// <summary>Between devices, where a stack was seen on one only: standard deviation of what is kept, of which OpenVINO on 18 CPUs and llama.cpp on 9 GPUs show 0.1 to 0.2.</summary>
    private const double BetweenDevices = 0.15;

    public static GainEfficiencies Of(IReadOnlyList<CompressionRow> rows, DateOnly on)
    {
        Pair[] pairs = [.. rows.Where(row => row.Gain!.Change is not null).Select(PairOf)];
        double usual = pairs.Length == 0 ? 0 : Statistics.Quantile([.. pairs.Select(pair => pair.Kept)], 0.5);
        return new GainEfficiencies([.. Enum.GetValues<GainKind>().SelectMany(kind => Of(kind, [.. pairs.Where(pair => pair.Change == kind)], usual, on))]);
    }

    public static ConstantsFile FileOf(GainEfficiencies fitted)
    {
        var text = new StringBuilder();
        text.Append("""
            namespace MlsdEstimator;

            /// <content>Written by <c>benchmarks/MlsdEstimator.Accuracy --fit</c> from the rows in its folder Data.</content>
            internal sealed partial class GainEfficiencies
            {
                /// <summary>By kind of change: measured over promised speed-up, standard deviation of its logarithm, pairs.</summary>
                public static GainEfficiencies Fitted { get; } = new(
                [

            """);
        foreach (GainEfficiency kind in fitted.All)
            text.AppendLine(CultureInfo.InvariantCulture, $"        new(GainKind.{kind.Kind}, {(kind.Stack is null ? "null" : $"\"{kind.Stack}\"")}, {kind.Middle:0.000}, {kind.Spread:0.000}, {kind.Rows}, new DateOnly({kind.FittedOn:yyyy, M, d})),");
        return new ConstantsFile("src/MlsdEstimator/Inference/GainEfficiencies.Data.cs", text.AppendLine("    ]);").AppendLine("}").ToString());
    }

    /// <summary>What is kept of a change forwards: of one backwards, the inverse.</summary>
    private static Pair PairOf(CompressionRow row) =>
        new(row.Gain!.Change!.Value, row.Gain.Lighter.Stack.Name, row.Model, row.Device, row.Gain.Direction * Math.Log(row.Speedup * Promised(row)));

    private static double Promised(CompressionRow row) =>
        row.Gain!.After.Step.BaseValue / row.Gain.After.Batch.BaseValue / (row.Gain.Before.Step.BaseValue / row.Gain.Before.Batch.BaseValue);

    /// <summary>One kind of change: over all stacks, then in each that has pairs enough, drawn towards all.</summary>
    private static IEnumerable<GainEfficiency> Of(GainKind kind, Pair[] pairs, double usual, DateOnly on)
    {
        double middle = Middle(pairs, usual), spread = Spread(pairs, usual, UsualSpread, 0);
        yield return new GainEfficiency(kind, null, Math.Exp(middle), spread, pairs.Length, on);
        foreach (IGrouping<string, Pair> stack in pairs.GroupBy(pair => pair.Stack).Where(stack => stack.Count() >= PairsOfStack).OrderBy(stack => stack.Key, StringComparer.Ordinal))
        {
            Pair[] own = [.. stack];
            yield return new GainEfficiency(kind, stack.Key, Math.Exp(Drawn(own, middle)), Spread(own, middle, spread, BetweenDevices), own.Length, on);
        }
    }

    /// <summary>Between the median of a stack and that of all, the nearer to its own the more pairs it has.</summary>
    private static double Drawn(Pair[] own, double middle) => (own.Length * Statistics.Quantile([.. own.Select(pair => pair.Kept)], 0.5) + PriorPairs * middle) / (own.Length + PriorPairs);

    /// <summary>From pairs whose model, or whose device, was left out of the median, drawn towards what is usual. Of a single device the spread between devices is added.</summary>
    private static double Spread(Pair[] pairs, double usualMiddle, double usual, double betweenDevices)
    {
        if (pairs.Length < PairsOfStack)
            return usual;
        double models = Withheld(pairs, pair => pair.Model, usualMiddle);
        double seen = pairs.Select(pair => pair.Device).Distinct().Count() > 1
            ? Math.Max(models, Withheld(pairs, pair => pair.Device, usualMiddle))
            : Math.Sqrt(models * models + betweenDevices * betweenDevices);
        return Math.Sqrt((pairs.Length * seen * seen + PriorPairs * usual * usual) / (pairs.Length + PriorPairs));
    }

    /// <summary>The standard deviation for which 90 % of pairs are inside their interval, each predicted without its group.</summary>
    private static double Withheld(Pair[] pairs, Func<Pair, string> groupOf, double usual)
    {
        IEnumerable<double> errors = pairs.GroupBy(groupOf).SelectMany(group => group.Select(pair => Math.Abs(pair.Kept - Middle([.. pairs.Where(other => groupOf(other) != group.Key)], usual))));
        return Statistics.Quantile([.. errors], 0.9) / 1.645;
    }

    /// <summary>The median of pairs and of some that are as usual.</summary>
    private static double Middle(Pair[] pairs, double usual) => Statistics.Quantile([.. pairs.Select(pair => pair.Kept), .. Enumerable.Repeat(usual, PriorPairs)], 0.5);

    /// <param name="Change">Kind of change.</param>
    /// <param name="Stack">Stack that works less.</param>
    /// <param name="Model">Model before it.</param>
    /// <param name="Device">Device.</param>
    /// <param name="Kept">Logarithm of measured over promised.</param>
    private sealed record Pair(GainKind Change, string Stack, string Model, string Device, double Kept);
}

using System.Globalization;
using System.Text;

namespace MlsdEstimator.Accuracy;

/// <summary>What each kind of change keeps of the speed-up that bytes and peaks promise: medians of measured over promised.</summary>
internal static class GainFit
{
    /// <summary>Between models and devices, where few pairs were seen: so many pairs of this spread are added.</summary>
    private const double UsualSpread = 0.25;
    private const double PriorPairs = 4;

    /// <summary>A stack has a middle of its own from so many pairs on.</summary>
    private const int PairsOfStack = 5;

    public static GainEfficiencies Of(IReadOnlyList<CompressionRow> rows, DateOnly on)
    {
        ILookup<GainKind, (CompressionRow Row, double Log)> kept = rows.ToLookup(row => row.Gain!.Change, row => (row, Math.Log(row.Speedup * Promised(row))));
        return new GainEfficiencies([.. Enum.GetValues<GainKind>().SelectMany(kind => Of(kind, [.. kept[kind]], on))]);
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

    private static double Promised(CompressionRow row) =>
        row.Gain!.After.Step.BaseValue / row.Gain.After.Batch.BaseValue / (row.Gain.Before.Step.BaseValue / row.Gain.Before.Batch.BaseValue);

    /// <summary>One kind of change: over all stacks, then in each that has pairs enough, drawn towards all.</summary>
    private static IEnumerable<GainEfficiency> Of(GainKind kind, (CompressionRow Row, double Log)[] pairs, DateOnly on)
    {
        double middle = Middle(pairs), spread = Spread(pairs, UsualSpread);
        yield return new GainEfficiency(kind, null, Math.Exp(middle), spread, pairs.Length, on);
        foreach (IGrouping<string, (CompressionRow Row, double Log)> stack in pairs.GroupBy(pair => pair.Row.Gain!.After.Stack.Name).Where(stack => stack.Count() >= PairsOfStack).OrderBy(stack => stack.Key, StringComparer.Ordinal))
        {
            (CompressionRow, double)[] own = [.. stack];
            double drawn = (own.Length * Middle(own) + PriorPairs * middle) / (own.Length + PriorPairs);
            yield return new GainEfficiency(kind, stack.Key, Math.Exp(drawn), Spread(own, spread), own.Length, on);
        }
    }

    /// <summary>From pairs whose model was left out of the median, drawn towards what is usual.</summary>
    private static double Spread((CompressionRow Row, double Log)[] pairs, double usual)
    {
        double[] errors = [.. pairs.GroupBy(pair => pair.Row.Model).SelectMany(model => model.Select(pair => Math.Abs(pair.Log - Middle([.. pairs.Where(other => other.Row.Model != model.Key)]))))];
        if (errors.Length < PairsOfStack)
            return usual;
        double seen = Statistics.Quantile(errors, 0.9) / 1.645;
        return Math.Sqrt((errors.Length * seen * seen + PriorPairs * usual * usual) / (errors.Length + PriorPairs));
    }

    private static double Middle((CompressionRow Row, double Log)[] pairs) => pairs.Length == 0 ? 0 : Statistics.Quantile([.. pairs.Select(pair => pair.Log)], 0.5);
}

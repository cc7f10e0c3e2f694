using System.Globalization;
using System.Text;

namespace MlsdEstimator.Accuracy;

/// <summary>What each kind of change keeps of the speed-up that bytes and peaks promise: medians of measured over promised.</summary>
internal static class GainFit
{
    /// <summary>Between models and devices, where few pairs were seen: so many pairs of this spread are added.</summary>
    private const double UsualSpread = 0.25;
    private const double PriorPairs = 4;

    public static GainEfficiencies Of(IReadOnlyList<CompressionRow> rows, DateOnly on)
    {
        ILookup<GainKind, (CompressionRow Row, double Log)> kept = rows.ToLookup(row => row.Gain!.Change, row => (row, Math.Log(row.Speedup * Promised(row))));
        return new GainEfficiencies([.. Enum.GetValues<GainKind>().Select(kind => Of(kind, [.. kept[kind]], on))]);
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
            text.AppendLine(CultureInfo.InvariantCulture, $"        new(GainKind.{kind.Kind}, {kind.Middle:0.000}, {kind.Spread:0.000}, {kind.Rows}, new DateOnly({kind.FittedOn:yyyy, M, d})),");
        return new ConstantsFile("src/MlsdEstimator/Inference/GainEfficiencies.Data.cs", text.AppendLine("    ]);").AppendLine("}").ToString());
    }

    private static double Promised(CompressionRow row) =>
        row.Gain!.After.Step.BaseValue / row.Gain.After.Batch.BaseValue / (row.Gain.Before.Step.BaseValue / row.Gain.Before.Batch.BaseValue);

    /// <summary>The median over pairs; the spread from pairs whose model was left out of the median.</summary>
    private static GainEfficiency Of(GainKind kind, (CompressionRow Row, double Log)[] pairs, DateOnly on)
    {
        double middle = Middle(pairs);
        double[] errors = [.. pairs.GroupBy(pair => pair.Row.Model).SelectMany(model => model.Select(pair => Math.Abs(pair.Log - Middle([.. pairs.Where(other => other.Row.Model != model.Key)]))))];
        double seen = errors.Length > 0 ? Statistics.Quantile(errors, 0.9) / 1.645 : UsualSpread;
        double spread = Math.Sqrt((errors.Length * seen * seen + PriorPairs * UsualSpread * UsualSpread) / (errors.Length + PriorPairs));
        return new GainEfficiency(kind, Math.Exp(middle), spread, pairs.Length, on);
    }

    private static double Middle((CompressionRow Row, double Log)[] pairs) => pairs.Length == 0 ? 0 : Statistics.Quantile([.. pairs.Select(pair => pair.Log)], 0.5);
}

using MathNet.Numerics.Distributions;

namespace MlsdEstimator.Accuracy;

/// <summary>Spreads from errors of rows that were withheld: as wide as 90 % of them ask for.</summary>
internal static class LlmSpreads
{
    /// <summary>A standard normal lies between -1.645 and 1.645 with 90 %.</summary>
    private const double NinetyPercent = 1.645;

    /// <summary>Blocks that the spread over all stacks counts as: a stack of few blocks is believed to be like the others.</summary>
    private const double PriorBlocks = 4;

    /// <summary>Figures that a block counts as when a spread is measured: its errors correlate, but not fully (docs/accuracy.md, effective rows).</summary>
    private const double FiguresOfBlock = 2;

    /// <summary>Part of the variance that figures of a stack on a class of device have in common: errors inside a block correlate with 0.5 to 0.8.</summary>
    private const double SharedPart = 0.5;

    /// <summary>How much wider than the widest known stack one is that is not known.</summary>
    private const double UnknownFactor = 1.1;

    private const double Least = 0.05;

    private static readonly int Figures = Enum.GetValues<LlmFigure>().Length;

    /// <summary>What a fit uses, which looks at best guesses only.</summary>
    public static IReadOnlyList<LlmSpread> None { get; } = [new(ServingStack.Unknown.Name, Least, [.. Enumerable.Repeat(Least, Figures)])];

    public static IReadOnlyList<LlmSpread> Of(IReadOnlyList<(LlmRow Row, double Error)> errors)
    {
        double[] overall = [.. Enumerable.Range(0, Figures).Select(figure => Deviation([.. errors.Where(one => (int)one.Row.Metric.Figure == figure)]) ?? 0.3)];
        var known = errors.GroupBy(one => one.Row.Stack).Select(stack => (stack.Key.Name, Deviations: (double[])[.. overall.Select((all, figure) => Shrunk(all, [.. stack.Where(one => (int)one.Row.Metric.Figure == figure)]))])).ToList();
        double[] widest = [.. overall.Select((all, figure) => UnknownFactor * known.Select(one => one.Deviations[figure]).Append(all).Max())];
        return [Split(ServingStack.Unknown.Name, widest), .. known.Select(one => Split(one.Name, one.Deviations))];
    }

    private static LlmSpread Split(string stack, double[] deviations)
    {
        double shared = Math.Sqrt(SharedPart) * deviations.Min();
        return new LlmSpread(stack, shared, [.. deviations.Select(all => Math.Sqrt(all * all - shared * shared))]);
    }

    private static double Shrunk(double overall, IReadOnlyList<(LlmRow Row, double Error)> errors)
    {
        int blocks = errors.Select(one => one.Row.Block).Distinct().Count();
        double own = Deviation(errors) ?? overall;
        return Widened(Math.Max(Least, Math.Sqrt((blocks * own * own + PriorBlocks * overall * overall) / (blocks + PriorBlocks))), blocks);
    }

    /// <summary>A spread that few blocks tell of is itself uncertain: 90 % of the next block lie as wide as in Student's law with as many degrees of freedom.</summary>
    private static double Widened(double deviation, int blocks) =>
        deviation * StudentT.InvCDF(0, 1, FiguresOfBlock * blocks + PriorBlocks, 0.95) / NinetyPercent;

    /// <summary>The standard deviation of a normal law of which 90 % lie where 90 % of these errors do.</summary>
    private static double? Deviation(IReadOnlyList<(LlmRow Row, double Error)> errors) =>
        errors.Count == 0 ? null : Statistics.Quantile([.. errors.Select(one => Math.Abs(one.Error))], 0.9) / NinetyPercent;
}

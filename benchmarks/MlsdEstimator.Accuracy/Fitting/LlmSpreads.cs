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

    /// <summary>Of a figure of which no row is known.</summary>
    private const double NotSeen = 0.3;

    private static readonly int Figures = Enum.GetValues<LlmFigure>().Length;

    /// <summary>What a fit uses, which looks at best guesses only.</summary>
    public static IReadOnlyList<LlmSpread> None { get; } = [new(ServingStack.Unknown.Name, Least, [.. Enumerable.Repeat(Least, Figures)])];

    public static IReadOnlyList<LlmSpread> Of(IReadOnlyList<(LlmRow Row, double Error)> errors)
    {
        ILookup<(string Stack, int Figure), (LlmRow Row, double Error)> seen =
            errors.Select(one => (one.Row, Error: one.Error / one.Row.SpreadGrowth)).ToLookup(one => (one.Row.Stack.Name, (int)one.Row.Metric.Figure));
        double[] usual = [.. Enumerable.Range(0, Figures).Select(figure => Usual([.. seen.Where(one => one.Key.Figure == figure)]))];
        var known = seen.Select(one => one.Key.Stack).Distinct().Select(stack => (Name: stack, Deviations: (double[])[.. usual.Select((all, figure) => Drawn([.. seen[(stack, figure)]], all))])).ToList();
        double[] widest = [.. usual.Select((all, figure) => UnknownFactor * known.Select(one => one.Deviations[figure]).Append(all).Max())];
        return [Split(ServingStack.Unknown.Name, widest), .. known.Select(one => Split(one.Name, one.Deviations))];
    }

    private static LlmSpread Split(string stack, double[] deviations)
    {
        double shared = Math.Sqrt(SharedPart) * deviations.Min();
        return new LlmSpread(stack, shared, [.. deviations.Select(all => Math.Sqrt(all * all - shared * shared))]);
    }

    /// <summary>The middle of the stacks of which a figure is known, each counting as often as it has blocks: one odd stack does not widen all others.</summary>
    private static double Usual(IReadOnlyList<IGrouping<(string, int), (LlmRow Row, double Error)>> stacks) => stacks.Count == 0
        ? NotSeen
        : Math.Exp(stacks.Sum(stack => BlocksOf(stack) * Math.Log(Deviation([.. stack]))) / stacks.Sum(BlocksOf));

    /// <summary>The spread of a stack, drawn towards the usual one the fewer its blocks are; in logarithms, because spreads differ by factors.</summary>
    private static double Drawn(IReadOnlyList<(LlmRow Row, double Error)> errors, double usual)
    {
        int blocks = BlocksOf(errors);
        double own = blocks == 0 ? usual : Deviation(errors);
        return Widened(Math.Exp((blocks * Math.Log(own) + PriorBlocks * Math.Log(usual)) / (blocks + PriorBlocks)), blocks);
    }

    /// <summary>A spread that few blocks tell of is itself uncertain: 90 % of the next block lie as wide as in Student's law with as many degrees of freedom.</summary>
    private static double Widened(double deviation, int blocks) =>
        deviation * StudentT.InvCDF(0, 1, FiguresOfBlock * blocks + PriorBlocks, 0.95) / NinetyPercent;

    private static int BlocksOf(IEnumerable<(LlmRow Row, double Error)> errors) => errors.Select(one => one.Row.Block).Distinct().Count();

    /// <summary>The standard deviation of a normal law of which 90 % lie where 90 % of these errors do.</summary>
    private static double Deviation(IReadOnlyList<(LlmRow Row, double Error)> errors) =>
        Math.Max(Least, Statistics.Quantile([.. errors.Select(one => Math.Abs(one.Error))], 0.9) / NinetyPercent);
}

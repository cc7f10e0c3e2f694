using MlsdEstimator.Samples;

namespace MlsdEstimator.Peers;

/// <summary>The video-recommendation case of the sample: building it, and evaluating its compiled form with one input changed.</summary>
internal static class WorksheetFigures
{
    private const double Seconds = 1;
    private const int Evaluations = 1_000;
    private const string Changed = "daily active users";

    private static readonly VideoRecommendation Study = new();

    public static IReadOnlyList<Figure> Measure() => [.. Building(), .. Evaluating()];

    private static IEnumerable<Figure> Building() =>
    [
        new Figure(FigureName.BuildRanges, BuildSeconds(new CaseInputs([])) * 1e6, "us"),
        new Figure(FigureName.BuildBestGuesses, BuildSeconds(VideoRecommendation.PointValues()) * 1e6, "us"),
    ];

    private static double BuildSeconds(CaseInputs inputs) => Repetition.Fastest(() => ReadAll(Study.Build(inputs).Sheet), Seconds);

    private static double ReadAll(Worksheet sheet) => sheet.Results.Where(result => result.IsFeasible).Sum(result => result.BaseValue);

    private static IEnumerable<Figure> Evaluating()
    {
        IReadOnlyList<IQuantity> results = Study.Build(new CaseInputs([])).Sheet.Results;
        var compiled = new CompiledQuantities(results, Input(results));
        double seconds = Repetition.Fastest(() => EvaluateMany(compiled), Seconds) / Evaluations;
        long before = GC.GetAllocatedBytesForCurrentThread();
        EvaluateMany(compiled);
        double bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / Evaluations;
        return
        [
            new Figure(FigureName.Nodes, compiled.CountSteps(), ""),
            new Figure(FigureName.Recalculate, seconds * 1e6, "us"),
            new Figure(FigureName.RecalculateBytes, bytes, "B"),
        ];
    }

    private static void EvaluateMany(CompiledQuantities compiled)
    {
        for (int i = 0; i < Evaluations; i++)
            compiled.Evaluate(5e8 + i);
    }

    /// <summary>The input at the root of the case: most of the worksheet follows from it.</summary>
    private static IQuantity Input(IReadOnlyList<IQuantity> results) =>
        results.SelectMany(result => NamedInputs.Of(result.Node).Values).First(input => input.Name == Changed);
}

using MlsdEstimator.Samples;

namespace MlsdEstimator.Peers;

/// <summary>The video-recommendation case of the sample: building it, and evaluating its compiled form with one input changed.</summary>
internal static class WorksheetFigures
{
    private const double Seconds = 1;

    private static readonly VideoRecommendation Study = new();

    public static IReadOnlyList<Figure> Measure() =>
    [
        new Figure(FigureName.BuildRanges, BuildSeconds(new CaseInputs([])) * 1e6, "us"),
        new Figure(FigureName.BuildBestGuesses, BuildSeconds(VideoRecommendation.PointValues()) * 1e6, "us"),
    ];

    private static double BuildSeconds(CaseInputs inputs) => Repetition.Fastest(() => ReadAll(Study.Build(inputs).Sheet), Seconds);

    private static double ReadAll(Worksheet sheet) => sheet.Results.Where(result => result.IsFeasible).Sum(result => result.BaseValue);
}

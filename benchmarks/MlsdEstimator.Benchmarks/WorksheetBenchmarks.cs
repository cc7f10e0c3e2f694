using BenchmarkDotNet.Attributes;
using MlsdEstimator.Samples;

namespace MlsdEstimator.Benchmarks;

/// <summary>Building the video-recommendation worksheet and reading every nominal result. Budget: 100 us.</summary>
[MemoryDiagnoser]
public class WorksheetBenchmarks
{
    private static readonly VideoRecommendation Study = new();

    private Worksheet built = null!;

    [GlobalSetup]
    public void BuildOnce() => built = Study.Build(VideoRecommendation.PointValues()).Sheet;

    /// <summary>Inputs without ranges: the arithmetic of the design and nothing else.</summary>
    [Benchmark(Baseline = true)]
    public double Build_point_values() => ReadAll(Study.Build(VideoRecommendation.PointValues()).Sheet);

    /// <summary>The sample as it is: each purchase is decided from the simulated distribution of its need.</summary>
    [Benchmark]
    public double Build_ranges() => ReadAll(Study.Build(new CaseInputs([])).Sheet);

    /// <summary>Reading again what was built: every node is remembered.</summary>
    [Benchmark]
    public double Read_again() => ReadAll(built);

    private static double ReadAll(Worksheet sheet) => sheet.Results.Where(result => result.IsFeasible).Sum(result => result.BaseValue);
}

namespace MlsdEstimator.Peers;

/// <summary>What is measured. The sums behind the names are in the README of the benchmarks.</summary>
internal static class WorkloadName
{
    /// <summary>Capacity of a video recommender: nine inputs, five outputs, each with mean, p5, p50 and p95.</summary>
    public const string Capacity = "W1";

    /// <summary><see cref="Capacity"/> from 1,000 to 10 million samples.</summary>
    public const string Scaling = "W2";

    /// <summary><see cref="Capacity"/> as one evaluation with a changed input.</summary>
    public const string Point = "W3";

    /// <summary>64 inputs and 200 sums and products, with mean, p5, p50 and p95 of the last.</summary>
    public const string Graph = "W4";

    /// <summary>Time until the worst of p5, p50 and p95 of the three smooth outputs of <see cref="Capacity"/> has an RMS error of 0.1 %.</summary>
    public const string Accuracy = "accuracy";

    /// <summary>This library alone: the worksheet, cost for each node, first calls, the sample's first screen.</summary>
    public const string Figures = "figures";

    public static IReadOnlyList<string> All { get; } = [Capacity, Scaling, Point, Graph, Accuracy, Figures];
}

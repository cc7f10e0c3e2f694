namespace MlsdEstimator.Peers;

/// <summary>Names of the figures about this library alone.</summary>
internal static class FigureName
{
    /// <summary>The three first calls of a fresh process: 16,384 samples of W1, building included.</summary>
    public const string Calls = "calls";

    public const string FirstCall = "first call";
    public const string SecondCall = "second call";
    public const string ThirdCall = "third call";

    /// <summary>The video-recommendation worksheet.</summary>
    public const string Worksheet = "worksheet";

    public const string BuildRanges = "build, as it is";
    public const string BuildBestGuesses = "build, best guesses only";
    public const string Nodes = "nodes";
    public const string Recalculate = "evaluate again";
    public const string RecalculateBytes = "evaluate again, memory";

    /// <summary>Cost of a node in graphs of 10 to 100,000.</summary>
    public const string NodeCost = "node-cost";

    public const string SampleStart = "sample, first output";

    public static string Build(int nodes) => FormattableString.Invariant($"build, {nodes} nodes");

    public static string Compile(int nodes) => FormattableString.Invariant($"compile, {nodes} nodes");

    public static string Evaluate(int nodes) => FormattableString.Invariant($"evaluate, {nodes} nodes");
}

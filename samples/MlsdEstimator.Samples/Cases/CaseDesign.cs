namespace MlsdEstimator.Samples;

/// <summary>A design, what to look at first, and how to tell it at a whiteboard.</summary>
/// <param name="Sheet">The worksheet.</param>
/// <param name="Serving">Online against batch; null for a case that has no such choice.</param>
/// <param name="Alternatives">Designs that exclude each other, by what they cost.</param>
/// <param name="Headlines">Paths of the results that a sweep shows when none are chosen, the most wanted first.</param>
/// <param name="Whiteboard">The mental arithmetic.</param>
internal sealed record CaseDesign(
    Worksheet Sheet,
    ServingComparison? Serving,
    IReadOnlyList<(string Name, IQuantity Quantity)> Alternatives,
    IReadOnlyList<string> Headlines,
    IWhiteboard Whiteboard)
{
    /// <summary>What a reader of the choice should know besides.</summary>
    public string Remark { get; init; } = "";

    /// <summary>What is chosen between.</summary>
    public string Question { get; init; } = Serving?.Title ?? "";

    /// <summary>Why the choice is what it is.</summary>
    public string Reason { get; init; } = Serving?.Reason ?? "";

    /// <summary>What the reason chooses among, where the alternatives are more: "own GPUs".</summary>
    public string Among { get; init; } = "";

    /// <summary>The choice in one sentence.</summary>
    public string Choice => $"{(Among.Length == 0 ? "" : $"Of {Among}: ")}{Reason} {Remark}".TrimEnd();
}

namespace MlsdEstimator.Samples;

/// <summary>A system to size.</summary>
internal abstract class CaseStudy
{
    /// <summary>What the command line calls it.</summary>
    public abstract string Name { get; }

    public abstract string Description { get; }

    /// <summary>Builds the design anew, so that decisions and findings follow changed inputs.</summary>
    public abstract CaseDesign Build(CaseInputs inputs);
}

/// <summary>A design and how to tell it at a whiteboard.</summary>
/// <param name="Sheet">The worksheet.</param>
/// <param name="Serving">How to serve, and why.</param>
/// <param name="Whiteboard">The mental arithmetic.</param>
internal sealed record CaseDesign(Worksheet Sheet, ServingComparison Serving, IWhiteboard Whiteboard)
{
    /// <summary>The choice in one sentence.</summary>
    public string Choice => $"{Serving.Reason} Retrieval and features are counted online either way.";
}

/// <summary>What fits on a whiteboard.</summary>
internal interface IWhiteboard
{
    /// <summary>At most six.</summary>
    IReadOnlyList<string> Assumptions { get; }

    /// <summary>At most nine lines of mental arithmetic, under one of assumptions, one or two digits.</summary>
    IReadOnlyList<string> Lines { get; }
}

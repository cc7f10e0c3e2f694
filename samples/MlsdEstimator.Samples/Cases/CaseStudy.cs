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
/// <param name="Choice">How to serve, and why.</param>
/// <param name="Assumptions">At most six, for the whiteboard.</param>
/// <param name="Whiteboard">At most ten lines of mental arithmetic.</param>
internal sealed record CaseDesign(Worksheet Sheet, string Choice, IReadOnlyList<string> Assumptions, IReadOnlyList<string> Whiteboard);

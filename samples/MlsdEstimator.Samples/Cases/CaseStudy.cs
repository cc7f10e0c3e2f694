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

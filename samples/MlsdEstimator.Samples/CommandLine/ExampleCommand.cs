using System.CommandLine;

namespace MlsdEstimator.Samples;

/// <summary>A command whose help ends with examples.</summary>
internal sealed class ExampleCommand(string name, string description, params IReadOnlyList<string> examples) : Command(name, description)
{
    /// <summary>What can be typed after the name of the program.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}

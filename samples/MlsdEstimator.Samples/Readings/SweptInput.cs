namespace MlsdEstimator.Samples;

/// <summary>An input of the case with the ends of its sweep.</summary>
internal sealed record SweptInput(IQuantity Input, IQuantity From, IQuantity To, int Steps)
{
    public string Name => Input.Name!;

    public static SweptInput Read(CaseRun run, string name, string from, string to, int steps)
    {
        IQuantity input = run.Input(name);
        return new SweptInput(input, ValueText.Read(input, from), ValueText.Read(input, to), steps);
    }
}

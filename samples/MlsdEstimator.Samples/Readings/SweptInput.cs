namespace MlsdEstimator.Samples;

/// <summary>An input of the case with the ends of its sweep.</summary>
internal sealed record SweptInput(IQuantity Input, IQuantity From, IQuantity To, int Steps)
{
    private const int MostSteps = 1_000;

    public string Name => Input.Name!;

    public static SweptInput Read(CaseRun run, string name, string from, string to, int steps)
    {
        if (steps is < 2 or > MostSteps)
            throw new ArgumentException(FormattableString.Invariant($"The number of values of an input is {steps}, but must lie between 2 and {MostSteps:N0}."));
        IQuantity input = run.Input(name);
        return new SweptInput(input, ValueText.Read(input, from), ValueText.Read(input, to), steps);
    }

    /// <param name="run">The case.</param>
    /// <param name="text">"name=from to to".</param>
    /// <param name="steps">Number of values.</param>
    /// <param name="example">How it is written, for the message.</param>
    public static SweptInput Read(CaseRun run, string text, int steps, string example)
    {
        (string name, string range) = NamedValue.Parse(text, example);
        return range.Split(" to ") is [string from, string to]
            ? Read(run, name, from, to, steps)
            : throw new FormatException($"Cannot read \"{text}\"; write for example {example}, each end with its unit.");
    }
}

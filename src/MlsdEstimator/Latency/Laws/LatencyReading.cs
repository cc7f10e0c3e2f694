namespace MlsdEstimator;

/// <summary>Percentiles of one law, and how often it exceeds given times: one opaque node with many outputs.</summary>
/// <remarks>Inputs: the program's, then the times. Outputs: seconds at <see cref="Levels"/>, then a probability for each time.</remarks>
/// <param name="Program">How the law is made.</param>
/// <param name="Levels">Percentiles, rising.</param>
/// <param name="Times">How many times are asked about.</param>
internal sealed record LatencyReading(LawProgram Program, Levels Levels, int Times) : IFunction
{
    public string Name => "latency composition";

    public int OutputCount => Levels.Values.Count + Times;

    /// <summary>The rarest percentile first: its grid often serves the others.</summary>
    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        if (Program.Law(inputs) is not Law law)
            return;
        for (int i = Levels.Values.Count - 1; i >= 0; i--)
            outputs[i] = law.Exceeded(1 - Levels.Values[i]);
        for (int i = 0; i < Times; i++)
            outputs[Levels.Values.Count + i] = law.Above(inputs[Program.InputCount + i]);
    }
}

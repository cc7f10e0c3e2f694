namespace MlsdEstimator;

/// <summary>Part of the requests that is late at batching instances. Inputs: the program's, those of <see cref="BatchPoolTail"/>, requests a second at one instance.</summary>
/// <param name="Rest">Law of all else that counts into the limit.</param>
/// <param name="Most">Largest batch.</param>
internal sealed record BatchPoolLateness(LawProgram Rest, int Most) : IFunction
{
    public string Name => "late requests of batching instances";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        if (BatchPoolTail.Of(Rest, inputs, Most) is BatchPoolTail tail)
            outputs[0] = Math.Clamp(tail.At(inputs[Rest.InputCount + BatchPoolTail.Numbers]), 0, 1);
    }
}

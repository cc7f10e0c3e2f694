namespace MlsdEstimator;

/// <summary>Requests a second that one batching instance carries with enough of them in time. Inputs: the program's, then those of <see cref="BatchPoolTail"/>.</summary>
/// <param name="Rest">Law of all else that counts into the limit.</param>
/// <param name="Most">Largest batch.</param>
/// <param name="Level">Part of the requests that must be in time.</param>
internal sealed record BatchPoolRate(LawProgram Rest, int Most, double Level) : IFunction
{
    public string Name => "rate of a batching instance";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        if (BatchPoolTail.Of(Rest, inputs, Most) is BatchPoolTail tail)
            outputs[0] = tail.RateFor(1 - Level);
    }
}

namespace MlsdEstimator;

/// <summary>Part of the requests that is late. Inputs: the program's, offered load, delay, limit, servers; see <see cref="QueuedTail"/>.</summary>
/// <param name="Program">Law of the service and of whatever else counts into the limit.</param>
internal sealed record PoolLateness(LawProgram Program) : IFunction
{
    public string Name => "late requests of a pool";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        (double load, double delay, double limit, double servers) = (inputs[Program.InputCount], inputs[Program.InputCount + 1], inputs[Program.InputCount + 2], inputs[Program.InputCount + 3]);
        if (load >= 0 && load < servers && delay >= 0 && limit >= 0 && Program.Law(inputs) is Law law)
            outputs[0] = Math.Clamp(new QueuedTail(law, load, delay, limit).With(servers), 0, 1);
    }
}

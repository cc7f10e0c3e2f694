namespace MlsdEstimator;

/// <summary>What <see cref="CommittedMachines"/> computes.</summary>
internal enum CommittedOutput
{
    /// <summary>Machines to reserve; first input: reserved price over the price of an hour on top.</summary>
    Reserved,

    /// <summary>Mean number of machines beyond the reserved; first input: the reserved.</summary>
    OnTop,
}

/// <summary>Reserved machines and those on top over a day of whole machines. Inputs: see the outputs; machines at peak; 24 levels.</summary>
internal readonly record struct CommittedMachines(CommittedOutput Output) : IFunction
{
    private const double Noise = 1e-9;

    public string Name => Output == CommittedOutput.Reserved ? "machines that run long enough to reserve" : "machines beyond the reserved";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        Span<double> running = stackalloc double[DiurnalCurve.Hours];
        for (int hour = 0; hour < running.Length; hour++)
            running[hour] = FleetOfTheDay.Whole(inputs[1] * inputs[2 + hour]);
        outputs[0] = Output == CommittedOutput.Reserved ? Reserved(running, inputs[0]) : OnTop(running, inputs[0]);
    }

    /// <summary>The number that runs in more than the break-even part of the hours: one that just breaks even is not worth the commitment.</summary>
    private static double Reserved(Span<double> running, double breakEven)
    {
        running.Sort();
        int hours = running.Length, needed = (int)Math.Floor(breakEven * hours * (1 + Noise)) + 1;
        return needed > hours ? 0 : running[hours - needed];
    }

    private static double OnTop(ReadOnlySpan<double> running, double reserved)
    {
        double sum = 0;
        foreach (double machines in running)
            sum += Math.Max(0, machines - reserved);
        return sum / running.Length;
    }
}

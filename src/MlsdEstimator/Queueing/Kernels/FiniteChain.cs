namespace MlsdEstimator;

/// <summary>
/// Stationary law of M/M/c/K. Inputs: offered load in erlangs, servers, places. Outputs: part turned away, mean wait of the accepted in service times.
/// </summary>
/// <remarks>
/// The states up to c are Erlang's; those above are geometric with ratio a/c. All is counted in the probability of state c, or of the full queue where the
/// ratio exceeds 1,
/// so that nothing overflows and ratio 1 is no special case. Between two whole numbers of waiting places the result is interpolated: goal seek needs a slope.
/// </remarks>
internal readonly record struct FiniteChain : IFunction
{
    public const int TurnedAway = 0;

    public const int Wait = 1;

    public const double MostPlaces = 1e6;

    public string Name => "M/M/c/K";

    public int OutputCount => 2;

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        (double load, double servers, double room) = (inputs[0], inputs[1], inputs[2] - inputs[1]);
        if (!(load >= 0 && servers > 0 && room >= 0 && inputs[2] <= MostPlaces))
            return;
        double below = Math.Floor(room), part = room - below;
        (double full, double waiting) = Solve(load, servers, below);
        if (part > 0)
        {
            (double fullAbove, double waitingAbove) = Solve(load, servers, below + 1);
            (full, waiting) = (full + part * (fullAbove - full), waiting + part * (waitingAbove - waiting));
        }
        outputs[TurnedAway] = full;
        outputs[Wait] = load == 0 ? 0 : waiting / (load * (1 - full));
    }

    /// <summary>Probability of the full queue and mean number waiting.</summary>
    private static (double Full, double Waiting) Solve(double load, double servers, double room)
    {
        double inverse = ErlangKernel.InverseBlocking(load, servers), ratio = load / servers;
        if (double.IsInfinity(inverse))
            return (0, 0);
        return ratio <= 1 ? FromState(inverse, ratio, room) : FromFull(inverse, 1 / ratio, room);
    }

    /// <summary>Weights 1, r, r^2, ... above state c.</summary>
    private static (double Full, double Waiting) FromState(double inverse, double ratio, double room)
    {
        double weight = 1, total = inverse, waiting = 0;
        for (double place = 1; place <= room && weight > 0; place++)
        {
            weight *= ratio;
            total += weight;
            waiting += place * weight;
        }
        return (weight / total, waiting / total);
    }

    /// <summary>Weights 1, 1/r, 1/r^2, ... below the full queue.</summary>
    private static (double Full, double Waiting) FromFull(double inverse, double ratio, double room)
    {
        double weight = 1, total = 0, waiting = 0;
        for (double place = room; place > 0 && weight > 0; place--)
        {
            total += weight;
            waiting += place * weight;
            weight *= ratio;
        }
        total += weight * inverse;
        return (1 / total, waiting / total);
    }
}

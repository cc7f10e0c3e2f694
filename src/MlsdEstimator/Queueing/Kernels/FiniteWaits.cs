namespace MlsdEstimator;

/// <summary>Waits of those who get into M/M/c/K. Inputs: offered load in erlangs, servers, places. Output: the percentile of the wait, in service times.</summary>
/// <remarks>
/// Who finds all servers busy and j waiting waits for j + 1 completions at rate c: P(wait > t) = sum over j of P(finds j) x P(Poisson(c t) &lt;= j).
/// Between two whole numbers of waiting places the percentile is interpolated.
/// </remarks>
/// <param name="Level">Percentile, strictly between 0 and 1.</param>
internal readonly record struct FiniteWaits(double Level) : IFunction
{
    public string Name => Text.Of($"p{Level * 100:0.###} of the M/M/c/K wait");

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        (double load, double servers, double room) = (inputs[0], inputs[1], inputs[2] - inputs[1]);
        if (!(load >= 0 && servers > 0 && room >= 0 && inputs[2] <= FiniteChain.MostPlaces))
            return;
        double below = Math.Floor(room), part = room - below, quantile = Quantile(load, servers, (int)below);
        outputs[0] = part > 0 ? quantile + part * (Quantile(load, servers, (int)below + 1) - quantile) : quantile;
    }

    private double Quantile(double load, double servers, int room)
    {
        double[] atLeast = FindsAtLeast(load, servers, room);
        double late = 1 - Level;
        return RisingRoot.Above(time => late - Tail(atLeast, servers * time), 0, (room + 1) / servers);
    }

    /// <summary>Part of the accepted that find at least j waiting and all servers busy, for each j below the room.</summary>
    private static double[] FindsAtLeast(double load, double servers, int room)
    {
        double inverse = ErlangKernel.InverseBlocking(load, servers), ratio = load / servers;
        var weights = new double[room];
        double scale = ratio <= 1 ? 1 : Math.Pow(ratio, -room);
        for (int j = 0; j < room; j++)
            weights[j] = ratio <= 1 ? Math.Pow(ratio, j) : Math.Pow(ratio, j - room);
        double accepted = (inverse - 1) * scale + weights.Sum();
        for (int j = room - 2; j >= 0; j--)
            weights[j] += weights[j + 1];
        return Array.ConvertAll(weights, weight => double.IsInfinity(inverse) ? 0 : weight / accepted);
    }

    /// <summary>P(wait > t): completions by then are Poisson; i of them leave those waiting who found at least i before them.</summary>
    private static double Tail(double[] atLeast, double completions)
    {
        if (atLeast.Length == 0 || completions == 0)
            return atLeast.Length == 0 ? 0 : atLeast[0];
        double[] masses = PoissonMasses.Of(completions);
        double tail = 0;
        for (int i = 0; i < Math.Min(masses.Length, atLeast.Length); i++)
            tail += masses[i] * atLeast[i];
        return tail;
    }
}

namespace MlsdEstimator;

/// <summary>Stationary law of M/M/c//N. Inputs: users, think time in service times, servers. Outputs: servers busy, mean response in service times.</summary>
/// <remarks>
/// From n to n + 1 the weight changes by (N - n) / (think x min(n + 1, c)), which falls with n: weights rise to one mode and fall. They are summed from there
/// outwards,
/// so that no factorial, no logarithm and no subtraction is needed; the load-dependent recursion of mean value analysis loses all digits from about 60 servers on.
/// </remarks>
internal readonly record struct ClosedChain : IFunction
{
    public const int Busy = 0;

    public const int Response = 1;

    private const double Negligible = 1e-18;

    public string Name => "M/M/c//N";

    public int OutputCount => 2;

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        (double users, double think, double servers) = (inputs[0], inputs[1], inputs[2]);
        if (!(users >= 1 && users < long.MaxValue / 2 && think >= 0 && servers > 0))
            return;
        double below = Math.Floor(users), part = users - below;
        (double busy, double inside) = Solve(below, think, servers);
        if (part > 0)
        {
            (double busyAbove, double insideAbove) = Solve(below + 1, think, servers);
            (busy, inside) = (busy + part * (busyAbove - busy), inside + part * (insideAbove - inside));
        }
        outputs[Busy] = busy;
        outputs[Response] = inside / busy;
    }

    private static (double Busy, double Inside) Solve(double users, double think, double servers)
    {
        double mode = Mode(users, think, servers);
        double weight = 1, total = 1, busy = Math.Min(mode, servers), inside = mode;
        for (double n = mode; n < users && weight > Negligible; n++)
            Add(n + 1, weight *= Up(n, users, think, servers));
        weight = 1;
        for (double n = mode; n > 0 && weight > Negligible; n--)
            Add(n - 1, weight /= Up(n - 1, users, think, servers));
        return (busy / total, inside / total);

        void Add(double n, double part)
        {
            total += part;
            busy += part * Math.Min(n, servers);
            inside += part * n;
        }
    }

    /// <summary>Weight of n + 1 users inside over that of n; infinite without think time, when all are always inside.</summary>
    private static double Up(double n, double users, double think, double servers) => (users - n) / (think * Math.Min(n + 1, servers));

    /// <summary>The state that weighs most, by bisection.</summary>
    private static double Mode(double users, double think, double servers)
    {
        double low = 0, high = users;
        while (low < high)
        {
            double middle = Math.Floor((low + high) / 2);
            (low, high) = Up(middle, users, think, servers) >= 1 ? (middle + 1, high) : (low, middle);
        }
        return low;
    }
}

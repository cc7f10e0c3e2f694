namespace MlsdEstimator.Accuracy;

/// <summary>The formula of <see cref="NetworkStep"/> on bare numbers, because a fit evaluates it millions of times, with its slopes.</summary>
/// <param name="part">The row.</param>
/// <param name="terms">Parameters of each of its costs, as <see cref="NetworkLayout.TermsOf"/> gives them.</param>
internal sealed class NetworkTerms(NetworkParts part, int[][] terms)
{
    private const int Launch = 3;

    private readonly double[] amounts = [part.Arithmetic, part.Traffic, part.Weights, part.Layers, part.Batch];

    /// <summary>ln(measured / predicted).</summary>
    public double Error(double[] parameters) => Math.Log(part.Seconds / Joined(Times(parameters)));

    /// <summary>The same, with how much it falls by each parameter that it has.</summary>
    public (double Error, IReadOnlyList<(int Parameter, double Slope)> Slopes) WithSlopes(double[] parameters)
    {
        double[] times = Times(parameters);
        double joined = Joined(times), busy = Busy(times), reach = part.Device == DeviceClass.Cpu ? 1 / joined : busy / (joined * joined);
        double launch = part.Device == DeviceClass.Cpu ? times[Launch] / joined : Square(times[Launch] / joined);
        return (
            Math.Log(part.Seconds / joined),
            [.. terms.SelectMany((term, cost) => term.Select(parameter => (parameter, -(cost == Launch ? launch : times[cost] * reach))))]);
    }

    /// <summary>Seconds of each cost: arithmetic beyond FLOPs / peak, traffic, weights, launches, feeding.</summary>
    private double[] Times(double[] parameters)
    {
        double[] times = new double[terms.Length];
        for (int cost = 0; cost < times.Length; cost++)
        {
            double logarithm = 0;
            foreach (int parameter in terms[cost])
                logarithm += parameters[parameter];
            times[cost] = amounts[cost] * Math.Exp(logarithm);
        }
        return times;
    }

    private double Busy(double[] times) => part.Arithmetic + times[0] + times[1] + times[2] + times[4];

    /// <summary>An accelerator works while its host launches; a CPU does both itself.</summary>
    private double Joined(double[] times) => part.Device == DeviceClass.Cpu ? Busy(times) + times[Launch] : Math.Sqrt(Square(Busy(times)) + Square(times[Launch]));

    private static double Square(double value) => value * value;
}

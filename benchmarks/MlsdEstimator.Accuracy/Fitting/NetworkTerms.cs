namespace MlsdEstimator.Accuracy;

/// <summary>The formula of <see cref="NetworkStep"/> on bare numbers, because a fit evaluates it millions of times, with its slopes.</summary>
/// <param name="part">The row.</param>
/// <param name="terms">Parameters of each of its costs, as <see cref="NetworkLayout.TermsOf"/> gives them.</param>
internal sealed class NetworkTerms(NetworkParts part, int[][] terms)
{
    private const int Launch = 3;
    private const int Feeding = 4;
    private const int EnergyFrom = 5;

    private readonly double[] amounts = [part.Arithmetic, part.Traffic, part.Weights, part.Layers, part.Batch, part.Operations, part.Moved];

    /// <summary>ln(measured / predicted).</summary>
    public double Error(double[] parameters) => Math.Log(part.Seconds / Joined(Times(parameters)));

    /// <summary>The same, with how much it falls by each parameter that it has.</summary>
    public (double Error, IReadOnlyList<(int Parameter, double Slope)> Slopes) WithSlopes(double[] parameters)
    {
        double[] times = Times(parameters);
        double joined = Joined(times);
        return (
            Math.Log(part.Seconds / joined),
            [.. terms.SelectMany((term, cost) => term.Select(parameter => (parameter, -times[cost] * Reach(cost, times, joined))))]);
    }

    /// <summary>How much of ln(predicted) a second of a cost is.</summary>
    private double Reach(int cost, double[] times, double joined) =>
        part.Device == DeviceClass.Cpu ? 1 / joined : (cost == Launch ? times[Launch] : cost < EnergyFrom ? Work(times) : Powering(times)) / Square(joined);

    /// <summary>Seconds of each cost: arithmetic beyond FLOPs / peak, traffic, weights, launches, feeding; energy of operations and of traffic over the power of the board.</summary>
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

    private double Work(double[] times) => part.Arithmetic + times[0] + times[1] + times[2] + times[Feeding];

    private static double Powering(double[] times) => times[EnergyFrom] + times[EnergyFrom + 1];

    /// <summary>An accelerator works while its host launches, and as fast as its power allows; a CPU works and launches itself.</summary>
    private double Joined(double[] times) =>
        part.Device == DeviceClass.Cpu ? Work(times) + times[Launch] : Math.Sqrt(Square(Work(times)) + Square(Powering(times)) + Square(times[Launch]));

    private static double Square(double value) => value * value;
}

namespace MlsdEstimator;

/// <summary>
/// Stationary law of M/M/c+M. Inputs: offered load in erlangs, servers, mean service time / mean patience. Outputs: part that waits, part that gives up, mean
/// wait in service times.
/// </summary>
/// <remarks>
/// The states up to c are Erlang's; above, each weight is a / (c + j x service/patience) times the one before. Weights rise to a mode and fall; they are
/// rescaled before they overflow.
/// </remarks>
internal readonly record struct ImpatientChain : IFunction
{
    public const int Waits = 0;

    public const int GaveUp = 1;

    public const int Wait = 2;

    private const double Huge = 1e200;

    private const double Negligible = 1e-18;

    private const int MostStates = 100_000_000;

    public string Name => "Erlang A";

    public int OutputCount => 3;

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        (double load, double servers, double impatience) = (inputs[0], inputs[1], inputs[2]);
        if (!(load >= 0 && servers > 0 && impatience > 0))
            return;
        double below = ErlangKernel.InverseBlocking(load, servers) - 1;
        (double waits, double queue) = double.IsInfinity(below) ? (0, 0) : Solve(below, load, servers, impatience);
        outputs[Waits] = waits;
        outputs[Wait] = load == 0 ? 0 : queue / load;
        outputs[GaveUp] = load == 0 ? 0 : impatience * queue / load;
    }

    /// <param name="below">Weight of the states under c, where state c weighs 1.</param>
    /// <param name="load">Offered load.</param>
    /// <param name="servers">Servers, c.</param>
    /// <param name="impatience">Rate of giving up, per service time.</param>
    private static (double Waits, double Queue) Solve(double below, double load, double servers, double impatience)
    {
        double weight = 1, total = 1, queue = 0;
        for (int place = 1; place < MostStates; place++)
        {
            double ratio = load / (servers + place * impatience);
            weight *= ratio;
            total += weight;
            queue += place * weight;
            if (ratio < 1 && place * weight <= Negligible * (1 - ratio) * queue)
                return (total / (total + below), queue / (total + below));
            if (weight > Huge)
                (weight, total, queue, below) = (weight / Huge, total / Huge, queue / Huge, below / Huge);
        }
        return (double.NaN, double.NaN);
    }
}

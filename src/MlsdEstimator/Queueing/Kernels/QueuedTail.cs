namespace MlsdEstimator;

/// <summary>How often a service and the wait before it take longer than a limit, for any number of servers.</summary>
/// <remarks>
/// Those who wait do so exponentially long, with rate r: P(X + W > t) = e^(-r t) + r times the integral of P(X > x) e^(-r (t - x)) over 0..t.
/// P(X > x) is tabulated once, straight between places, and the integral over each piece is exact: so it falls with the servers as it must.
/// </remarks>
internal sealed class QueuedTail
{
    private const int Pieces = 512;

    /// <summary>Below this the weights of a piece would cancel; their series is as exact.</summary>
    private const double ShortPiece = 1e-4;

    private readonly double[] service = new double[Pieces + 1];
    private readonly double limit;
    private readonly double load;
    private readonly double delay;

    /// <param name="service">Law of the service, and of whatever else counts into the limit.</param>
    /// <param name="load">Offered load in erlangs.</param>
    /// <param name="delay">Mean wait of those who wait with one server more than the load: mean service x (scv of arrivals + scv of service) / 2.</param>
    /// <param name="limit">Not negative.</param>
    public QueuedTail(Law service, double load, double delay, double limit)
    {
        (this.load, this.delay, this.limit) = (load, delay, limit);
        double[] places = new double[Pieces + 1];
        for (int place = 0; place <= Pieces; place++)
            places[place] = limit * place / Pieces;
        service.Above(places, this.service);
    }

    /// <summary>With so many servers that nobody waits.</summary>
    public double ServiceAlone => service[Pieces];

    /// <summary>P(wait + service > limit); 1 at or above capacity.</summary>
    public double With(double servers)
    {
        if (!(servers > load))
            return 1;
        double waits = ErlangKernel.Waiting(load, servers);
        return delay == 0 ? ServiceAlone : (1 - waits) * ServiceAlone + waits * AfterWaiting((servers - load) / delay);
    }

    private double AfterWaiting(double rate)
    {
        double length = rate * limit / Pieces, decay = Math.Exp(-length), tail = 1;
        (double first, double last) = Weights(length, decay);
        for (int piece = 0; piece < Pieces; piece++)
            tail = tail * decay + first * service[piece] + last * service[piece + 1];
        return tail;
    }

    /// <summary>Of the values at both ends of a piece.</summary>
    private static (double First, double Last) Weights(double length, double decay)
    {
        if (length < ShortPiece)
            return (length / 2 - length * length / 3, length / 2 - length * length / 6);
        double mean = (1 - decay) / length;
        return (mean - decay, 1 - mean);
    }
}

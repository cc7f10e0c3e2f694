namespace MlsdEstimator;

/// <summary>Means over the batches of a server, in steady state.</summary>
/// <param name="Alone">Part of the batches that end with nobody waiting.</param>
/// <param name="Batch">Items in a batch.</param>
/// <param name="Square">Square of that number.</param>
/// <param name="Present">Items in a batch x items present when it starts: the same as the square where a batch takes all.</param>
/// <param name="PresentMean">Items present when a batch starts.</param>
internal readonly record struct BatchMoments(double Alone, double Batch, double Square, double Present, double PresentMean)
{
    /// <summary>No arrivals: each request is a batch of its own.</summary>
    public static readonly BatchMoments Idle = new(1, 1, 1, 1, 1);

    /// <summary>No steady state.</summary>
    public static readonly BatchMoments None = new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>Mean number inside: what is there over a cycle, E[n t + t^2 / 2] with t the arrivals during a batch, over the arrivals in a cycle.</summary>
    /// <param name="itemLoad">Arrivals in the time of an item, x.</param>
    /// <param name="batchLoad">Arrivals in the time of a batch before its items count, y: t = x b + y.</param>
    public double Inside(double itemLoad, double batchLoad)
    {
        double area = itemLoad * Present + batchLoad * PresentMean;
        double square = itemLoad * itemLoad * Square + 2 * itemLoad * batchLoad * Batch + batchLoad * batchLoad;
        return (area + square / 2) / (Working(itemLoad, batchLoad) + Alone);
    }

    /// <summary>Part of the time that a batch is in work; an idle time lasts as long as one arrival takes to come.</summary>
    /// <param name="itemLoad">Arrivals in the time of an item.</param>
    /// <param name="batchLoad">Arrivals in the time of a batch before its items count.</param>
    public double Busy(double itemLoad, double batchLoad) => Working(itemLoad, batchLoad) / (Working(itemLoad, batchLoad) + Alone);

    private double Working(double itemLoad, double batchLoad) => itemLoad * Batch + batchLoad;
}

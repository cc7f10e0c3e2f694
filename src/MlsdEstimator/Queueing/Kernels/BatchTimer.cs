namespace MlsdEstimator;

/// <summary>
/// Batches that a timer gathers. Input: arrivals during the delay, mean. Outputs: mean batch, mean square of the batch, mean wait of a request over the delay.
/// </summary>
/// <remarks>
/// With N arrivals during the delay the batch is 1 + min(N, B - 1). Mean = 1 + sum P(N >= k), square = 1 + sum (2k + 1) P(N >= k), k from 1 to B - 1.
/// The k-th arrival comes before the timer with P(N >= k), and k requests wait for the time to the next one: sum k P(N >= k) / rate, over the mean batch.
/// </remarks>
/// <param name="MostPerBatch">Largest batch, B.</param>
internal readonly record struct BatchTimer(int MostPerBatch) : IFunction
{
    public const int Batch = 0;

    public const int Square = 1;

    public const int Wait = 2;

    public string Name => Text.Of($"timed batches of at most {MostPerBatch}");

    public int OutputCount => 3;

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        double mean = inputs[0];
        if (!(mean >= 0))
            return;
        double batch = 1, square = 1, waiting = 0;
        for (int k = MostPerBatch - 1; k > 0; k--)
        {
            double reached = AtLeast(k, mean);
            batch += reached;
            square += (2 * k + 1) * reached;
            waiting += mean > 0 ? k * reached / mean : k == 1 ? 1 : 0;
        }
        (outputs[Batch], outputs[Square], outputs[Wait]) = (batch, square, waiting / batch);
    }

    /// <summary>P(N >= k), the regularised incomplete gamma function.</summary>
    private static double AtLeast(int k, double mean) => mean > 0 ? MathNet.Numerics.SpecialFunctions.GammaLowerRegularized(k, mean) : 0;
}

namespace MlsdEstimator;

/// <summary>
/// A batch server that never waits. Inputs: arrivals a second, seconds per item, seconds per batch. Outputs: mean response in seconds, mean batch, part of the
/// time busy.
/// </summary>
/// <param name="MostPerBatch">Largest batch, or null.</param>
internal readonly record struct GreedyChain(int? MostPerBatch) : IFunction
{
    public const int Response = 0;

    public const int Batch = 1;

    public const int Busy = 2;

    public string Name => MostPerBatch is int most ? Text.Of($"greedy batches of at most {most}") : "greedy batches";

    public int OutputCount => 3;

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        (double rate, double perItem, double perBatch) = (inputs[0], inputs[1], inputs[2]);
        if (!(rate >= 0 && perItem > 0 && perBatch >= 0))
            return;
        BatchMoments moments = rate == 0 ? BatchMoments.Idle : Moments(rate * perItem, rate * perBatch);
        outputs[Response] = rate == 0 ? perItem + perBatch : moments.Inside(rate * perItem, rate * perBatch) / rate;
        outputs[Batch] = moments.Batch;
        outputs[Busy] = moments.Busy(rate * perItem, rate * perBatch);
    }

    private BatchMoments Moments(double itemLoad, double batchLoad)
    {
        if (MostPerBatch is int most)
            return itemLoad * most + batchLoad < most ? CappedBatches.Moments(itemLoad, batchLoad, most) : BatchMoments.None;
        return itemLoad < 1 ? UncappedBatches.Moments(itemLoad, batchLoad) : BatchMoments.None;
    }
}

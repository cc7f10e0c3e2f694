namespace MlsdEstimator;

/// <summary>
/// Percentiles of a number of calls made in waves: the calls of a wave run side by side and the slowest ends it; the waves follow each other.
/// </summary>
/// <remarks>
/// Inputs: p50 and p99 of a call in seconds, calls and parallel calls, both rounded up. Outputs: seconds at <see cref="Levels"/>.
/// One wave is exact: the quantile of a call at q^(1/n). Several are a sum of independent maxima, computed on grids (<see cref="WaveSum"/>).
/// A client that starts the next call as soon as any one returns is somewhat faster than waves.
/// </remarks>
internal sealed record CallWaves : IFunction
{
    /// <summary>Percentiles it gives, rising.</summary>
    public static readonly double[] Levels = [0.5, 0.95, 0.99, 0.999];

    public static CallWaves Instance { get; } = new();

    public string Name => "waves of parallel calls";

    public int OutputCount => Levels.Length;

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        (double p50, double p99) = (inputs[0], inputs[1]);
        double calls = Arithmetic.Evaluate(Operation.Ceiling, inputs[2]), parallel = Arithmetic.Evaluate(Operation.Ceiling, inputs[3]);
        if (!(p50 > 0 && p99 > p50 && calls >= 0 && parallel >= 1))
            return;
        if (calls == 0)
            outputs.Clear();
        else
            InWaves(LogNormalCall.Through(p50, p99), calls, parallel, outputs);
    }

    /// <summary>All waves but the last are full.</summary>
    private static void InWaves(LogNormalCall call, double calls, double parallel, Span<double> outputs)
    {
        double full = Math.Ceiling(calls / parallel) - 1;
        var last = new SlowestCall(call, calls - full * parallel);
        if (full == 0)
            AtLevels(last, outputs);
        else
            new WaveSum(new SlowestCall(call, parallel), full, last).AtLevels(Levels, outputs);
    }

    private static void AtLevels(SlowestCall wave, Span<double> outputs)
    {
        for (int i = 0; i < outputs.Length; i++)
            outputs[i] = wave.Quantile(Levels[i]);
    }
}

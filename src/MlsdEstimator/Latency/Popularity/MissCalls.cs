namespace MlsdEstimator;

/// <summary>Calls of one request to the store behind a cache, on average. Inputs: keys, part that misses, keys per call. Between whole numbers of keys it is interpolated.</summary>
internal readonly record struct MissCalls : IFunction
{
    public string Name => "calls for misses";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        (double keys, double missed, double keysPerCall) = (inputs[0], inputs[1], Arithmetic.Evaluate(Operation.Ceiling, inputs[2]));
        if (!(keys >= 0 && missed is >= 0 and <= 1 && keysPerCall >= 1))
            return;
        double whole = Math.Floor(keys), part = keys - whole;
        outputs[0] = (1 - part) * Calls(whole, missed, keysPerCall) + (part == 0 ? 0 : part * Calls(whole + 1, missed, keysPerCall));
    }

    private static double Calls(double keys, double missed, double keysPerCall) => keys == 0 ? 0 : MissOutcomes.MeanCalls(keys, missed, keysPerCall);
}

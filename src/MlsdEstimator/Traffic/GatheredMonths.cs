namespace MlsdEstimator;

/// <summary>The last months of a geometric series, without the digits that ((1 + g)^n - 1) / g loses for a small g. Inputs: growth, months, months that stay.</summary>
internal readonly record struct GatheredMonths : IFunction
{
    public string Name => "last months of a growing series";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        (double growth, double months) = (inputs[0], inputs[1]);
        double kept = Math.Min(months, inputs[2]);
        double gathered = Math.Pow(1 + growth, months - kept) * Series(growth, kept);
        if (double.IsFinite(gathered))
            outputs[0] = gathered;
    }

    private static double Series(double growth, double months) =>
        growth == 0 ? months : NearZero.ExpMinusOne(months * NearZero.LogOnePlus(growth)) / growth;
}

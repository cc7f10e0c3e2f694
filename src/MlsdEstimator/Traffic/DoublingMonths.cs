namespace MlsdEstimator;

/// <summary>Months until a growing number has doubled: ln 2 / ln(1 + g), exact for small g. Input: growth.</summary>
internal readonly record struct DoublingMonths : IFunction
{
    public string Name => "ln 2 / ln(1 + growth)";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        if (inputs[0] > 0)
            outputs[0] = Math.Log(2) / NearZero.LogOnePlus(inputs[0]);
    }
}

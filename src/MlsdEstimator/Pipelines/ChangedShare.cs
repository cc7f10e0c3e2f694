namespace MlsdEstimator;

/// <summary>Part of the ages between d and d + p at which a Poisson change has come, in units of the time between changes. Inputs: p, d.</summary>
internal readonly record struct ChangedShare : IFunction
{
    public string Name => "1 - e^(-d) (1 - e^(-p)) / p";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        (double period, double delay) = (inputs[0], inputs[1]);
        double before = -NearZero.ExpMinusOne(-delay);
        outputs[0] = Math.Clamp(before + (1 - before) * WithinPeriod(period), 0, 1);
    }

    /// <summary>1 - (1 - e^(-p)) / p, which below 0.01 loses its digits: there by its series.</summary>
    private static double WithinPeriod(double period) =>
        period < 0.01 ? period / 2 * (1 - period / 3 * (1 - period / 4 * (1 - period / 5 * (1 - period / 6)))) : 1 + NearZero.ExpMinusOne(-period) / period;
}

namespace MlsdEstimator;

/// <summary>The 24 levels of a day with a given peak over average, as parts of the peak. Input: the factor.</summary>
internal readonly record struct DiurnalLevels : IFunction
{
    /// <summary>Up to this factor a sine stays above 0.</summary>
    private const double MostOfSine = 2;

    /// <summary>Evening, when consumers come.</summary>
    private const int BusiestHour = 20;

    public string Name => "hours of a day";

    public int OutputCount => DiurnalCurve.Hours;

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        double factor = inputs[0];
        if (factor <= MostOfSine)
            Fill(outputs, wave => (1 + (factor - 1) * wave) / factor);
        else if (Sharpness(1 / factor) is double sharpness)
            Fill(outputs, wave => Math.Pow((1 + wave) / 2, sharpness));
    }

    private static void Fill(Span<double> outputs, Func<double, double> level)
    {
        for (int hour = 0; hour < outputs.Length; hour++)
            outputs[hour] = level(Wave(hour));
    }

    private static double Wave(int hour) => Math.Cos(Math.Tau * (hour - BusiestHour) / DiurnalCurve.Hours);

    /// <summary>The exponent that gives the mean, by bisection over its logarithm; none for a mean that one busy hour exceeds.</summary>
    private static double? Sharpness(double mean)
    {
        (double low, double high) = (0, 20);
        if (MeanAt(Math.Exp(high)) > mean)
            return null;
        while (high - low > 1e-13 * high)
        {
            double middle = (low + high) / 2;
            (low, high) = MeanAt(Math.Exp(middle)) > mean ? (middle, high) : (low, middle);
        }
        return Math.Exp(high);
    }

    private static double MeanAt(double sharpness)
    {
        double sum = 0;
        for (int hour = 0; hour < DiurnalCurve.Hours; hour++)
            sum += Math.Pow((1 + Wave(hour)) / 2, sharpness);
        return sum / DiurnalCurve.Hours;
    }
}

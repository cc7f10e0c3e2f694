namespace MlsdEstimator;

/// <summary>Mean number of replicas of a zone over a day. Inputs: need at peak, part of it that is busy, spare, minimum, zones that carry, lead in hours, and 24 levels or the peak factor they follow from.</summary>
/// <remarks>What is busy falls with the load, the head-room of a queue with its root (square-root staffing: Halfin and Whitt 1981).</remarks>
/// <param name="IsWhole">True for whole replicas and the minimum; false for the bare need.</param>
internal readonly record struct FleetOfTheDay(bool IsWhole) : IFunction
{
    private const int FirstLevel = 6;

    /// <summary>A billionth of a machine is none.</summary>
    private const double Noise = 1e-9;

    public string Name => "replicas of a zone over the day";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        (double need, double busy, double spare, double minimum, double carrying) = (inputs[0], inputs[1], inputs[2], inputs[3], inputs[4]);
        Span<double> fromPeak = stackalloc double[DiurnalCurve.Hours];
        ReadOnlySpan<double> levels = LevelsOf(inputs[FirstLevel..], fromPeak);
        double sum = 0;
        for (int hour = 0; hour < DiurnalCurve.Hours; hour++)
        {
            double level = Ahead(levels, hour, inputs[5]);
            double wanted = (need * (busy * level + (1 - busy) * Math.Sqrt(level)) + spare) / carrying;
            sum += IsWhole ? Math.Max(minimum, Whole(wanted)) : wanted;
        }
        outputs[0] = sum / DiurnalCurve.Hours;
    }

    /// <summary>The next whole number, rounding noise forgiven; a night whose level is rounding noise needs nothing.</summary>
    public static double Whole(double machines) => Math.Ceiling(machines - Noise * Math.Max(1, machines));

    private static ReadOnlySpan<double> LevelsOf(ReadOnlySpan<double> day, Span<double> fromPeak)
    {
        if (day.Length == DiurnalCurve.Hours)
            return day;
        fromPeak.Fill(double.NaN);
        default(DiurnalLevels).Evaluate(day, fromPeak);
        return fromPeak;
    }

    /// <summary>The most from an hour until the lead after it; between hours the level moves evenly.</summary>
    private static double Ahead(ReadOnlySpan<double> levels, int hour, double lead)
    {
        double until = Math.Min(lead, DiurnalCurve.Hours), most = levels[hour];
        int whole = (int)until;
        for (int later = 1; later <= whole; later++)
            most = Math.Max(most, At(levels, hour + later));
        double last = At(levels, hour + whole), next = At(levels, hour + whole + 1);
        return Math.Max(most, last + (next - last) * (until - whole));
    }

    private static double At(ReadOnlySpan<double> levels, int hour) => levels[hour % DiurnalCurve.Hours];
}

namespace MlsdEstimator;

/// <summary>Moves a comparison along an axis, buys machines anew at every point, and tells where the choice changes.</summary>
internal sealed class ChoiceSearch(ServingComparison comparison, ServingAxis axis)
{
    private const int Steps = 48;
    private const double Furthest = 100;
    private const double Precision = 1e-3;

    public IReadOnlyList<ChoiceInterval> Intervals()
    {
        var found = new List<ChoiceInterval>();
        double start = Point(0), end = Last;
        (ServingChoice Kind, string Name) standing = At(start);
        for (int step = 1; step <= Steps; step++)
        {
            double point = Math.Min(Point(step), end);
            (ServingChoice Kind, string Name) next = At(point);
            if (next != standing)
            {
                double change = Change(Point(step - 1), point, standing);
                found.Add(new ChoiceInterval(standing.Kind, standing.Name, Value(start), Value(change)));
                (start, standing) = (change, next);
            }
            if (point >= end)
                break;
        }
        return [.. found, new ChoiceInterval(standing.Kind, standing.Name, Value(start), Value(end))];
    }

    /// <summary>No more than all can come.</summary>
    private double Last => axis == ServingAxis.ActiveShare ? Math.Min(Furthest, 1 / comparison.Batch.Set.Coming.Value) : Furthest;

    private static double Point(int step) => Math.Pow(Furthest, 2.0 * step / Steps - 1);

    /// <summary>Halves the step, in ratio, until it is a thousandth.</summary>
    private double Change(double low, double high, (ServingChoice, string) before)
    {
        while (high / low > 1 + Precision)
        {
            double middle = Math.Sqrt(low * high);
            (low, high) = At(middle) == before ? (middle, high) : (low, middle);
        }
        return high;
    }

    private (ServingChoice Kind, string Name) At(double multiple) =>
        comparison.Under(ChangeOf(multiple)).Cheapest is ServingOption cheapest ? (cheapest.Kind, cheapest.Name) : (ServingChoice.None, "none");

    private TrafficChange ChangeOf(double multiple) => axis switch
    {
        ServingAxis.RequestsPerRefresh => new() { Requests = multiple },
        ServingAxis.ActiveShare => new() { Requests = multiple, Coming = multiple },
        ServingAxis.RefreshInterval => new() { Interval = multiple },
        _ => new() { Requests = multiple, Entities = multiple },
    };

    private IQuantity Value(double multiple) => axis switch
    {
        ServingAxis.RequestsPerRefresh => Scalar.FromNumber(comparison.VisitsPerRefresh.Value * multiple),
        ServingAxis.ActiveShare => Fraction.FromRatio(Math.Min(1, comparison.Batch.Set.Coming.Value * multiple)),
        ServingAxis.RefreshInterval => Duration.FromSeconds(comparison.Batch.RefreshInterval.Seconds * multiple),
        _ => Rate.FromPerSecond(comparison.Online.Requests.Average.PerSecond * multiple),
    };
}

namespace MlsdEstimator.Samples;

/// <summary>"low | best | high" of an uncertain quantity, or its one value.</summary>
internal static class RangeCell
{
    public static string Of(IQuantity quantity, Simulation run)
    {
        if (quantity.IsCertain)
            return $"{quantity}";
        IEstimate belief = run.Of(quantity);
        return $"{belief.Low} | {(quantity.IsFeasible ? quantity.ToString()!.TrimStart('~') : quantity)} | {belief.High}";
    }
}

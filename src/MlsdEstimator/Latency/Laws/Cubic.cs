namespace MlsdEstimator;

/// <summary>Cubic interpolation between four equally spaced points (Lagrange).</summary>
internal static class Cubic
{
    /// <summary>Position of a value among four rising ones at positions 0 to 3.</summary>
    public static double PositionOf(double value, ReadOnlySpan<double> values)
    {
        double position = 0;
        for (int i = 1; i < values.Length; i++)
        {
            double weight = i;
            for (int j = 0; j < values.Length; j++)
                weight *= j == i ? 1 : (value - values[j]) / (values[i] - values[j]);
            position += weight;
        }
        return position;
    }

    /// <summary>Value at a position among four values at positions 0 to 3.</summary>
    public static double ValueAt(double position, ReadOnlySpan<double> values)
    {
        double value = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double weight = values[i];
            for (int j = 0; j < values.Length; j++)
                weight *= j == i ? 1 : (position - j) / (i - j);
            value += weight;
        }
        return value;
    }
}
